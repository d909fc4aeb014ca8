import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { BoardData, Item, Stage, View } from './improvements.ts'

const OPEN: readonly Stage[] = ['proposed', 'accepted', 'building']

/** Its place among those still open, the most urgent first; null where it is done, or the board shows not all of them. */
function placeIn(board: BoardData | undefined, { id, stage }: View): { place: number; of: number } | null {
  const columns = board?.columns.filter((column) => OPEN.includes(column.stage)) ?? []
  if (!OPEN.includes(stage) || columns.some(({ total, items }) => total > items.length)) return null
  const byPriority = columns.flatMap(({ items }): Item[] => items).sort((a, b) => b.priority.score - a.priority.score)
  const at = byPriority.findIndex((each) => each.id === id)
  return at < 0 ? null : { place: at + 1, of: byPriority.length }
}

/** How the priority came about: every factor with what it was taken from, multiplied one after the other. */
export function PriorityPart({ view }: { view: View }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { score, factors } = view.priority
  const board = useQuery({
    queryKey: ['improvements', 'board'],
    queryFn: ({ signal }) => api.get<BoardData>('/api/v1/improvements/board', {}, signal),
  })
  const place = placeIn(board.data, view)
  const takenFrom = {
    severity: term('improvements.severity', String(view.severity)),
    reach: t('improvements.reach', { n: view.reach.people }),
    value: valueFrom(),
    effort: t('improvements.days', { n: f.number(view.effort, 1) }),
  }
  function valueFrom(): string {
    const ratio = factors.find(({ factor }) => factor === 'value')?.input ?? null
    return ratio === null ? t('improvements.factor-unknown') : t('improvements.value-ratio', { n: f.number(ratio, 1) })
  }
  return (
    <section className={css.card} aria-labelledby="priority">
      <header className={css.head}>
        <h2 id="priority">{t('improvements.priority-score', { score: f.number(score, 1) })}</h2>
        {place && <span className={css.quiet}>{t('improvements.priority-place', place)}</span>}
      </header>
      <table className={css.factors}>
        <thead className="hx-heard">
          <tr>
            <th>{t('improvements.factor')}</th>
            <th>{t('improvements.input')}</th>
            <th>{t('improvements.times')}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map(({ factor, by }) => (
            <tr key={factor}>
              <th scope="row">{term('improvements.factor', factor)}</th>
              <td>{takenFrom[factor]}</td>
              <td>{factor === 'effort' ? `÷ ${f.number(view.effort, 1)}` : `× ${f.number(by, 1)}`}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('improvements.priority')}</th>
            <td />
            <td>= {f.number(score, 1)}</td>
          </tr>
        </tfoot>
      </table>
      <details className={css.more}>
        <summary>{t('improvements.why')}</summary>
        <p className={css.quiet}>{t('improvements.why-note')}</p>
        <p className={css.quiet}>{t('improvements.why-value')}</p>
      </details>
    </section>
  )
}
