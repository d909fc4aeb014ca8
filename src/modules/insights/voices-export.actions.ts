import { findPii } from '../../engine/privacy/find.ts'
import { mask } from '../../engine/privacy/mask.ts'
import type { Db } from '../../platform/db/db.ts'
import { type FeedbackItem, SCORE_KINDS } from '../../shared/contracts/feedback.ts'
import { type Question, VALUE_PARTS } from '../../shared/contracts/reading-aids.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../shared/text/csv-line.ts'
import { masked } from '../../shared/text/masked.ts'
import { isoOf } from '../../shared/time/instant.ts'
import { catalogues, speak } from '../../shared/words/catalogues.ts'
import { termOf } from '../../shared/words/say.ts'
import { allCategories, questionsAbout } from '../understanding/index.ts'
import { listVoices } from './voices.actions.ts'
import type { Before, VoiceFilter } from './voices.store.ts'

const PART = 200

export type VoicesAsked = { filter: VoiceFilter & { q?: string | undefined }; locale: Locale; hidePeople: boolean }

/**
 * The voices that fit, newest first, as lines of a CSV file; spreadsheets run none of their texts as a formula. Read
 * page by page, so that a million need no memory.
 *
 * @param asked.hidePeople  names and what else is personal in the texts are masked
 */
export async function* voiceLines(db: Db, { filter, locale, hidePeople }: VoicesAsked): AsyncGenerator<string> {
  const t = speak(locale)
  const named = (group: string, member: string | null) =>
    member === null ? null : termOf(catalogues[locale], locale, group, member)
  const names = new Map((await allCategories(db)).map(({ id, names: own }) => [id, own[locale] ?? own['zh-CN'] ?? '']))
  const shown = (text: string) => (hidePeople ? mask(text, findPii(text)) : text)
  const yes = (holds: boolean | null | undefined) => (holds == null ? null : t(holds ? 'aids.yes' : 'aids.no'))
  const lineOf = (voice: FeedbackItem, ask: Question | undefined) =>
    csvLine([
      publicIdOf('fb', voice.id),
      isoOf(voice.occurredAt),
      named('channel', voice.channel),
      voice.customer === null ? null : hidePeople ? masked(voice.customer.name) : voice.customer.name,
      shown(voice.subject),
      shown(voice.text),
      ...SCORE_KINDS.map((kind) => voice.scores.find((score) => score.kind === kind)?.value ?? null),
      named('sentiment', voice.sentiment),
      named('intent', voice.intent),
      named('urgency', voice.urgency),
      voice.categories.map((id) => names.get(id) ?? '').join('; '),
      voice.language,
      named('emotion', voice.emotion),
      named('need', voice.need),
      ...VALUE_PARTS.map((part) => yes(voice.value?.[part])),
      ask?.[locale] ?? null,
    ])
  yield BYTE_ORDER_MARK +
    csvLine([
      t('explorer.csv.id'),
      t('explorer.when'),
      t('explorer.channel'),
      t('explorer.who'),
      t('explorer.csv.subject'),
      t('explorer.said'),
      ...SCORE_KINDS.map((kind) => named('score', kind)),
      t('explorer.sentiment'),
      t('explorer.intent'),
      t('explorer.csv.urgency'),
      t('explorer.categories'),
      t('explorer.language'),
      t('aids.emotion'),
      t('aids.need'),
      ...VALUE_PARTS.map((part) => named('value', part)),
      t('aids.ask'),
    ])
  for (let before: Before | null = null; ; ) {
    const { items, next } = await listVoices(db, { ...filter, before, limit: PART })
    const questions = await questionsAbout(db, items)
    yield items.map((item) => lineOf(item, questions.get(item.id))).join('')
    if (next === null) return
    before = next
  }
}
