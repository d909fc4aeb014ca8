import type { Definition, SurveySettings } from '../../../shared/questions/definition.ts'
import type { ChoiceQuestion, Option, ScoreQuestion, TextQuestion, Texts } from '../../../shared/questions/question.ts'

/** A survey to begin with, written in every language of the product. */
export type Template = { key: string; about: Texts; definition: Definition }

export const OPEN_SETTINGS: SurveySettings = { opensAt: null, closesAt: null, cap: null, contact: 'optional' }

/** The same sentence in our three languages, in the order they are written. */
export const words = (zhCN: string, zhTW: string, en: string): Texts => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en })

export const option = (key: string, zhCN: string, zhTW: string, en: string): Option => ({
  key,
  label: words(zhCN, zhTW, en),
})

export const scale = (kind: ScoreQuestion['kind'], key: string, label: Texts, help: Texts = {}): ScoreQuestion => ({
  kind,
  key,
  label,
  help,
  required: true,
  low: {},
  high: {},
})

/** What must be answered has a closed list; what may be answered leaves room for what we did not think of. */
export const choice = (
  kind: ChoiceQuestion['kind'],
  key: string,
  label: Texts,
  options: readonly Option[],
  { required = false, help = {} }: { required?: boolean; help?: Texts } = {},
): ChoiceQuestion => ({ kind, key, label, help, required, options, other: !required })

export const written = (
  kind: TextQuestion['kind'],
  key: string,
  label: Texts,
  example: Texts,
  help: Texts = {},
): TextQuestion => ({ kind, key, label, help, required: false, example })
