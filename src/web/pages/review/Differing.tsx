import { Button } from '@mantine/core'
import type { JudgedField } from '../../../shared/contracts/review.ts'
import { useFormat } from '../../format.ts'
import { useKeys } from '../../keys.ts'
import { useCategories } from '../../parts/categories.ts'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import { bySaid, type Draft, differing, FIELDS, type Item } from './judgement.ts'
import css from './review.module.css'

/** What two people said, side by side, for the one who decides; of one alone only that they have judged. */
export function Differing({ item, take }: { item: Item; take: (draft: Draft) => void }) {
  const { t } = useWords()
  const spoken = item.reviewed.flatMap((one) => (one.said ? [{ ...one, draft: bySaid(item, one.said) }] : []))
  const bindings = Object.fromEntries(spoken.map(({ draft }, i) => [String(i + 8), () => take(draft)]).slice(0, 2))
  useKeys(bindings, 'review.keys-take', spoken.length > 0)
  if (spoken.length === 0) {
    return (
      <p className={css.others}>
        {item.reviewed.map(({ by }) => t('review.judged-by', { name: by.name })).join(' ')} {t('review.unseen')}
      </p>
    )
  }
  return (
    <section className={css.two} aria-label={t('review.two-said')}>
      <h2>{t('review.two-said')}</h2>
      <div className={css.sides}>
        {spoken.map(({ by, at, draft }, i) => (
          <section key={by.id} className={css.side} aria-label={by.name}>
            <h3>
              {by.name} <TimeAgo at={at} />
            </h3>
            <Saying draft={draft} apart={differing(item)} />
            <Button
              size="xs"
              variant="default"
              aria-keyshortcuts={String(i + 8)}
              onClick={() => take(draft)}
              rightSection={i < 2 && <kbd className={css.key}>{i + 8}</kbd>}
            >
              {t('review.take', { name: by.name })}
            </Button>
          </section>
        ))}
      </div>
    </section>
  )
}

function Saying({ draft, apart }: { draft: Draft; apart: readonly JudgedField[] }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { nameOf } = useCategories()
  const names: Record<JudgedField, string> = {
    sentiment: t('explorer.sentiment'),
    intent: t('explorer.intent'),
    categories: t('explorer.categories'),
  }
  const said = (field: JudgedField): string => {
    if (field !== 'categories') return term(field, draft[field])
    const filed = draft.categories.map(nameOf).filter((name) => name !== '')
    return filed.length > 0 ? f.list(filed) : t('review.nothing-fits')
  }
  return (
    <dl>
      {FIELDS.map((field) => (
        <div key={field} data-apart={apart.includes(field) || undefined}>
          <dt>{names[field]}</dt>
          <dd>{said(field)}</dd>
        </div>
      ))}
    </dl>
  )
}
