import { Button, Skeleton } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { useKeys } from '../../keys.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useWords } from '../../words.tsx'
import css from './board.module.css'
import { Card } from './Card.tsx'
import { type BoardData, type Item, isAskedFirst, type Stage, useMove } from './improvements.ts'
import { MovePanel } from './MovePanel.tsx'
import { nextCard } from './next-card.ts'

type Column = BoardData['columns'][number]

/** Stages that are shown only when something stands there. */
const SHOWN_WHEN_FILLED: readonly Stage[] = ['not-verified', 'declined']

/** Improvements by stage, the most urgent first. Moved by a menu, by keys (h j k l go about, m opens the menu), or dragged. */
export function Board() {
  const { t } = useWords()
  const [moving, setMoving] = useState<{ item: Item; to: Stage } | null>(null)
  const board = useQuery({
    queryKey: ['improvements', 'board'],
    queryFn: ({ signal }) => api.get<BoardData>('/api/v1/improvements/board', {}, signal),
  })
  if (board.isError && !board.data) return <ErrorState problem={board.error} retry={() => void board.refetch()} />
  if (!board.data) return <Waiting />
  const columns = board.data.columns.filter(({ stage, total }) => total > 0 || !SHOWN_WHEN_FILLED.includes(stage))
  if (columns.every(({ total }) => total === 0)) {
    return (
      <EmptyState
        icon={<IconBulb size={28} stroke={1.5} />}
        said={t('improvements.empty')}
        next={t('improvements.empty-next')}
      >
        <Button component={Link} to="/explorer" variant="default">
          {t('improvements.to-explorer')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      <Columns columns={columns} ask={(item, to) => setMoving({ item, to })} />
      {moving && <MovePanel {...moving} close={() => setMoving(null)} />}
    </>
  )
}

function Columns({ columns, ask }: { columns: readonly Column[]; ask: (item: Item, to: Stage) => void }) {
  const { t, term } = useWords()
  const f = useFormat()
  const place = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<Item | null>(null)
  const move = useMove()
  const wayTo = (stage: Stage) => dragged?.moves.find(({ to }) => to === stage)
  const drop = (stage: Stage) => {
    const way = wayTo(stage)
    setDragged(null)
    if (dragged === null || way === undefined) return
    if (isAskedFirst(way)) ask(dragged, stage)
    else move.mutate({ item: dragged, to: stage, reason: '' })
  }
  const cards = () =>
    [...(place.current?.querySelectorAll('[data-column]') ?? [])].map((column) => [
      ...column.querySelectorAll<HTMLElement>('[data-card]'),
    ])
  const go = (key: 'h' | 'j' | 'k' | 'l') =>
    nextCard(cards(), document.activeElement?.closest('[data-card]'), key)?.focus()
  const openMenu = () =>
    document.activeElement?.closest('[data-card]')?.parentElement?.querySelector<HTMLElement>('[data-move]')?.click()
  useKeys({ h: () => go('h'), j: () => go('j'), k: () => go('k'), l: () => go('l'), m: openMenu }, 'improvements.keys')
  return (
    <div ref={place} className={css.board}>
      {columns.map(({ stage, total, items }) => (
        <section
          key={stage}
          className={css.column}
          data-column
          data-takes={wayTo(stage) !== undefined || undefined}
          aria-labelledby={`stage-${stage}`}
          onDragOver={(event) => wayTo(stage) && event.preventDefault()}
          onDrop={() => drop(stage)}
        >
          <h2 id={`stage-${stage}`}>
            {term('improvement-stage', stage)} <span className={css.count}>{f.number(total)}</span>
          </h2>
          <ul>
            {items.map((item) => (
              <Card key={item.id} item={item} ask={ask} drag={setDragged} />
            ))}
          </ul>
          {items.length === 0 && <p className={css.none}>{t('improvements.column-empty')}</p>}
          {total > items.length && (
            <Link to="/improvements" search={{ view: 'list', stage }}>
              {t('improvements.more', { n: total - items.length })}
            </Link>
          )}
        </section>
      ))}
    </div>
  )
}

function Waiting() {
  const { t } = useWords()
  return (
    <div className={css.board} aria-busy="true">
      <span className="hx-heard" role="status">
        {t('parts.loading')}
      </span>
      {['a', 'b', 'c', 'd'].map((column) => (
        <div key={column} className={css.column}>
          <Skeleton height={14} width="40%" mb={12} />
          <Skeleton height={92} mb={8} />
          <Skeleton height={92} />
        </div>
      ))}
    </div>
  )
}
