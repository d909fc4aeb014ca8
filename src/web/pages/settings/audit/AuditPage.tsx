import { Button, Select } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { AuditView } from '../../../../shared/contracts/audit.ts'
import type { PeoplePage } from '../../../../shared/contracts/people.ts'
import { isoOf } from '../../../../shared/time/instant.ts'
import { dayBounds } from '../../../../shared/time/zone.ts'
import { address, api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { useCursorList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { RangePick } from '../../../parts/DatePick.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import { useSubjectWords } from './facts.ts'

export type Entry = z.input<typeof AuditView>
type People = z.input<typeof PeoplePage>

/** The first parts of actions, as the filter offers them. */
const KINDS = [
  'session',
  'password',
  'factor',
  'person',
  'invitation',
  'team',
  'key',
  'workspace',
  'customer',
  'survey',
  'mailbox',
  'import',
  'category',
  'template',
  'promises',
  'calendar',
  'routing',
  'outside-model',
  'dead-letter',
  'audit',
]

export function AuditPage() {
  const { t, term } = useWords()
  const f = useFormat()
  const subjectOf = useSubjectWords()
  const [search, setSearch] = useSearchState()
  const [open, setOpen] = useState<Entry | null>(null)
  const people = useQuery({
    queryKey: ['people', 'here'],
    queryFn: ({ signal }) => api.get<People>('/api/v1/people', { limit: 200 }, signal),
  })
  const { person = null, action = null, first = null, last = null } = search
  const query = {
    person,
    action,
    from: first && isoOf(dayBounds(first, f.zone).starts),
    to: last && isoOf(dayBounds(last, f.zone).ends),
  }
  const list = useCursorList<Entry>(['audit', query], '/api/v1/audit-entries', query)

  const tools = (
    <>
      <Select
        aria-label={t('settings.audit-person')}
        placeholder={t('settings.audit-person')}
        data={(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
        searchable
        clearable
        onChange={(value) => setSearch({ person: value })}
      />
      <Select
        aria-label={t('settings.audit-action')}
        placeholder={t('settings.audit-action')}
        data={KINDS.map((kind) => ({ value: kind, label: term('audit', kind) }))}
        value={action}
        clearable
        onChange={(value) => setSearch({ action: value })}
      />
      <RangePick
        label={t('settings.audit-span')}
        value={[first, last]}
        pick={([from, to]) => setSearch({ first: from, last: to })}
      />
    </>
  )
  return (
    <SettingsFrame
      title={t('settings.audit')}
      about={t('settings.audit-why')}
      acts={
        <Button component="a" href={address('/api/v1/audit-entries.csv', query)} download variant="default">
          {t('settings.audit-file')}
        </Button>
      }
      tools={tools}
    >
      <DataList
        label={t('settings.audit')}
        list={list}
        idOf={({ id }) => id}
        columns="130px minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1.4fr)"
        phoneColumns="minmax(0, 1fr) minmax(0, 1fr)"
        head={[
          <span key="at">{t('settings.audit-time')}</span>,
          <span key="who">{t('settings.audit-person')}</span>,
          <span key="what">{t('settings.audit-action')}</span>,
          <span key="whom">{t('settings.audit-subject')}</span>,
        ]}
        row={(entry) => (
          <>
            <span className="hx-quiet">{f.moment(entry.at)}</span>
            <span>{entry.person?.name ?? t('settings.audit-system')}</span>
            <span>{term('audit', entry.action)}</span>
            <span>{subjectOf(entry)}</span>
          </>
        )}
        open={setOpen}
        current={open?.id ?? null}
        empty={
          <EmptyState
            icon={<IconHistory size={28} stroke={1.5} />}
            said={t('settings.audit-none')}
            next={t('settings.audit-none-next')}
          />
        }
      />
      {open && <EntryPanel entry={open} close={() => setOpen(null)} />}
    </SettingsFrame>
  )
}
