import type { Db } from '../../platform/db/db.ts'
import { emit, emitMany } from '../../platform/jobs/define.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { holdErasures } from '../customers/index.ts'
import { erasedAmong, setAside, type Voice, voicesOf } from '../feedback/index.ts'
import { ensureTaxonomy, taxonomyOf } from './category.actions.ts'
import { corrections } from './correction.store.ts'
import { drawRankOf, influenceOf, rankOf } from './doubt.ts'
import { type Corrections, findingOf } from './finding.ts'
import type { Reading, ToRead } from './reading.ts'
import { ownReading } from './reading-own.actions.ts'
import { engineScores, hasLowScore } from './score.ts'
import { replaceSignatures } from './signature.store.ts'
import { type SignatureRow, signatureRow } from './signature.ts'
import { feedbackUnderstood, understandingChanged } from './understanding.events.ts'
import {
  insertUnderstandings,
  keepAsIs,
  lockUnderstandings,
  markSetAside,
  replaceDetails,
  replaceUnderstandings,
  type Stored,
  setOwed,
  type ToStore,
  understoodAmong,
} from './understanding.store.ts'
import { valuedAmong } from './valued.actions.ts'

/** Written down by staff: whatever it says, a person decided that it belongs here. */
const BY_STAFF: readonly string[] = ['call', 'counter', 'paper', 'gathering']

type With = { now: Instant; tools: Pick<Tools, 'threads' | 'models' | 'log'> }

/**
 * Understands voices for the first time and announces each once. Safe to run twice: what is understood already is
 * left alone, and of two who do it at once one writes.
 */
export async function understand(db: Db, ids: readonly string[], { now, tools }: With): Promise<number> {
  const done = await understoodAmong(db, ids)
  const voices = (await voicesOf(db, ids)).filter(({ id, erased }) => !done.has(id) && !erased)
  if (voices.length === 0) return 0
  const { rows, signatures, version } = await readVoices(db, voices, { now, tools })
  return await db.transaction(async (tx) => {
    const stored = await insertUnderstandings(tx, await unerased(tx, rows), version, now)
    const fresh = new Map(stored.map((each) => [each.feedbackId, each]))
    const written = rows.filter(({ feedbackId }) => fresh.has(feedbackId))
    await replaceDetails(tx, written)
    await replaceSignatures(tx, signaturesOf(signatures, written))
    await setAside(
      tx,
      written
        .filter(({ spam }) => spam)
        .map(({ feedbackId, reasons }) => ({ feedbackId, reason: `spam: ${reasons.join(', ')}` })),
      null,
      now,
    )
    await emitMany(
      tx,
      feedbackUnderstood,
      voices.flatMap((voice) => newsOf(voice, fresh.get(voice.id), true)),
    )
    return written.length
  })
}

/** Those whose words are still there. They stay so until the transaction ends. */
async function unerased<Row extends { feedbackId: string }>(tx: Db, rows: readonly Row[]): Promise<Row[]> {
  await holdErasures(tx)
  const gone = await erasedAmong(
    tx,
    rows.map(({ feedbackId }) => feedbackId),
  )
  return rows.filter(({ feedbackId }) => !gone.has(feedbackId))
}

/** Reads voices again with this engine. Corrections stay; cases hear nothing, but figures hear of what changed. */
export async function understandAnew(db: Db, ids: readonly string[], { now, tools }: With): Promise<number> {
  const voices = await voicesOf(db, ids)
  const {
    rows: read,
    signatures,
    version,
  } = await readVoices(
    db,
    voices.filter(({ erased }) => !erased),
    { now, tools },
  )
  return await db.transaction(async (tx) => {
    const rows = await unerased(tx, read)
    const before = await lockUnderstandings(
      tx,
      rows.map(({ feedbackId }) => feedbackId),
    )
    const held = await corrections(tx, ids)
    const current = rows.map((row) => ({ ...row, ...held.get(row.feedbackId), corrected: held.has(row.feedbackId) }))
    await replaceUnderstandings(tx, current, version, now)
    await replaceDetails(tx, current)
    await replaceSignatures(tx, signaturesOf(signatures, current))
    await keepAsIs(
      tx,
      voices.filter(({ erased }) => erased).map(({ id }) => id),
      version,
    )
    const after = new Map(current.map((row) => [row.feedbackId, row]))
    for (const was of before) {
      const is = after.get(was.feedbackId)
      if (is !== undefined && (is.sentiment !== was.sentiment || is.intent !== was.intent))
        await changed(tx, 'read-anew', was, { ...was, ...is, setAside: was.setAside }, { by: null, now })
    }
    return voices.length
  })
}

type Read = ToStore & { reasons: string[] }

