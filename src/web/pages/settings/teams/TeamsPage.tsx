import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { TeamList } from '../../../../shared/contracts/people.ts'
import { api } from '../../../api.ts'
import { wholeList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useCan } from '../../../session.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { useLoads } from './loads.ts'
import { TeamPanel } from './TeamPanel.tsx'

type Teams = z.input<typeof TeamList>

export function TeamsPage() {
  const { t } = useWords()
  const mayChange = useCan()('people:change')
  const loads = useLoads()
  const [search, setSearch] = useSearchState()
  const found = useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => api.get<Teams>('/api/v1/teams', {}, signal),
  })
  const open = found.data?.items.find(({ id }) => id === search.team)
  const close = () => setSearch({ team: null })
  return (
    <SettingsFrame
      title={t('settings.teams')}
      about={t('settings.teams-why')}
      acts={mayChange && <Button onClick={() => setSearch({ team: 'new' })}>{t('settings.team-new')}</Button>}
    >
      <Loaded found={found}>
        {({ items }) => (
          <DataList
            label={t('settings.teams')}
            list={wholeList(items)}
            idOf={({ id }) => id}
            columns="minmax(0, 1fr) minmax(0, 1fr) 90px 130px"
            head={[
              <span key="name">{t('settings.team-name')}</span>,
              <span key="lead" data-desk>
                {t('settings.team-lead')}
              </span>,
              <span key="size">{t('settings.team-members')}</span>,
              <span key="load" data-desk>
                {t('settings.team-load')}
              </span>,
            ]}
            row={({ name, leadId, members }) => (
              <>
                <span>{name}</span>
                <span data-desk>{members.find(({ id }) => id === leadId)?.name ?? t('settings.team-no-lead')}</span>
                <span>{t('settings.team-size', { n: members.length })}</span>
                <span data-desk>
                  {loads && t('settings.team-open', { n: members.reduce((sum, { id }) => sum + loads.of(id), 0) })}
                </span>
              </>
            )}
            open={({ id }) => setSearch({ team: id })}
            current={search.team ?? null}
            empty={
              <EmptyState
                icon={<IconUsersGroup size={28} stroke={1.5} />}
                said={t('settings.team-none')}
                next={t('settings.team-none-next')}
              />
            }
          />
        )}
      </Loaded>
      {(open || (search.team === 'new' && mayChange)) && (
        <TeamPanel key={open?.id ?? 'new'} team={open ?? null} mayChange={mayChange} close={close} />
      )}
    </SettingsFrame>
  )
}
