import type { Db } from '../../platform/db/db.ts'
import type { Tools } from '../../platform/tools.ts'
import type { FeedbackFilter } from '../../shared/contracts/feedback.ts'
import type { WordsQuery, WordsView } from '../../shared/contracts/words.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { workspaceZone } from '../accounts/index.ts'
import { wantedOf } from './search-words.ts'
import { usualStart } from './usual-period.ts'
import { newestThatFit } from './voices.actions.ts'
import type { Place } from './voices.store.ts'
import { placesAround, saidBy, wholeWords } from './words.store.ts'
import type { WordsRead } from './words-reading.ts'

/** Voices read of each group: what tells them apart is plain by then, and reading them takes about a second. */
const MOST = 3_000
/** The others are looked for around so many of the chosen ones, so that both are of the same days. */
const PLACES = 100
const AROUND_EACH = 120
const ASIDE = { no: false, only: null, any: null } as const

type With = { now: Instant; tools: Pick<Tools, 'threads'> }

/**
 * Which words tell the voices that fit from others. Of more than can be read the newest are; the others are of the
 * same days. The reading is done beside the requests.
 */
export async function wordsOf(db: Db, { against, ...asked }: WordsQuery, { now, tools }: With): Promise<WordsView> {
  const filter = against === 'before' ? await withPeriod(db, asked, now) : asked
  const here = await newestThatFit(db, filter, now, MOST)
  const there =
    against === 'before' ? await newestThatFit(db, periodBefore(filter), now, MOST) : await othersThan(db, here, asked)
  const [ours, theirs] = [await saidBy(db, idsOf(here)), await saidBy(db, idsOf(there))]
  const q = asked.q?.trim() ?? ''
  const read = await tools.threads.call<WordsRead>(new URL('./words-reading.ts', import.meta.url), 'readWords', {
    here: ours,
    there: theirs,
    names: await wholeWords(db),
    q,
    wanted: q === '' ? null : wantedOf(q),
  })
  return {
    against,
    here: { n: read.here, ...spanOf(here) },
    there: { n: read.there, ...spanOf(there) },
    sampled: here.length === MOST,
    words: read.words.map(({ word, parts, here: own, there: other, logOdds, low, high, z, weight }) => ({
      word,
      q: parts.join(' '),
      here: own,
      there: other,
      odds: rounded(Math.exp(logOdds)),
      interval: { low: rounded(Math.exp(low)), high: rounded(Math.exp(high)) },
      z: rounded(z),
      weight,
    })),
  }
}

const rounded = (x: number): number => Number(x.toPrecision(4))
const idsOf = (places: readonly Place[]): string[] => places.map(({ id }) => id)
const spanOf = (places: readonly Place[]) => ({
  from: places.at(-1)?.occurredAt ?? null,
  to: places[0]?.occurredAt ?? null,
})

/** Between the oldest and the newest of the chosen all that fit are among them, so whoever is not does not fit. */
async function othersThan(db: Db, here: readonly Place[], { setAside }: FeedbackFilter): Promise<Place[]> {
  const oldest = here.at(-1)
  if (oldest === undefined) return []
  const step = Math.max(1, Math.floor(here.length / PLACES))
  const some = here.filter((_, i) => i % step === 0)
  const around = { each: AROUND_EACH, since: oldest.occurredAt, aside: ASIDE[setAside] }
  return await placesAround(db, some, { ...around, but: idsOf(here), most: MOST })
}

async function withPeriod(db: Db, asked: FeedbackFilter, now: Instant): Promise<FeedbackFilter> {
  const to = asked.to ?? now
  return { ...asked, from: asked.from ?? usualStart(to, await workspaceZone(db)), to }
}

/** The same choice, as long, right before. */
function periodBefore(filter: FeedbackFilter): FeedbackFilter {
  const { from = 0 as Instant, to = from } = filter
  return { ...filter, from: (from - (to - from)) as Instant, to: from }
}
