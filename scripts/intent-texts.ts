/** Texts with what they are for: public sets whose labels can be read so, and sentences from patterns of our own. */
import type { IntentLabel } from '../src/engine/intent/intent.ts'
import { madeSentences } from './intent-sentences.ts'
import { coarseIntents, isHeldBack, judgements, rowsOf } from './labelled-texts.ts'

export type IntentText = { text: string; intent: IntentLabel; source: string }

type Row = { text: string; label: string; label_des: string }

const OF_COARSE: Readonly<Record<string, IntentLabel>> = {
  complaint: 'complaint',
  praise: 'praise',
  question: 'question',
  request: 'question',
  statement: 'other',
}
const OF_APP: Readonly<Record<string, IntentLabel>> = { 'bug report': 'complaint', 'feature request': 'suggestion' }

function chats(part: 'train' | 'dev'): IntentText[] {
  const coarse = coarseIntents()
  return (rowsOf<Row>(`cic_customer_intent/${part}.jsonl.gz`) ?? []).flatMap(({ text, label_des }) => {
    const intent = OF_COARSE[coarse[label_des] ?? '']
    return intent === undefined ? [] : [{ text, intent, source: 'chat' }]
  })
}

const apps = (): IntentText[] =>
  (rowsOf<Row>('app_reviews_clean/train.jsonl.gz') ?? []).flatMap(({ text, label }) => {
    const intent = OF_APP[label]
    return intent === undefined ? [] : [{ text, intent, source: 'app' }]
  })

const bank = (): IntentText[] =>
  (rowsOf<Row>('banking77/train.jsonl.gz') ?? []).map(({ text }) => ({ text, intent: 'question', source: 'bank' }))

const reviews = (set: 'airline' | 'shopping' | 'waimai'): IntentText[] =>
  judgements[set]().map(({ text, positive }) => ({ text, intent: positive ? 'praise' : 'complaint', source: set }))

const oneIn = (n: number, texts: readonly IntentText[]): IntentText[] => texts.filter((_, i) => i % n === 0)

/** `own/intent.jsonl`: a line each with text and intent. */
const own = (): IntentText[] =>
  (rowsOf<{ text: string; intent: IntentLabel }>('own/intent.jsonl') ?? []).map((row) => ({ ...row, source: 'own' }))

/** Large sets are thinned, so that none drowns the others. */
export function intentTexts(seed: number): { learned: IntentText[]; judged: IntentText[] } {
  const all = [
    ...chats('train'),
    ...apps(),
    ...oneIn(3, bank()),
    ...oneIn(2, reviews('airline')),
    ...oneIn(12, reviews('shopping')),
    ...oneIn(3, reviews('waimai')),
    ...own(),
  ]
  const made = madeSentences(seed).map(({ text, label }): IntentText => ({ text, intent: label, source: 'made' }))
  return {
    learned: [...all.filter(({ text }) => !isHeldBack(text)), ...made],
    judged: [...all.filter(({ text, source }) => source !== 'chat' && isHeldBack(text)), ...chats('dev')],
  }
}
