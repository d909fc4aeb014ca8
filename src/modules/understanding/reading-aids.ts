/** What helps people to read a voice: what is kept of the engine's findings, and how it is said. */
import type { Analysis } from '../../engine/analysis/analyse.ts'
import type { Taxonomy } from '../../engine/aspects/taxonomy.ts'
import { DRILL_DOWN } from '../../engine/value/drill-down.ts'
import { isVague, questionFor } from '../../engine/value/value.ts'
import type { EmotionView, NeedView, Question, ValueItem, ValueView } from '../../shared/contracts/reading-aids.ts'
import type { Intent, Sentiment } from '../../shared/contracts/values.ts'

/** Why each part of a voice's value holds or does not, in the engine's words; null where no time is named. */
export type ValueReasons = { relevant: string; authentic: string; specific: string; timely: string | null }

/** As kept; null where nothing shows. */
export type ReadingAids = { emotion: EmotionView; need: NeedView; value: ValueReasons | null }

/** What is kept of an analysis. Of a voice without words nothing is: its score says it all. */
export function aidsOf({ emotion, need, value }: Pick<Analysis, 'emotion' | 'need' | 'value'>): ReadingAids {
  const { relevant, authentic, specific, timely } = value
  return {
    emotion: emotion.label === 'none' ? null : { label: emotion.label, confidence: emotion.confidence },
    need: need.level === 'none' ? null : { level: need.level, confidence: need.confidence },
    value:
      specific.because === 'says-nothing'
        ? null
        : {
            relevant: relevant.because,
            authentic: authentic.because,
            specific: specific.because,
            timely: timely.holds === null ? null : timely.because,
          },
  }
}

/** The reasons with which a part holds; with any other it does not. */
const HOLDING: ReadonlySet<string> = new Set([
  'names-a-category',
  'wants-something',
  'judges',
  'own-words',
  'gives-figures',
  'tells-what',
  'recent',
])
const holds = (because: string): boolean => HOLDING.has(because)

/** What a row of `understandings` holds of a voice's value. */
export type ValueRow = {
  valueRelevant: string | null
  valueAuthentic: string | null
  valueSpecific: string | null
  valueTimely: string | null
}

/** The reasons in a row; null where there are none. */
export function reasonsIn({
  valueRelevant,
  valueAuthentic,
  valueSpecific,
  valueTimely,
}: ValueRow): ValueReasons | null {
  if (valueRelevant === null || valueAuthentic === null || valueSpecific === null) return null
  return { relevant: valueRelevant, authentic: valueAuthentic, specific: valueSpecific, timely: valueTimely }
}

/** Whether each part holds, for lists. */
export function valueItem(row: ValueRow): ValueItem {
  const reasons = reasonsIn(row)
  if (reasons === null) return null
  const { relevant, authentic, specific, timely } = reasons
  return {
    relevant: holds(relevant),
    authentic: holds(authentic),
    specific: holds(specific),
    timely: timely === null ? null : holds(timely),
  }
}

/** Each part with its reason, and what to ask. */
export function valueView(reasons: ValueReasons | null, ask: Question | null): ValueView {
  if (reasons === null) return null
  const { relevant, authentic, specific, timely } = reasons
  return {
    relevant: { holds: holds(relevant), because: relevant },
    authentic: { holds: holds(authentic), because: authentic },
    specific: { holds: holds(specific), because: specific },
    timely: timely === null ? { holds: null, because: 'no-time-named' } : { holds: holds(timely), because: timely },
    ask,
  }
}

type Known = { value: ValueItem; intent: Intent | null; sentiment: Sentiment | null }

/** Whether there is something to ask about a voice, as it is understood now: people may have corrected it. */
export const wantsAsking = ({ value, intent }: Omit<Known, 'sentiment'>): boolean =>
  value !== null &&
  intent !== null &&
  // What says nothing at all has no value, so what is not specific only judges.
  isVague({ relevant: value.relevant, authentic: value.authentic, onlyJudges: !value.specific, intent })

/** A question as a workspace says it that calls its customers `pronoun`; ours say 您. */
export const inPronoun = (question: Question, pronoun: '你' | '您'): Question =>
  pronoun === '您'
    ? question
    : {
        'zh-CN': question['zh-CN'].replaceAll('您', pronoun),
        'zh-TW': question['zh-TW'].replaceAll('您', pronoun),
        en: question.en,
      }

/** A question by its key in DRILL_DOWN, as a workspace says it; null where there is none. */
export function questionNamed(key: string, pronoun: '你' | '您'): Question | null {
  const question = Object.hasOwn(DRILL_DOWN, key) ? DRILL_DOWN[key] : undefined
  return question === undefined ? null : inPronoun(question, pronoun)
}

/** The questions of categories ask what went wrong: who is content is asked about the whole. */
export const categoriesToAsk = (sentiment: Sentiment | null, categories: readonly string[]): readonly string[] =>
  sentiment === 'positive' ? [] : categories

/**
 * What to ask, so that a vague voice becomes concrete; null where it is not vague.
 *
 * @param categories  keys of what it is filed under, the first one named first
 */
export const questionAbout = (known: Known, categories: readonly string[], taxonomy: Taxonomy): Question | null =>
  wantsAsking(known) ? questionFor(categoriesToAsk(known.sentiment, categories), taxonomy) : null
