import { Link } from '@tanstack/react-router'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import type { Customer } from './customers.ts'
import { HistoryList } from './HistoryList.tsx'

const SHOWN = 30

/** Everything between this customer and us. */
export function Timeline({ customer: { id } }: { customer: Customer }) {
  const { t } = useWords()
  return (
    <section className={css.card} aria-labelledby="history">
      <header className={css.head}>
        <h2 id="history">{t('customers.timeline')}</h2>
        <Link to="/explorer" search={{ customer: id }}>
          {t('customers.all-voices')}
        </Link>
      </header>
      <HistoryList customer={id} limit={SHOWN} />
    </section>
  )
}
