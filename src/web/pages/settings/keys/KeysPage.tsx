import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { KeyList } from '../../../../shared/contracts/keys.ts'
import { api } from '../../../api.ts'
import { wholeList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { KeyPanel } from './KeyPanel.tsx'
import { NewKeyPanel } from './NewKeyPanel.tsx'

type Keys = z.input<typeof KeyList>

export function KeysPage() {
  const { t, term } = useWords()
  const [search, setSearch] = useSearchState()
  const found = useQuery({ queryKey: ['keys'], queryFn: ({ signal }) => api.get<Keys>('/api/v1/keys', {}, signal) })
  const open = found.data?.items.find(({ id }) => id === search.key)
  const close = () => setSearch({ key: null })
  return (
    <SettingsFrame
      title={t('settings.keys')}
      about={
        <>
          {t('settings.keys-why')} <a href="/api/docs">{t('settings.key-docs')}</a>
        </>
      }
      acts={<Button onClick={() => setSearch({ key: 'new' })}>{t('settings.key-new')}</Button>}
    >
      <Loaded found={found}>
        {({ items }) => (
          <DataList
            label={t('settings.keys')}
            list={wholeList(items)}
            idOf={({ id }) => id}
            columns="minmax(0, 1.6fr) 70px 100px minmax(0, 0.9fr)"
            head={[
              <span key="name">{t('settings.key-name')}</span>,
              <span key="role">{t('settings.head-role')}</span>,
              <span key="scope" data-desk>
                {t('settings.key-scope')}
              </span>,
              <span key="used" data-desk>
                {t('settings.key-used')}
              </span>,
            ]}
            row={({ name, role, scope, lastUsedAt }) => (
              <>
                <span>{name}</span>
                <span>{term('role', role)}</span>
                <span data-desk>{scope === 'read' ? t('settings.key-scope-read') : t('settings.key-scope-all')}</span>
                <span data-desk>{lastUsedAt ? <TimeAgo at={lastUsedAt} /> : t('settings.key-unused')}</span>
              </>
            )}
            open={({ id }) => setSearch({ key: id })}
            current={search.key ?? null}
            empty={
              <EmptyState
                icon={<IconKey size={28} stroke={1.5} />}
                said={t('settings.key-none')}
                next={t('settings.key-none-next')}
              />
            }
          />
        )}
      </Loaded>
      {open && <KeyPanel key={open.id} shown={open} close={close} />}
      {search.key === 'new' && <NewKeyPanel close={close} />}
    </SettingsFrame>
  )
}
