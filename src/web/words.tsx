import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { isLocale, type Locale, pickLocale } from '../shared/words/locale.ts'
import { type Catalogue, isWordKey, type Speak, speaker, termOf, type WordParams } from '../shared/words/say.ts'
import type { ApiProblem, Facts } from './api.ts'
import { readStored, writeStored } from './stored.ts'

/** Each language is a chunk of its own; only the one in use is loaded. */
const loaders: Record<Locale, () => Promise<Catalogue>> = {
  'zh-CN': () => import('../shared/words/zh-CN/all.ts').then((m) => m.zhCN),
  'zh-TW': () => import('../shared/words/zh-TW/all.ts').then((m) => m.zhTW),
  en: () => import('../shared/words/en/all.ts').then((m) => m.en),
}

export type Language = { locale: Locale; words: Catalogue }

export const loadLanguage = async (locale: Locale): Promise<Language> => ({ locale, words: await loaders[locale]() })

/** The language chosen in this browser; null when none was. */
export function chosenLocale(): Locale | null {
  const stored = readStored('locale')
  return isLocale(stored) ? stored : null
}

export const firstLocale = (): Locale => chosenLocale() ?? pickLocale(navigator.languages)

type Words = {
  locale: Locale
  /** A sentence by its key: `t('inbox.title')`. */
  t: Speak
  /** The name of a member of a fixed set that comes from data: `term('channel', feedback.channel)`. */
  term: (group: string, member: string, params?: WordParams) => string
  /** What to tell a person about a refusal. */
  tell: (problem: Pick<ApiProblem, 'code' | 'facts'> & { status?: number }) => string
  /** What is wrong with one value. */
  tellMisfit: (misfit: { code: string; facts: Facts }) => string
  /** Changes the language; `keep` remembers it in this browser. */
  speak: (locale: Locale, keep: boolean) => Promise<void>
}

const WordsContext = createContext<Words | null>(null)

/** A proxy before us got no answer: as good as away. */
const GATEWAY: readonly number[] = [502, 504]

/** A refusal that we do not know, from a proxy before us for example, is told by its number. */
function telling({ words, locale }: Language, t: Speak): Words['tell'] {
  return ({ code, status = 0, facts }) => {
    if (isWordKey(words, `problem.${code}`)) return termOf(words, locale, 'problem', code, facts)
    const byNumber = `problem.http.${GATEWAY.includes(status) ? 503 : status}`
    return isWordKey(words, byNumber) ? t(byNumber) : t('problem.unexpected')
  }
}

export function WordsProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first)

  useEffect(() => {
    document.documentElement.lang = language.locale
  }, [language])

  const value = useMemo<Words>(() => {
    const { locale, words } = language
    const t = speaker(words, locale)
    return {
      locale,
      t,
      term: (group, member, params) => termOf(words, locale, group, member, params),
      tell: telling(language, t),
      tellMisfit: ({ code, facts }) => termOf(words, locale, 'misfit', code, facts),
      async speak(wanted, keep) {
        if (keep) writeStored('locale', wanted)
        if (wanted !== locale) setLanguage(await loadLanguage(wanted))
      },
    }
  }, [language])

  return <WordsContext value={value}>{children}</WordsContext>
}

/** `const { t, term, tell, locale } = useWords()` */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords: outside WordsProvider')
  return words
}
