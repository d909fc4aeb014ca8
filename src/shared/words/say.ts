import type { Locale } from './locale.ts'
import type { zhCN } from './zh-CN/all.ts'

/** Forms of one sentence, chosen by the parameter `n`. Chinese needs only `other`. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** A sentence with `{name}` places, or its plural forms. */
export type Word = string | Plural

export type WordParams = Readonly<Record<string, string | number>>

/** Another language of the words `T`: the same keys, each a text or plural forms. */
export type WordsOf<T> = { readonly [K in keyof T]: Word }

/** Every key there is; zh-CN is the source of truth. */
export type WordKey = keyof typeof zhCN

/** The members of a group, so that code can only name what has words: `MemberOf<'problem'>`. */
export type MemberOf<Group extends string> = WordKey extends infer Key
  ? Key extends `${Group}.${infer Member}`
    ? Member
    : never
  : never

/** All words in one language. */
export type Catalogue = WordsOf<typeof zhCN>

/** Speaks one language: `t('inbox.title')`, `t('inbox.chosen', { n: 3 })`. */
export type Speak = (key: WordKey, params?: WordParams) => string

const rules = new Map<Locale, Intl.PluralRules>()
const numbers = new Map<Locale, Intl.NumberFormat>()

function kept<T>(store: Map<Locale, T>, locale: Locale, make: () => T): T {
  const found = store.get(locale) ?? make()
  store.set(locale, found)
  return found
}

function formOf(word: Word, locale: Locale, n: string | number | undefined): string {
  if (typeof word === 'string') return word
  if (typeof n !== 'number') return word.other
  return word[kept(rules, locale, () => new Intl.PluralRules(locale)).select(n)] ?? word.other
}

/**
 * One sentence in one language. A number is written by the language's rules (12345 → 12,345);
 * a place without a parameter stays visible as `{name}`, for a hole is easier to find than a gap.
 */
export function say(words: Catalogue, locale: Locale, key: WordKey, params: WordParams = {}): string {
  return formOf(words[key], locale, params.n).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    if (value === undefined) return place
    return typeof value === 'number' ? kept(numbers, locale, () => new Intl.NumberFormat(locale)).format(value) : value
  })
}

/** `say` bound to one language. */
export const speaker =
  (words: Catalogue, locale: Locale): Speak =>
  (key, params) =>
    say(words, locale, key, params)

export const isWordKey = (words: Catalogue, key: string): key is WordKey => Object.hasOwn(words, key)

/**
 * The word of a group whose member comes from data: `termOf(words, locale, 'channel', 'email')`.
 * A member without a word is shown as it is, so that a new one is never invisible.
 */
export function termOf(words: Catalogue, locale: Locale, group: string, member: string, params?: WordParams): string {
  const key = `${group}.${member}`
  return isWordKey(words, key) ? say(words, locale, key, params) : member
}
