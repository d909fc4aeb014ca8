import { en } from './en/all.ts'
import type { Locale } from './locale.ts'
import { type Catalogue, type Speak, speaker } from './say.ts'
import { zhCN } from './zh-CN/all.ts'
import { zhTW } from './zh-TW/all.ts'

/** Every language at once, for the server and for tests. The web app loads one language as its own chunk instead. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

/** Speaks `locale`: `const t = speak('en'); t('stage.new')`. */
export const speak = (locale: Locale): Speak => speaker(catalogues[locale], locale)
