import { useFormat } from '../../format.ts'
import { useCategories } from '../../parts/categories.ts'
import { usePeople } from '../../parts/people.ts'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { type Correction, useCorrections } from './voices.ts'

/** Who said what differently, newest first. Nothing when nobody did. */
export function History({ id }: { id: string }) {
  const { t } = useWords()
  const { data } = useCorrections(id)
  if (!data || data.items.length === 0) return null
  return (
    <section>
      <h3>{t('explorer.history')}</h3>
      <ol className={css.history}>
        {data.items.map((correction) => (
          <Line key={correction.id} correction={correction} />
        ))}
      </ol>
    </section>
  )
}

/** A person said of it what the engine says. */
const isSame = (was: string | string[], value: string | string[]): boolean =>
  typeof was === 'string' || typeof value === 'string'
    ? was === value
    : [...was].sort().join() === [...value].sort().join()

function Line({ correction: { field, was, value, by, at } }: { correction: Correction }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { nameOf } = useCategories()
  const people = usePeople()
  const names: Record<string, string> = {
    sentiment: t('explorer.sentiment'),
    intent: t('explorer.intent'),
    urgency: t('explorer.urgency'),
    categories: t('explorer.categories'),
  }
  const write = (given: string | string[]): string => {
    if (typeof given === 'string') return given === '' ? t('explorer.nothing') : term(field, given)
    return given.length === 0 ? t('explorer.nothing') : f.list(given.map((id) => nameOf(id) || id))
  }
  return (
    <li>
      <span>
        {t(isSame(was, value) ? 'explorer.confirmed' : 'explorer.correction', {
          by: people.nameOf(by) ?? t('explorer.someone'),
          field: names[field] ?? field,
          was: write(was),
          value: write(value),
        })}
      </span>{' '}
      <span className={css.quiet}>
        <TimeAgo at={at} />
      </span>
    </li>
  )
}
