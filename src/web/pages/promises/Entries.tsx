import { Button, SegmentedControl } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import type { CursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { DueChip } from '../../parts/DueChip.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import type { Search } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './ledger.module.css'
import { type Entry, SHOWN, shownOf } from './ledger.ts'

type Props = {
  list: CursorList<Entry>
  search: Search
  setSearch: (change: Record<string, string | null>) => void
}

/** The promises behind the figures; each opens its case. */
export function Entries({ list, search, setSearch }: Props) {
  const { t, term } = useWords()
  const f = useFormat()
  const navigate = useNavigate()
  const show = shownOf(search.show)
  const names = { broken: t('ledger.show-broken'), kept: t('ledger.show-kept'), all: t('ledger.show-all') }
  const reason = show !== 'broken' ? null : search.explained === 'no' ? t('ledger.unexplained') : (search.why ?? null)
  return (
    <section aria-label={t('ledger.list')}>
      <div className={css.choose}>
        <SegmentedControl
          size="xs"
          aria-label={t('ledger.list')}
          value={show}
          onChange={(value) => setSearch({ show: value, why: null, explained: null })}
          data={SHOWN.map((value) => ({ value, label: names[value] }))}
        />
        {reason !== null && (
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<IconX size={14} stroke={1.75} aria-hidden="true" />}
            aria-label={t('ledger.any-reason', { why: reason })}
            onClick={() => setSearch({ why: null, explained: null })}
          >
            {reason}
          </Button>
        )}
      </div>
      <DataList
        label={t('ledger.list')}
        list={list}
        idOf={({ id }) => id}
        columns="minmax(110px, 150px) 110px minmax(0, 1.4fr) minmax(150px, 230px) minmax(0, 1fr) minmax(60px, 110px)"
        phoneColumns="minmax(0, 1fr) auto"
        head={[
          <span key="due">{t('ledger.due')}</span>,
          <span key="kind">{t('ledger.kind')}</span>,
          <span key="case">{t('ledger.case')}</span>,
          <span key="state">{t('ledger.end')}</span>,
          <span key="why">{t('ledger.reason')}</span>,
          <span key="who">{t('ledger.who')}</span>,
        ]}
        row={(entry) => (
          <>
            <span data-desk className="hx-quiet">
              {f.moment(entry.dueAt)}
            </span>
            <span data-desk>{term('promise', entry.kind)}</span>
            <span className={css.subject}>
              <span className="hx-quiet">#{entry.case.number}</span> {entry.case.subject}
            </span>
            <span className={css.end}>
              <DueChip {...entry} />
              {entry.lateness !== null && (
                <span className="hx-quiet hx-small" data-desk>
                  {t('ledger.late-by', { span: f.span(entry.lateness) })}
                </span>
              )}
            </span>
            <span data-desk className={css.subject}>
              {entry.whyBroken}
            </span>
            <span data-desk className="hx-quiet">
              {entry.case.owner?.name ?? entry.case.team?.name ?? t('inbox.nobody')}
            </span>
          </>
        )}
        open={(entry) => void navigate({ to: '/inbox', search: { view: 'all', case: entry.case.id } })}
        empty={<EmptyState said={t('ledger.none')} next={t('ledger.none-next')} />}
      />
    </section>
  )
}
