import { en } from './en/all.ts'
import type { Locale } from './locale.ts'
import { type Catalogue, type Speak, speaker, type Word } from './say.ts'
import { zhCN } from './zh-CN/all.ts'
import { zhTW } from './zh-TW/all.ts'

/** Every language at once, for the server and for tests. The web app loads one language as its own chunk instead. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

/** Speaks `locale`: `const t = speak('en'); t('stage.new')`. */
export const speak = (locale: Locale): Speak => speaker(catalogues[locale], locale)

/** How customers are addressed in Chinese; a workspace chooses. */
export type Pronoun = '你' | '您'

/** Several people are 你们 in either case. */
const ONE_PERSON = /你(?![们們])/g

const polite = (words: Catalogue): Catalogue =>
  Object.fromEntries(
    Object.entries<Word>(words).map(([key, word]) => [
      key,
      typeof word === 'string' ? word.replace(ONE_PERSON, '您') : word,
    ]),
  ) as Catalogue

const made = new Map<Locale, Catalogue>()

/** The words for customers of a workspace that says `pronoun`. Only ours change, never what people wrote. */
export function wordsFor(locale: Locale, pronoun: Pronoun = '你'): Catalogue {
  if (pronoun === '你' || locale === 'en') return catalogues[locale]
  const words = made.get(locale) ?? polite(catalogues[locale])
  made.set(locale, words)
  return words
}

/** Speaks to a customer: `speakTo('zh-CN', '您')('letter.ack.subject', { code })`. */
export const speakTo = (locale: Locale, pronoun?: Pronoun): Speak => speaker(wordsFor(locale, pronoun), locale)
