import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Definition } from '../../../shared/questions/definition.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'

const REST_MS = 400

/** What `value` was when it last rested. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

/**
 * The page itself, as the server makes it, in a frame of a phone's width. The frame has an origin of its own and may
 * not send forms: nothing in it reaches what staff see or what customers answer.
 */
export function PhonePreview({ draft, locale, at }: { draft: Definition; locale: Locale; at: string }) {
  const { t } = useWords()
  const shown = useRested(draft)
  const page = useQuery({
    queryKey: ['survey-preview', shown, locale, at],
    queryFn: () => api.send<{ html: string }>('POST', '/api/v1/surveys/preview', { definition: shown, locale, at }),
    placeholderData: (before) => before,
    gcTime: 0,
  })
  return (
    <aside className={css.preview} aria-label={t('survey.preview')}>
      {page.isError ? (
        <ErrorState problem={page.error} retry={() => void page.refetch()} />
      ) : (
        <iframe
          className={css.phone}
          title={t('survey.preview')}
          sandbox="allow-scripts"
          srcDoc={page.data?.html ?? ''}
        />
      )}
    </aside>
  )
}
