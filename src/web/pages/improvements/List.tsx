import { useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { Item } from './improvements.ts'

/** Every improvement, newest first. */
export function List({ q, stage }: { q: string; stage: string }) {
  const { t } = useWords()
  const f = useFormat()
  const navigate = useNavigate()
  const filter = { q, stage }
  const list = useCursorList<Item>(['improvements', 'list', filter], '/api/v1/improvements', filter)
  return (
    <DataList
      label={t('improvements.title')}
      list={list}
      idOf={({ id }) => id}
      columns="56px minmax(0, 1fr) 140px 120px 90px 110px"
      phoneColumns="minmax(0, 1fr) auto"
      head={[
        <span key="n">{t('improvements.csv.number')}</span>,
        <span key="t">{t('improvements.name')}</span>,
        <span key="s">{t('improvements.stage')}</span>,
        <span key="o">{t('improvements.owner')}</span>,
        <span key="r">{t('improvements.factor.reach')}</span>,
        <span key="p">{t('improvements.priority')}</span>,
      ]}
      row={({ number, title, stage: at, owner, reach, priority }) => (
        <>
          <span data-desk className={css.quiet}>
            #{number}
          </span>
          <span className={css.cut}>{title}</span>
          <span>
            <StageBadge of="improvement" stage={at} />
          </span>
          <span data-desk className={css.cut}>
            {owner?.name ?? '–'}
          </span>
          <span data-desk>{f.number(reach.people)}</span>
          <span data-desk>{f.number(priority.score, 1)}</span>
        </>
      )}
      open={({ id }) => void navigate({ to: '/improvements/$id', params: { id } })}
      empty={<EmptyState said={t('improvements.empty')} next={t('improvements.empty-next')} />}
    />
  )
}
