import { Badge, Button, SegmentedControl } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../format.ts'
import { useCursorList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { SearchField } from '../../../parts/SearchField.tsx'
import { useCan } from '../../../session.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { Invitations } from './Invitations.tsx'
import { InvitePanel } from './InvitePanel.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import type { Person } from './people.ts'

export function PeoplePage() {
  const { t, term } = useWords()
  const can = useCan()
  const f = useFormat()
  const [search, setSearch] = useSearchState()
  const [inviting, setInviting] = useState(false)
  const query = { q: search.q ?? null, ended: search.ended ?? null }
  const list = useCursorList<Person>(['people', query], '/api/v1/people', query)
  const open = list.items.find(({ id }) => id === search.person)
  const mayChange = can('people:change')

  const tools = (
    <>
      <SearchField
        label={t('settings.people-find')}
        value={search.q ?? ''}
        search={(q) => setSearch({ q: q || null, person: null })}
      />
      <SegmentedControl
        value={search.ended ?? 'no'}
        data={[
          { value: 'no', label: t('settings.people-here') },
          { value: 'yes', label: t('settings.people-left') },
        ]}
        onChange={(ended) => setSearch({ ended: ended === 'yes' ? 'yes' : null, person: null })}
      />
    </>
  )
  return (
    <SettingsFrame
      title={t('settings.people')}
      acts={mayChange && <Button onClick={() => setInviting(true)}>{t('settings.invite')}</Button>}
      tools={tools}
    >
      <DataList
        label={t('settings.people')}
        list={list}
        idOf={({ id }) => id}
        columns="minmax(0, 1.2fr) minmax(0, 1.6fr) 110px minmax(0, 1fr)"
        head={[
          t('settings.head-name'),
          t('settings.head-email'),
          t('settings.head-role'),
          t('settings.head-teams'),
        ].map((name, index) => (
          <span key={name} data-desk={index === 1 || index === 3 || undefined}>
            {name}
          </span>
        ))}
        row={({ name, email, role, teams, away }) => (
          <>
            <span>
              {name}{' '}
              {away && (
                <Badge size="sm" variant="light" color="gray">
                  {t('settings.is-away')}
                </Badge>
              )}
            </span>
            <span data-desk>{email}</span>
            <span>{term('role', role)}</span>
            <span data-desk>{f.list(teams.map((team) => team.name))}</span>
          </>
        )}
        open={({ id }) => setSearch({ person: id })}
        current={search.person ?? null}
        empty={
          <EmptyState
            icon={<IconUsers size={28} stroke={1.5} />}
            said={search.q || search.ended ? t('settings.people-none') : t('settings.people-alone')}
            {...(!search.q && !search.ended && { next: t('settings.people-alone-next') })}
          />
        }
      />
      {mayChange && <Invitations />}
      {open && <PersonPanel key={open.id} person={open} close={() => setSearch({ person: null })} />}
      {inviting && <InvitePanel close={() => setInviting(false)} />}
    </SettingsFrame>
  )
}
