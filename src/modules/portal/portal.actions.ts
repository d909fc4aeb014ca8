import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import type { VerificationResult } from '../../shared/contracts/improvements.ts'
import type { PortalEntry, PortalList, PutPortalEntry } from '../../shared/contracts/portal.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { valueWord } from '../../shared/improvements/verdict-sentence.ts'
import type { Instant } from '../../shared/time/instant.ts'
import {
  noSuchImprovement,
  type PublicRow,
  publicImprovement,
  publicImprovements,
  publishable,
  publishImprovement,
  readPlan,
  saidResult,
} from '../improvements/index.ts'

const STAFF_LIMIT = 200
const SHOWN = 100

function entryOf({ plan, result, stageAt: _, ...row }: PublicRow, locale: Locale): PortalEntry {
  return { ...row, result: result === null ? null : saidResult(readPlan({ plan }).metric, result, locale) }
}

/** What is on the public page and what could be. */
export async function portalList(
  db: Db,
  { locale, url }: { locale: Locale; url: string },
): Promise<z.output<typeof PortalList>> {
  return { url, items: (await publishable(db, STAFF_LIMIT)).map((row) => entryOf(row, locale)) }
}

/** Puts an improvement on the public page, or takes it off, with its words. */
export async function putEntry(
  db: Db,
  {
    improvementId,
    locale,
    by,
    now,
    ...words
  }: PutPortalEntry & { improvementId: string; locale: Locale; by: string; now: Instant },
): Promise<PortalEntry> {
  await publishImprovement(db, { improvementId, by, now, ...words })
  const row = await publicImprovement(db, improvementId)
  if (row === null) throw noSuchImprovement()
  return entryOf(row, locale)
}

/** One thing on the public page: no names, no internal words. */
export type PublicEntry = {
  id: string
  title: string
  heard: string
  did: string
  came: string
  voices: number
  stage: PublicRow['stage']
  stageAt: Instant
  shippedAt: Instant | null
  /** The verdict in plain words; null while there is none. */
  sentence: string | null
  /** What to mind when reading it. */
  cautions: VerificationResult['cautions']
  /** What was measured before and after, as it is read; null where too few spoke, or there is no verdict yet. */
  moved: { before: string; after: string } | null
  verdict: string | null
}

const movedWords = ({ unit, before, after }: VerificationResult, locale: Locale) => ({
  before: valueWord(locale, unit, before.value),
  after: valueWord(locale, unit, after.value),
})

/** The public page's content, the last shipped first. */
export async function publicEntries(db: Db, locale: Locale): Promise<PublicEntry[]> {
  return (await publicImprovements(db, SHOWN)).map((row) => {
    const { id, heard, did, came, voices, stage, stageAt, shippedAt } = row
    const { result } = entryOf(row, locale)
    const title = row.title === '' ? row.internalTitle : row.title
    return {
      id,
      title,
      heard,
      did,
      came,
      voices,
      stage,
      stageAt,
      shippedAt,
      sentence: result?.sentence ?? null,
      cautions: result?.cautions ?? [],
      moved: result === null || result.verdict === 'too-few' ? null : movedWords(result, locale),
      verdict: result?.verdict ?? null,
    }
  })
}
