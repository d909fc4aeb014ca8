import { indexTaxonomy, type Taxonomy } from '../aspects/taxonomy.ts'
import type { Intent, IntentLabel } from '../intent/intent.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { isHan, isWordUnit } from '../language/script.ts'
import { looksLikeSpam, type SpamReason } from '../similarity/spam.ts'
import { DRILL_DOWN, type Question } from './drill-down.ts'
import { EMPTY_WORDS } from './empty-words.ts'

/** Whether a voice is about us; whether it is its speaker's own; whether it says what happened; whether it is of now. */
export type Value = {
  relevant: { holds: boolean; because: 'names-a-category' | 'wants-something' | 'judges' | 'says-nothing' }
  authentic: { holds: boolean; because: 'own-words' | 'default-text' | 'rewarded' | 'padding' | SpamReason }
  specific: { holds: boolean; because: 'gives-figures' | 'tells-what' | 'only-judges' | 'says-nothing' }
  /** `holds` is null where no time is named. */
  timely: { holds: boolean | null; because: 'recent' | 'long-ago' | 'no-time-named' }
  /** What to ask, so that it becomes concrete; null where it is, or where there is nothing to ask. */
  ask: Question | null
}

export type Known = {
  /** As the customer wrote it. */
  original: string
  intent: Intent
  /** Keys of the categories found, the first one named first. */
  categories: readonly string[]
  judges: boolean
  taxonomy: Taxonomy
}

const EMPTY = phrasesOf(
  EMPTY_WORDS.split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [word.replaceAll('_', ' '), true] as const),
)

/** Units read: who writes more is specific. */
const LONGEST = 400
/** An advert shows at the head. */
const SPAM_READ = 1_000
/** Signs of Han, or latin words, that are left when empty words are taken away. */
const TELLING_HAN = 4
const TELLING_WORDS = 3

const DEFAULT_TEXT =
  /(?:此|该)用户(?:没有|未)填写评价|默认好评|系统(?:自动|默认).{0,4}(?:好评|评价)|用户未(?:及时)?(?:评价|填写)/u
const REWARDED =
  /好评返现|返现.{0,6}好评|(?:为了|冲着).{0,4}(?:返现|积分|京豆|金币|红包|优惠券).{0,4}|凑(?:够|满|足)?.{0,3}字数?|写够.{0,4}字|刷单|for (?:the|my) (?:points|reward)/u
const LONG_AGO =
  /去年|前年|(?:\d{1,3}|[一二两三四五六七八九十几多好])年(?:前|以前|之前)|小时候|当年|很久以前|多年前|20[01]\d年|last year|years? ago|long ago|back in 20[01]\d/u
const RECENT =
  /今天|今早|今晚|昨天|昨晚|昨日|前天|刚刚|刚才|刚(?:收到|买|到|用|吃|打)|这两天|这几天|本周|这周|上周|本月|这个月|现在|目前|至今|到现在|today|yesterday|just now|last night|this (?:morning|week|month|afternoon)|right now|still|\d+ (?:minutes|hours|days) ago/u
const FIGURES = /\d|[一二两三四五六七八九十百千半几](?:个|次|天|小时|分钟|年|月|周|块|元|斤|件|遍|趟|公里|倍)/u

function saidIn(text: string): Value['specific'] {
  const head = text.slice(0, LONGEST)
  if (!/[\p{L}\p{N}]/u.test(head)) return { holds: false, because: 'says-nothing' }
  const rest = withoutEmpty(head)
  if (rest.han < TELLING_HAN && rest.words < TELLING_WORDS && !(FIGURES.test(head) && rest.han + rest.words >= 2))
    return { holds: false, because: 'only-judges' }
  return { holds: true, because: FIGURES.test(head) ? 'gives-figures' : 'tells-what' }
}

