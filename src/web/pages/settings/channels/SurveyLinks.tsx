import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { SurveyItem } from '../../../../shared/contracts/surveys.ts'
import { api } from '../../../api.ts'
import type { CursorPage } from '../../../parts/cursor-list.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { Copy } from './Copy.tsx'
import css from './channels.module.css'

type Survey = z.input<typeof SurveyItem>

const linkOf = (slug: string) => `${window.location.origin}/s/${slug}`

/** Open surveys with the link that customers get. */
export function SurveyLinks() {
  const { t } = useWords()
  const found = useQuery({
    queryKey: ['surveys', 'open'],
    queryFn: ({ signal }) => api.get<CursorPage<Survey>>('/api/v1/surveys', { state: 'open' }, signal),
  })
  return (
    <section className={css.part}>
      <h2>{t('channels.surveys')}</h2>
      <p className={css.quiet}>{t('channels.surveys-about')}</p>
      <Loaded found={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              {t('channels.surveys-none')} <Link to="/surveys">{t('channels.surveys-make')}</Link>
            </p>
          ) : (
            <ul className={css.surveys}>
              {items.map(({ id, slug, title, responses }) => (
                <li key={id}>
                  <span>
                    <Link to="/surveys/$id" params={{ id }}>
                      {title}
                    </Link>{' '}
                    <span className={css.quiet}>{t('channels.survey-answers', { n: responses })}</span>
                  </span>
                  <code>{linkOf(slug)}</code>
                  <Copy text={linkOf(slug)} />
                  <a href={`/api/v1/surveys/${id}/qr.svg`} target="_blank" rel="noreferrer">
                    {t('channels.qr')}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
