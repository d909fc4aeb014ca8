import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core'
import { IconArrowLeft, IconDots, IconDownload, IconEraser, IconUsersPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan } from '../../session.tsx'
import { usePathParams } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import { type Customer, customerPath, useCustomer } from './customers.ts'
import { Details } from './Details.tsx'
import { ErasePanel } from './ErasePanel.tsx'
import { Identities } from './Identities.tsx'
import { MergePanel } from './MergePanel.tsx'
import { Timeline } from './Timeline.tsx'

/** One customer: who they are, and everything between them and us. */
export function CustomerPage() {
  const { t } = useWords()
  const { id = '' } = usePathParams()
  const navigate = useNavigate()
  const customer = useCustomer(id)
  const root = customer.data?.id
  // Someone who was merged is shown as who they are part of now; the address follows.
  useEffect(() => {
    if (root && root !== id) void navigate({ to: '/customers/$id', params: { id: root }, replace: true })
  }, [root, id, navigate])

  if (customer.isError && !customer.data) {
    return (
      <>
        <PageHeader title={t('customers.one')} />
        <ErrorState problem={customer.error} retry={() => void customer.refetch()} />
      </>
    )
  }
  if (!customer.data) {
    return (
      <PageBody>
        <Skeleton height={24} width={200} mb={16} mt={20} />
        <Skeleton height={240} />
      </PageBody>
    )
  }
  return <Known key={customer.data.id} customer={customer.data} />
}

function Known({ customer }: { customer: Customer }) {
  const { t } = useWords()
  const can = useCan()
  const [panel, setPanel] = useState<'merge' | 'erase' | null>(null)
  const close = () => setPanel(null)
  return (
    <>
      <PageHeader
        title={customer.name || t('customers.unnamed')}
        about={
          <Link to="/customers" className={css.back}>
            <IconArrowLeft size={14} stroke={1.75} aria-hidden="true" />
            {t('customers.title')}
          </Link>
        }
        acts={
          <>
            {can('customer:change') && (
              <Button
                variant="default"
                leftSection={<IconUsersPlus size={16} stroke={1.75} aria-hidden="true" />}
                onClick={() => setPanel('merge')}
              >
                {t('customers.merge')}
              </Button>
            )}
            <Others id={customer.id} erase={() => setPanel('erase')} />
          </>
        }
      />
      <PageBody>
        <div className={css.page}>
          <Timeline customer={customer} />
          <aside className={css.side}>
            <Details customer={customer} />
            <Identities customer={customer} />
          </aside>
        </div>
      </PageBody>
      {panel === 'merge' && <MergePanel customer={customer} close={close} />}
      {panel === 'erase' && <ErasePanel customer={customer} close={close} />}
    </>
  )
}

function Others({ id, erase }: { id: string; erase: () => void }) {
  const { t } = useWords()
  const can = useCan()
  if (!can('customer:export') && !can('customer:erase')) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('customers.more')}>
          <IconDots size={18} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can('customer:export') && (
          <Menu.Item
            component="a"
            href={`${customerPath(id)}/copy`}
            download
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t('customers.export')}
          </Menu.Item>
        )}
        {can('customer:erase') && (
          <Menu.Item
            color="var(--hx-broken)"
            onClick={erase}
            leftSection={<IconEraser size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t('customers.erase')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
