/**
 * Reads the labelled public texts that the engine's weights are learned from and measured on. They are no part of the
 * repository: HX_TEXT_DATA names their folder, ../shared/data when unset. What is missing is left out.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { normalise } from '../src/engine/language/normalise.ts'
import type { LabelledText } from '../src/engine/sentiment/fit.ts'

export const textData = process.env.HX_TEXT_DATA ?? join(import.meta.dirname, '../../shared/data')

const read = new Map<string, string>()

/** The files read so far with the SHA-256 of each. */
export const filesRead = (): { file: string; sha256: string }[] =>
  [...read].map(([file, sha256]) => ({ file, sha256 })).sort((a, b) => (a.file < b.file ? -1 : 1))

/** Rows of a gzipped JSON Lines file, or null when it is not there. */
export function rowsOf<T>(file: string): T[] | null {
  const path = join(textData, file)
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  read.set(file, createHash('sha256').update(bytes).digest('hex'))
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): T => JSON.parse(line))
}

/** One text in five is held back, chosen by its letters, so that copies of a text fall on one side. */
export function isHeldBack(text: string): boolean {
  const letters = normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '')
  let hash = 0x811c9dc5
  for (let i = 0; i < letters.length; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 16777619)
  return (hash >>> 0) % 5 === 0
}

type Rated = { text: string; label: number; cat?: string }
type Cosmetics = { text: string; quads: { polarity: string }[] }
type AutoRow = { text: string; sentiment: number }
type Tweet = { text: string; label: string }
type Chat = { text: string; label_des: string }

/** `domain`: what it is about, as books or hotels; its source where that is one domain. */
export type Judged = LabelledText & { domain: string }

const rated = (file: string, source: string): Judged[] =>
  (rowsOf<Rated>(file) ?? []).map(({ text, label, cat }) => ({
    text,
    positive: label === 1,
    source,
    domain: cat ?? source,
  }))

function cosmetics(): Judged[] {
  return (rowsOf<Cosmetics>('zhijiang_cosmetics/train.jsonl.gz') ?? []).flatMap(({ text, quads }) => {
    const [polarity, other] = new Set(quads.map((quad) => quad.polarity))
    return other === undefined && polarity !== '中性'
      ? [{ text, positive: polarity === '正面', source: 'cosmetics', domain: 'cosmetics' }]
      : []
  })
}

/** One row per text with every judgement passed on it. */
function autoJudgements(): { text: string; sentiments: Set<number> }[] {
  const byText = new Map<string, Set<number>>()
  for (const { text, sentiment } of rowsOf<AutoRow>('bdci2018_auto/train.jsonl.gz') ?? []) {
    byText.set(text, (byText.get(text) ?? new Set()).add(sentiment))
  }
  return [...byText].map(([text, sentiments]) => ({ text, sentiments }))
}

function auto(): Judged[] {
  const plain = autoJudgements().filter(({ sentiments }) => sentiments.size === 1 && !sentiments.has(0))
  return plain.map(({ text, sentiments }) => ({ text, positive: sentiments.has(1), source: 'auto', domain: 'auto' }))
}

const tweets = () => rowsOf<Tweet>('airline_tweets/train.jsonl.gz') ?? []
const airline = (): Judged[] =>
  tweets().flatMap(({ text, label }) =>
    label === 'neutral' ? [] : [{ text, positive: label === 'positive', source: 'airline', domain: 'airline' }],
  )

const chats = (): Chat[] =>
  ['train', 'dev'].flatMap((part) => rowsOf<Chat>(`cic_customer_intent/${part}.jsonl.gz`) ?? [])

function chat(): Judged[] {
  const coarse = coarseIntents()
  return chats()
    .map(({ text, label_des }) => ({ text, intent: coarse[label_des] }))
    .filter(({ intent }) => intent === 'complaint' || intent === 'praise')
    .map(({ text, intent }) => ({ text, positive: intent === 'praise', source: 'chat', domain: 'chat' }))
}

/** The few labelled rows of EPRSTMT: measured on, never learned from, so that one set stays a domain never seen. */
export const unseen = (): Judged[] =>
  (rowsOf<{ text: string; label: string }>('eprstmt/train_few_all.jsonl.gz') ?? []).map(({ text, label }) => ({
    text,
    positive: label === 'Positive',
    source: 'eprstmt',
    domain: 'eprstmt',
  }))

/** Texts of one's own: `own/sentiment.jsonl` with text, label 1 (good) or 0 (bad), and cat, what it is about. */
export const ownJudgements = (): Judged[] => rated('own/sentiment.jsonl', 'own')

/** Texts that are good (positive) or bad news. */
export const judgements = {
  waimai: () => rated('waimai_10k/train.jsonl.gz', 'waimai'),
  shopping: () => rated('online_shopping_10_cats/train.jsonl.gz', 'shopping'),
  cosmetics,
  auto,
  airline,
  chat,
} as const satisfies Record<string, () => Judged[]>

/** Texts that judge (positive) or only state or ask. */
export function opinions(): LabelledText[] {
  const coarse = coarseIntents()
  const judging = (source: keyof typeof judgements, oneIn: number) =>
    judgements[source]()
      .filter((_, i) => i % oneIn === 0)
      .map((one) => ({ ...one, positive: true }))
  return [
    ...autoJudgements().map(({ text, sentiments }) => ({
      text,
      positive: sentiments.has(1) || sentiments.has(-1),
      source: 'auto',
    })),
    ...chats()
      .filter((row) => coarse[row.label_des] !== 'request')
      .map((row) => ({
        text: row.text,
        positive: /complaint|praise/.test(coarse[row.label_des] ?? ''),
        source: 'chat',
      })),
    ...tweets().map(({ text, label }) => ({ text, positive: label !== 'neutral', source: 'airline' })),
    ...judging('waimai', 1),
    ...judging('shopping', 6),
    ...judging('cosmetics', 1),
  ]
}

/** Label of the customer-intent set → complaint, praise, question, request or statement. */
export function coarseIntents(): Record<string, string> {
  const path = join(textData, 'cic_customer_intent/coarse_map.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
