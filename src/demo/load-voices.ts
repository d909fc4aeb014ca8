/** Every voice of the story at its own moment: survey answers as responses, all others as feedback; then each is understood. */
import { receiveFeedback } from '../modules/feedback/index.ts'
import { askedRow, type Filling, readFilled, takeResponse } from '../modules/surveys/index.ts'
import { correct, understand, understandingsOf } from '../modules/understanding/index.ts'
import type { Database, Db } from '../platform/db/db.ts'
import type { Tools } from '../platform/tools.ts'
import { DAY, type Instant } from '../shared/time/instant.ts'
import type { Ground } from './load-ground.ts'
import type { Meant, Story, Voice } from './story-shape.ts'
import { productName } from './taxonomy.ts'

type Parts = {
  database: Database
  db: Db
  tools: Tools
  story: Story
  ground: Ground
  /** Is told how many steps are done; each voice is two. */
  did: (steps: number) => Promise<void>
}

const AT_ONCE = 200

/** Gives the feedback of each voice by its source id. */
export async function loadVoices(parts: Parts): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const batch of batches(parts.story.voices)) {
    const plain = batch.filter((voice) => !isAnswer(voice, parts.ground))
    await loadPlain(parts, plain, ids)
    for (const voice of batch) if (isAnswer(voice, parts.ground)) await loadAnswer(parts, voice, ids)
    await parts.did(batch.length)
  }
  await understandAll(parts, ids)
  return ids
}

const isAnswer = (voice: Voice, ground: Ground): boolean =>
  voice.survey !== null && ground.surveys.has(voice.survey.key)

/** Neighbours in time, within a day of each other. */
function batches(voices: readonly Voice[]): Voice[][] {
  const all: Voice[][] = []
  for (const voice of voices) {
    const open = all.at(-1)
    const first = open?.[0]
    if (
      open !== undefined &&
      first !== undefined &&
      open.length < AT_ONCE &&
      voice.occurredAt - first.occurredAt < DAY / 2
    )
      open.push(voice)
    else all.push([voice])
  }
  return all
}

async function loadPlain(
  { database, db, ground }: Parts,
  voices: readonly Voice[],
  ids: Map<string, string>,
): Promise<void> {
  if (voices.length === 0) return
  const now = (voices.at(-1)?.occurredAt ?? 0) as Instant
  const items = voices.map(
    ({ sourceId, channel, occurredAt, text, subject, scores, customerRef, language, facts }) => ({
      channel,
      sourceId,
      occurredAt,
      ...(text !== null && { text }),
      ...(subject !== null && { subject }),
      ...(language !== null && { language }),
      scores: scores.map(({ kind, value, scale }) => ({ kind, value, ...(scale !== undefined && { scale }) })),
      facts: { ...namedFacts(facts), ...(subject !== null && { subject }) },
      customerId: customerRef === null ? undefined : ground.customers.get(customerRef),
    }),
  )
  const outcomes = await receiveFeedback(database, db.workspaceId, items, { now, quiet: true })
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome.status === 'refused')
      throw new Error(
        `the demo's own voice was refused: ${outcome.refusal.message} ${JSON.stringify(outcome.refusal.errors)}`,
      )
    ids.set(voices[i]?.sourceId ?? '', outcome.id)
  }
}

/** The facts as a shop would send them: the product by its name alone. */
function namedFacts({ product, productName: _, ...others }: Voice['facts']): Record<string, string> {
  return { ...others, ...(product !== undefined && { product: productName(product) }) }
}

async function loadAnswer({ db, tools, ground }: Parts, voice: Voice, ids: Map<string, string>): Promise<void> {
  const survey = await askedRow(db, ground.surveys.get(voice.survey?.key ?? 'nps-quarterly') ?? '')
  if (survey?.definition == null) throw new Error('a survey of the demo is not published')
  const answers = new Map(
    [
      ...voice.scores.map(({ kind, value }) => [kind, String(value)] as const),
      ...Object.entries(voice.survey?.answers ?? {}),
      ...(voice.text === null ? [] : [['why', voice.text] as const]),
    ]
      .filter(([key]) => survey.definition?.questions.some((question) => question.key === key))
      .map(([key, value]) => [key, { values: [value], other: '' }]),
  )
  const reading = readFilled(survey.definition, { answers, contact: '' })
  if (!reading.ok)
    throw new Error(`the demo's own answer does not fit: ${voice.sourceId} ${JSON.stringify(reading.wrong)}`)
  const { product, branch, orderNo } = voice.facts
  const filling: Filling = {
    submission: voice.sourceId,
    version: survey.version,
    definition: survey.definition,
    locale: 'zh-CN',
    rows: reading.rows,
    contact: null,
    facts: {
      ...(product !== undefined && { product: productName(product) }),
      ...(branch !== undefined && { branch }),
      ...(orderNo !== undefined && { order: orderNo }),
    },
    startedAt: (voice.occurredAt - 40_000) as Instant,
    source: 'link',
    suspect: [],
  }
  const customerId = voice.customerRef === null ? undefined : ground.customers.get(voice.customerRef)
  const { taken } = await takeResponse(db, survey, filling, {
    now: voice.occurredAt,
    publicUrl: tools.publicUrl,
    quiet: true,
    channel: voice.channel,
    customerId,
  })
  ids.set(voice.sourceId, taken.feedbackId)
}

/** Understood here rather than later, so that cases find it; staff have corrected what the engine missed, and confirmed some. */
async function understandAll(
  { db, tools, story, ground, did }: Parts,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const all = [...ids.values()]
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE)
    await understand(db, part, { now: tools.now(), tools })
    await did(part.length)
  }
  const by = ground.people.get('gu')?.id ?? ''
  const latest = tools.now()
  for (const [n, { sourceId, meant, occurredAt }] of story.voices.entries()) {
    const feedbackId = ids.get(sourceId)
    if (meant !== null && feedbackId !== undefined)
      await judge(db, feedbackId, meant, ground, {
        by,
        now: Math.min(occurredAt + DAY / 4, latest) as Instant,
        reviewed: n % REVIEWED === 0,
      })
  }
}

/** One voice in so many is looked at though the engine got it right: else all that people said would be against it. */
const REVIEWED = 2

/** Who looks at a voice says all of it: what was missed and what was not. */
async function judge(
  db: Db,
  feedbackId: string,
  meant: Meant,
  ground: Ground,
  { reviewed, ...act }: { by: string; now: Instant; reviewed: boolean },
): Promise<void> {
  const [found] = await understandingsOf(db, [feedbackId])
  const category = ground.categories.get(meant.category)
  if (found === undefined || category === undefined) return
  const filed = found.categories.includes(category)
  const isRight = found.sentiment === meant.sentiment && found.intent === meant.intent && filed
  if (isRight && !reviewed) return
  const categories = filed ? found.categories : [category, ...found.categories].slice(0, 3)
  await correct(db, feedbackId, { sentiment: meant.sentiment, intent: meant.intent, categories }, act)
}
