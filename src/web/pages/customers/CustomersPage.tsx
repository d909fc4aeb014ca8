import { Select } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLive } from '../../live.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import type { CustomerInList } from './customers.ts'

/** Everyone who has spoken and can be recognised. */
export function CustomersPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [{ q = '', tier = '' }, setSearch] = useSearchState()
  const filter = { q, tier }
  const list = useCursorList<CustomerInList>(['customers', 'list', filter], '/api/v1/customers', filter)
  useLive(['customers', 'list'], ['customer'])
  // Tiers are words of the organisation's own: those in sight are offered.
  const tiers = useMemo(
    () => [...new Set([...list.items.map((customer) => customer.tier), tier])].filter((name) => name !== '').sort(),
    [list.items, tier],
  )
  return (
    <>
      <PageHeader title={t('customers.title')}>
        <SearchField
          label={t('customers.search')}
          value={q}
          search={(words) => setSearch({ q: words.trim() || null })}
        />
        {tiers.length > 0 && (
          <Select
            aria-label={t('customers.tier')}
            placeholder={t('customers.all-tiers')}
            data={tiers}
            value={tier || null}
            onChange={(value) => setSearch({ tier: value })}
            clearable
            w={140}
          />
        )}
      </PageHeader>
      <DataList
        label={t('customers.title')}
        list={list}
        idOf={({ id }) => id}
        columns="minmax(0, 320px) 160px minmax(0, 1fr)"
        phoneColumns="minmax(0, 1fr) auto"
        head={[
          <span key="n">{t('customers.name')}</span>,
          <span key="t">{t('customers.tier')}</span>,
          <span key="s">{t('customers.since')}</span>,
        ]}
        row={(customer) => (
          <>
            <span className={customer.name ? undefined : css.quiet}>{customer.name || t('customers.unnamed')}</span>
            <span>{customer.tier && <span className={css.tier}>{customer.tier}</span>}</span>
            <span data-desk className={css.quiet}>
              <TimeAgo at={customer.createdAt} />
            </span>
          </>
        )}
        open={({ id }) => void navigate({ to: '/customers/$id', params: { id } })}
        empty={
          q || tier ? (
            <EmptyState said={t('customers.none')} next={t('customers.none-next')} />
          ) : (
            <EmptyState
              icon={<IconUsers size={28} stroke={1.5} />}
              said={t('customers.empty')}
              next={t('customers.empty-next')}
            />
          )
        }
      />
    </>
  )
}
