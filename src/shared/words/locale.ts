/** The languages the product is written in. zh-CN is written first; the others are written again, not converted. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** Each language under its own name, so that a reader who knows no other finds it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)

/** The nearest language we write for one BCP 47 tag; null when there is none. */
function nearest(tag: string): Locale | null {
  const [language, ...rest] = tag.trim().toLowerCase().split('-')
  if (language === 'en') return 'en'
  if (language !== 'zh' && language !== 'yue') return null
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN'
}

/**
 * The first language of a wish list that we write, else `otherwise`.
 *
 * @param wishes  tags in order of wish, or an Accept-Language header (weights are taken as already in order)
 */
export function pickLocale(wishes: string | readonly string[], otherwise: Locale = 'zh-CN'): Locale {
  const tags = typeof wishes === 'string' ? wishes.split(',').map((part) => part.split(';')[0] ?? '') : wishes
  for (const tag of tags) {
    const found = nearest(tag)
    if (found) return found
  }
  return otherwise
}
