import { Link } from '@tanstack/react-router'
import { dayOf } from '../../../shared/words/format.ts'
import { useNow } from '../../clock.ts'
import { useFormat } from '../../format.ts'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './board.module.css'
import { dayWord } from './days.ts'
import type { Item, Stage } from './improvements.ts'
import { MoveMenu } from './MoveMenu.tsx'

type Props = { item: Item; ask: (item: Item, to: Stage) => void; drag: (item: Item | null) => void }

/** One improvement on the board. */
export function Card({ item, ask, drag }: Props) {
  const { t, term } = useWords()
  const f = useFormat()
  const { id, number, title, owner, reach, priority, category, check } = item
  const mayMove = useCan()('improvement:change') && item.moves.length > 0
  const reopened = item.stage !== 'verified' && check?.verdict != null
  return (
    <li className={css.card} draggable={mayMove} onDragStart={() => drag(item)} onDragEnd={() => drag(null)}>
      <Link to="/improvements/$id" params={{ id }} className={css.title} draggable={false} data-card>
        <span className={css.number}>#{number}</span> {title}
      </Link>
      <p className={css.facts}>
        <span>{t('improvements.priority-score', { score: f.number(priority.score, 1) })}</span>
        <span>{t('improvements.reach', { n: reach.people })}</span>
        {category && <span>{category.name}</span>}
        <Due item={item} />
      </p>
      {(reopened || item.stage === 'shipped') && check && (
        <p className={css.facts}>
          {check.verdict === null
            ? t('improvements.check-due', { day: f.day(check.dueAt) })
            : t('improvements.reopened', { verdict: term('verdict', check.verdict) })}
        </p>
      )}
      <p className={css.foot}>
        <span className={css.owner}>{owner?.name ?? t('improvements.nobody')}</span>
        <MoveMenu item={item} ask={ask} />
      </p>
    </li>
  )
}

const OPEN: readonly Stage[] = ['proposed', 'accepted', 'building']

function Due({ item: { dueOn, stage } }: { item: Item }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const now = useNow()
  if (dueOn === null || !OPEN.includes(stage)) return null
  const day = dayWord(dueOn, locale)
  if (dueOn < dayOf(now, f.zone)) return <span className={css.overdue}>{t('improvements.overdue', { day })}</span>
  return <span>{t('improvements.due', { day })}</span>
}