/** What is left of a text without empty words, in signs of Han and in latin words. */
function withoutEmpty(text: string): { han: number; words: number } {
  let han = 0
  let words = 0
  let at = 0
  const count = (to: number) => {
    for (let inWord = false; at < to; at++) {
      const unit = text.charCodeAt(at)
      const isPart = isWordUnit(unit) && !isHan(unit)
      if (isHan(unit)) han++
      else if (isPart && !inWord) words++
      inWord = isPart
    }
  }
  for (const { from, to } of findPhrases(EMPTY, text)) {
    count(from)
    at = to
  }
  count(text.length)
  return { han, words }
}

/** One short piece over and over, or one sign: 好好好好好好好. */
const isPadding = (text: string): boolean => /^(.{1,4}?)\1{5,}[\s\p{P}]*$/u.test(text.trim().slice(0, 200))

function authenticityOf(original: string, text: string): Value['authentic'] {
  if (DEFAULT_TEXT.test(text.slice(0, LONGEST))) return { holds: false, because: 'default-text' }
  if (REWARDED.test(text.slice(0, LONGEST * 4))) return { holds: false, because: 'rewarded' }
  if (isPadding(original)) return { holds: false, because: 'padding' }
  const { spam, reasons } = looksLikeSpam(original.slice(0, SPAM_READ))
  return spam ? { holds: false, because: reasons[0] ?? 'gibberish' } : { holds: true, because: 'own-words' }
}

function relevanceOf({ intent, categories, judges }: Known): Value['relevant'] {
  if (categories.some((key) => key !== 'overall')) return { holds: true, because: 'names-a-category' }
  if (intent.label !== 'other') return { holds: true, because: 'wants-something' }
  return judges ? { holds: true, because: 'judges' } : { holds: false, because: 'says-nothing' }
}

function timeOf(text: string): Value['timely'] {
  const head = text.slice(0, LONGEST * 4)
  if (RECENT.test(head)) return { holds: true, because: 'recent' }
  return LONG_AGO.test(head) ? { holds: false, because: 'long-ago' } : { holds: null, because: 'no-time-named' }
}

/**
 * What to ask about a vague voice, by its key in DRILL_DOWN: that of the first category that has one, itself or above it,
 * else of the whole.
 *
 * @param categories  keys, the first one named first
 */
export function askedAbout(categories: readonly string[], taxonomy: Taxonomy): string {
  const { keys, parents } = indexTaxonomy(taxonomy)
  for (const key of categories) {
    let at: number | undefined = keys.indexOf(key)
    for (let steps = 0; at !== undefined && at >= 0 && steps < keys.length; steps++) {
      const key = keys[at]!
      if (DRILL_DOWN[key] !== undefined && key !== 'overall') return key
      at = parents[at]
    }
  }
  return 'overall'
}

/** The question itself; see `askedAbout`. */
export const questionFor = (categories: readonly string[], taxonomy: Taxonomy): Question | null =>
  DRILL_DOWN[askedAbout(categories, taxonomy)] ?? null

/** Whether a voice says only that something is good or bad, so that it may be asked what. */
export const isVague = (said: {
  relevant: boolean
  authentic: boolean
  onlyJudges: boolean
  intent: IntentLabel
}): boolean => said.relevant && said.authentic && said.onlyJudges && said.intent !== 'question'

/**
 * What a voice is worth to those who want to improve, by four marks with a reason each. A mark says what to look at;
 * nothing is set aside by it.
 *
 * @param text  in the form of `normalise`
 */
export function valueOfNormalised(text: string, known: Known): Value {
  const relevant = relevanceOf(known)
  const authentic = authenticityOf(known.original, text)
  const specific = saidIn(text)
  const vague = isVague({
    relevant: relevant.holds,
    authentic: authentic.holds,
    onlyJudges: specific.because === 'only-judges',
    intent: known.intent.label,
  })
  return {
    relevant,
    authentic,
    specific,
    timely: timeOf(text),
    ask: vague ? questionFor(known.categories, known.taxonomy) : null,
  }
}