/** Reads voices with what is live in the workspace; `version` names it, and is written beside what is found. */
async function readVoices(
  db: Db,
  voices: readonly Voice[],
  { now, tools }: With,
): Promise<{ rows: Read[]; signatures: SignatureRow[]; version: string }> {
  const { version, ...own } = await ownReading(db)
  const categories = await ensureTaxonomy(db, now)
  const held = await corrections(
    db,
    voices.map(({ id }) => id),
  )
  const readings = await tools.threads.call<Reading[]>(
    new URL('./reading.ts', import.meta.url),
    'readAll',
    voices.map(toRead),
    taxonomyOf(categories),
    tools.models,
    own,
  )
  const idOf = new Map(categories.map(({ key, id }) => [key, id]))
  const valued = await valuedAmong(db, voices)
  const rows = voices.flatMap((voice, i) => {
    const reading = readings[i]
    if (reading !== undefined && reading.fault !== null)
      tools.log.error(
        { feedbackId: voice.id, fault: reading.fault },
        'the engine could not read a feedback; it is kept as one without words',
      )
    return reading === undefined
      ? []
      : [rowOf(voice, reading, { idOf, held: held.get(voice.id) ?? {}, isValued: valued.has(voice.id) })]
  })
  const signatures = voices.flatMap(({ id, occurredAt }, i) => {
    const signature = readings[i]?.signature
    return signature === undefined ? [] : [signatureRow({ feedbackId: id, occurredAt }, signature, db.workspaceId)]
  })
  return { rows, signatures, version }
}

/** Of those that are written. */
function signaturesOf(signatures: readonly SignatureRow[], rows: readonly Read[]): SignatureRow[] {
  const written = new Set(rows.map(({ feedbackId }) => feedbackId))
  return signatures.filter(({ feedbackId }) => written.has(feedbackId))
}

const toRead = ({ text, subject, language, scores, channel }: Voice): ToRead => ({
  text,
  subject,
  language,
  scores: engineScores(scores),
  mayBeSpam: !BY_STAFF.includes(channel),
})

type About = { idOf: ReadonlyMap<string, string>; held: Corrections; isValued: boolean }

function rowOf(voice: Voice, reading: Reading, { idOf, held, isValued: valued }: About): Read {
  const { id, channel, occurredAt, scores } = voice
  const finding = findingOf(reading, idOf, held)
  // Whether a case is open for it is known to the row that is there, and added to the rank there.
  const influence = influenceOf({ ...finding, channel, lowScore: hasLowScore(scores), valued, owed: false })
  return {
    ...finding,
    reviewRank: rankOf(finding.doubt, influence, occurredAt),
    drawRank: drawRankOf(voice, occurredAt),
    feedbackId: id,
    channel,
    occurredAt,
    spam: reading.spam.length > 0,
    reasons: reading.spam,
  }
}

function newsOf(voice: Voice, stored: Stored | undefined, first: boolean) {
  if (stored === undefined) return []
  const { feedbackId, sentiment, score, intent, urgency, language, categories, setAside: aside } = stored
  const { customerId, channel, occurredAt, receivedAt, quiet } = voice
  return [
    {
      feedbackId,
      customerId,
      channel,
      occurredAt,
      receivedAt,
      quiet,
      language,
      sentiment,
      score,
      intent,
      urgency,
      categories,
      lowScore: hasLowScore(voice.scores),
      setAside: aside,
      first,
    },
  ]
}

/**
 * Follows whether cases are open for voices: what hangs on a promise is judged sooner. Safe to run twice and in any
 * order: it is told what is so now.
 */
export async function followOwed(db: Db, voices: readonly { feedbackId: string; owed: boolean }[]): Promise<number> {
  return await db.transaction(async (tx) => {
    await lockUnderstandings(
      tx,
      voices.map(({ feedbackId }) => feedbackId),
    )
    return await setOwed(tx, voices)
  })
}

/** Follows what was set aside or restored. What is restored is announced as new: nobody has acted on it. */
export async function followSetAside(db: Db, feedbackId: string, aside: boolean, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const is = await markSetAside(tx, feedbackId, aside)
    if (is === null) return
    await changed(tx, aside ? 'set-aside' : 'restored', { ...is, setAside: !aside }, is, { by: null, now })
    if (aside) return
    const [voice] = await voicesOf(tx, [feedbackId])
    if (voice !== undefined) await emitMany(tx, feedbackUnderstood, newsOf(voice, is, true))
  })
}

/** Says what of a voice is another now. */
export async function changed(
  tx: Db,
  why: 'corrected' | 'filed' | 'set-aside' | 'restored' | 'read-anew',
  was: Stored,
  is: Stored,
  { by, now }: { by: string | null; now: Instant },
): Promise<void> {
  const state = ({ sentiment, intent, setAside: aside }: Stored) => ({ sentiment, intent, setAside: aside })
  const { feedbackId, channel, occurredAt } = was
  await emit(tx, understandingChanged, {
    feedbackId,
    channel,
    occurredAt,
    why,
    was: state(was),
    is: state(is),
    by,
    at: now,
  })
}
