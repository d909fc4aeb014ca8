import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useFormat } from '../../../format.ts'
import { wholeList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { ApiPart } from './ApiPart.tsx'
import css from './channels.module.css'
import { MailboxPanel } from './MailboxPanel.tsx'
import { type Mailbox, useMailboxes } from './mailboxes.ts'
import { SurveyLinks } from './SurveyLinks.tsx'
import { useTrial } from './Trial.tsx'

/** The ways in that need setting up: mailboxes, the API, survey links. */
export function ChannelsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchState()
  const found = useMailboxes()
  // Lives here: a new mailbox is tried when its panel becomes that of a known one.
  const trial = useTrial()
  const open = found.data?.items.find(({ id }) => id === search.mailbox)
  const close = () => setSearch({ mailbox: null })
  return (
    <SettingsFrame
      title={t('settings.channels')}
      acts={<Button onClick={() => setSearch({ mailbox: 'new' })}>{t('channels.add')}</Button>}
    >
      <div className={css.intro}>
        <h2>{t('channels.mailboxes')}</h2>
        <p>{t('channels.mailboxes-about')}</p>
      </div>
      <Loaded found={found}>
        {({ items }) => (
          <DataList
            label={t('channels.mailboxes')}
            list={wholeList(items)}
            idOf={({ id }) => id}
            columns="minmax(0, 1fr) minmax(0, 1fr) 140px"
            head={[
              <span key="a">{t('channels.address')}</span>,
              <span key="s">{t('channels.state')}</span>,
              <span key="p">{t('channels.polled')}</span>,
            ]}
            row={(mailbox) => (
              <>
                <span>{mailbox.address}</span>
                <State mailbox={mailbox} />
                <span data-desk className={css.quiet}>
                  {mailbox.polledAt ? <TimeAgo at={mailbox.polledAt} /> : t('channels.never')}
                </span>
              </>
            )}
            open={({ id }) => setSearch({ mailbox: id })}
            current={search.mailbox ?? null}
            empty={
              <EmptyState
                icon={<IconMail size={28} stroke={1.5} />}
                said={t('channels.none')}
                next={t('channels.none-next')}
              />
            }
          />
        )}
      </Loaded>
      <PageBody>
        <ApiPart />
        <SurveyLinks />
      </PageBody>
      {(open || search.mailbox === 'new') && (
        <MailboxPanel
          key={search.mailbox}
          mailbox={open ?? null}
          trial={trial}
          close={close}
          made={(id) => setSearch({ mailbox: id })}
        />
      )}
    </SettingsFrame>
  )
}

function State({ mailbox: { paused, failure, failedSince } }: { mailbox: Mailbox }) {
  const { t } = useWords()
  const f = useFormat()
  if (paused) return <span className={css.quiet}>{t('channels.paused')}</span>
  if (failure === null) return <span>{t('channels.works')}</span>
  return (
    <span className={css.failing} title={failure}>
      {t('channels.failed', { when: failedSince ? f.moment(failedSince) : '' })}
    </span>
  )
}
