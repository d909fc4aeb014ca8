import { type Measured, verdictSentence } from '../../../shared/improvements/verdict-sentence.ts'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { Result } from './improvements.ts'
import { BeforeAfterChart, EffectChart } from './ResultCharts.tsx'

/** The verdict in plain words, the change with its interval as a drawing, and what to mind. */
export function ResultCard({ metric, result }: { metric: Measured; result: Result }) {
  const { t, locale, term } = useWords()
  const { verdict, cautions, reasons } = result
  const hoped = reasons.find(({ code }) => code === 'hoped-for-needs')
  return (
    <div className={css.stack}>
      <div className={css.verdict} data-verdict={verdict} role="status">
        <StageBadge of="verdict" stage={verdict} />
        <p>{verdictSentence(t, locale, metric, result)}</p>
        {hoped && <p>{t('improvements.needs-more', { n: hoped.facts.needed ?? 0 })}</p>}
        {cautions.length > 0 && (
          <ul className={css.quiet}>
            {cautions.map((caution) => (
              <li key={caution}>{term('improvements.caution', caution)}</li>
            ))}
          </ul>
        )}
      </div>
      <BeforeAfterChart metric={metric} result={result} />
      <EffectChart result={result} />
    </div>
  )
}
