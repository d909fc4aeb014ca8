import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Query } from '../../api.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { BulkBar } from './BulkBar.tsx'
import { NarrowRow, WIDE_COLUMNS, WideRow } from './CaseRow.tsx'
import type { CaseItem } from './case-types.ts'
import type { Inbox } from './inbox-state.ts'
import type { Open } from './panels.ts'

type Props = { inbox: Inbox; wide: boolean; openPanel: Open }

/** The cases of a view. One list over both shapes, so that the place in it is kept when a case is opened. */
export function CaseList({ inbox, wide, openPanel }: Props) {
  const { t } = useWords()
  const { view, filters, q } = inbox
  const query = useMemo<Query>(() => ({ view, ...filters, q }), [view, filters, q])
  const list = useCursorList<CaseItem>(['cases', 'list', query], '/api/v1/cases', query)
  const head = [
    t('inbox.column.who'),
    t('inbox.column.subject'),
    t('inbox.column.stage'),
    t('inbox.column.channel'),
    t('inbox.column.intent'),
    t('inbox.column.urgency'),
    t('inbox.column.due'),
    t('inbox.column.owner'),
  ].map((name) => <span key={name}>{name}</span>)
  return (
    <DataList
      label={t('inbox.cases')}
      list={list}
      idOf={({ id }) => id}
      row={(it) => (wide ? <WideRow it={it} /> : <NarrowRow it={it} />)}
      columns={wide ? WIDE_COLUMNS : 'minmax(0, 1fr)'}
      phoneColumns="minmax(0, 1fr)"
      {...(wide && { head })}
      bulk={(ids, clear) => <BulkBar ids={ids} items={list.items} clear={clear} openPanel={openPanel} />}
      open={({ id }) => inbox.open(id)}
      current={inbox.caseId}
      tall={!wide}
      empty={<Nothing inbox={inbox} openPanel={openPanel} />}
    />
  )
}

function Nothing({ inbox, openPanel }: Omit<Props, 'wide'>) {
  const { t } = useWords()
  const can = useCan()
  const icon = <IconInbox size={28} stroke={1.5} />
  if (inbox.filtered > 0 || inbox.q !== '') {
    return (
      <EmptyState icon={icon} said={t('inbox.empty.filtered')} next={t('inbox.empty.filtered-next')}>
        <Button variant="default" onClick={inbox.clear}>
          {t('inbox.filter.clear')}
        </Button>
      </EmptyState>
    )
  }
  if (inbox.view === 'mine') {
    return (
      <EmptyState icon={icon} said={t('inbox.empty.mine')} next={t('inbox.empty.mine-next')}>
        <Button variant="default" onClick={() => inbox.show('unassigned')}>
          {t('inbox.empty.see-unassigned')}
        </Button>
      </EmptyState>
    )
  }
  if (inbox.view === 'all' || inbox.view === 'open') {
    return (
      <EmptyState
        icon={icon}
        said={inbox.view === 'all' ? t('inbox.empty.all') : t('inbox.empty.open')}
        next={t('inbox.empty.all-next')}
      >
        {can('feedback:add') && (
          <Button variant="default" onClick={() => openPanel({ kind: 'enter' })}>
            {t('inbox.enter')}
          </Button>
        )}
      </EmptyState>
    )
  }
  return <EmptyState icon={icon} said={inbox.view === 'broken' ? t('inbox.empty.broken') : t('inbox.empty.view')} />
}
