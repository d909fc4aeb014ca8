import { Button, Popover, ScrollArea } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLive } from '../live.ts'
import {
  NOTIFICATIONS_KEY,
  type Notification,
  type Notifications,
  useNotifications,
  useReading,
} from '../notifications.ts'
import { ErrorState } from '../parts/ErrorState.tsx'
import { TimeAgo } from '../parts/TimeAgo.tsx'
import { parseSearch } from '../where.ts'
import { useWords } from '../words.tsx'
import css from './bell.module.css'
import frame from './frame.module.css'

/** What is mine: assigned, mentioned, due, broken, reopened. */
export function Bell() {
  const { t } = useWords()
  const [opened, setOpened] = useState(false)
  const found = useNotifications()
  useLive(NOTIFICATIONS_KEY, ['notification'])
  const unread = found.data?.unread ?? 0
  const label = unread > 0 ? t('shell.unread', { n: unread }) : t('shell.notifications')
  return (
    <div className={frame.bell}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={`${frame.button} ${frame.unread}`}
            aria-label={label}
            title={label}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={20} stroke={1.6} aria-hidden="true" />
            {unread > 0 && <span className={frame.dot}>{unread > 99 ? '99+' : unread}</span>}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t('shell.notifications')}>
          {found.isError ? (
            <ErrorState problem={found.error} retry={() => void found.refetch()} />
          ) : (
            <List items={found.data?.items ?? []} unread={unread} close={() => setOpened(false)} />
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function List({ items, unread, close }: Notifications & { close: () => void }) {
  const { t, term } = useWords()
  const navigate = useNavigate()
  const read = useReading()
  const open = ({ id, link, readAt }: Notification) => {
    if (!readAt) read.mutate({ ids: [id] })
    close()
    if (!link) return
    const [path = '/', search = ''] = link.replace(/^\/app(?=\/|$)/, '').split('?')
    void navigate({ to: path || '/', search: parseSearch(search) })
  }
  return (
    <>
      <div className={css.head}>
        <h2>{t('shell.notifications')}</h2>
        {unread > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => read.mutate({ all: true })}>
            {t('shell.read-all')}
          </Button>
        )}
      </div>
      {items.length === 0 && <p className={css.none}>{t('shell.no-notifications')}</p>}
      <ScrollArea.Autosize mah={420}>
        <ul className={css.list}>
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className={css.item}
                data-unread={item.readAt ? undefined : true}
                onClick={() => open(item)}
              >
                <span>{term('notification', item.kind, item.facts)}</span>
                <span className={css.when}>
                  {!item.readAt && <span className="hx-heard">{t('shell.is-unread')}</span>}
                  <TimeAgo at={item.createdAt} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </>
  )
}
