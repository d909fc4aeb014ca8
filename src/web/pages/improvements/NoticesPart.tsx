import { Button, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import type { Saving } from '../../parts/autosave.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { MailFault } from '../../parts/MailFault.tsx'
import { SaveState } from '../../parts/SaveState.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import { improvementPath, type Notices, type NoticeTrial, type View } from './improvements.ts'
import { useSavedForm } from './saved.ts'

const PLACES = '{{customer.name}} {{said}} {{title}} {{date}}'
const REST = 400

/** The notice to those who asked: its text with what one of them will read, and who was told. */
export function NoticesPart({ view }: { view: View }) {
  const { t } = useWords()
  const may = useCan()('improvement:change')
  const notice = useNotice(view)
  return (
    <section className={css.card}>
      <header className={css.head}>
        <h2>{t('improvements.notices')}</h2>
      </header>
      <p className={css.quiet}>{t('improvements.notices-about')}</p>
      {may && <NoticeText id={view.id} notice={notice} />}
      <Told id={view.id} />
    </section>
  )
}

type Notice = { text: string; change: (text: string) => void; saving: Saving }

/** The text of the notice, saved while it is written. */
export function useNotice(view: View): Notice {
  const [form, change, saving] = useSavedForm(view.id, { notice: view.notice }, (value) => value)
  return { text: form.notice, change: (notice) => change({ notice }), saving }
}

/** What will be told, and how one of those who asked will read it. */
export function NoticeText({ id, notice: { text, change, saving } }: { id: string; notice: Notice }) {
  const { t } = useWords()
  return (
    <div className={css.form}>
      <Textarea
        label={t('improvements.notice-text')}
        description={t('improvements.notice-hint', { places: PLACES })}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        maxLength={4000}
        autosize
        minRows={3}
        maxRows={12}
      />
      <SaveState saving={saving} />
      <Trial id={id} text={text} />
    </div>
  )
}

/** What one of those who asked would read, in their language and with their words. */
function Trial({ id, text }: { id: string; text: string }) {
  const { t } = useWords()
  const [rested] = useDebouncedValue(text, REST)
  const trial = useQuery({
    queryKey: ['improvements', 'notice-trial', id, rested],
    queryFn: () => api.send<NoticeTrial>('POST', `${improvementPath(id)}/notices/preview`, { text: rested }),
    placeholderData: (old) => old,
  })
  if (!trial.data) return null
  if (trial.data.locale === null) return <p className={css.quiet}>{t('improvements.notice-nobody')}</p>
  return (
    <div>
      <h3>{t('improvements.notice-preview')}</h3>
      <div className={css.trial} lang={trial.data.locale}>
        <strong>{trial.data.subject}</strong>
        {'\n\n'}
        {trial.data.text}
      </div>
    </div>
  )
}

type NoticeItem = Notices['items'][number]

function Told({ id }: { id: string }) {
  const { t } = useWords()
  const path = `${improvementPath(id)}/notices`
  const list = useCursorList<NoticeItem>(['improvements', 'notices', id], path, { limit: 20 })
  const counted = useQuery({
    queryKey: ['improvements', 'notices-counted', id],
    queryFn: ({ signal }) => api.get<Notices>(path, { limit: 1 }, signal),
  })
  if (list.state !== 'ready') return null
  if (list.items.length === 0) return <p className={css.quiet}>{t('improvements.notices-none')}</p>
  const { told = 0, recipients = 0 } = counted.data ?? {}
  return (
    <>
      <p>{t('improvements.notices-told', { told, recipients })}</p>
      <ul className={css.rows}>
        {list.items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      {list.more && (
        <Button variant="subtle" size="compact-sm" loading={list.loadingMore} onClick={list.loadMore}>
          {t('improvements.load-more')}
        </Button>
      )}
    </>
  )
}

function NoticeRow({ notice: { customer, feedback, by, state, fault, reason, sentAt, text } }: { notice: NoticeItem }) {
  const { t, term } = useWords()
  return (
    <li>
      <div>
        <Link to="/explorer" search={{ voice: feedback }} className={css.said} title={text}>
          {customer ?? t('improvements.anonymous')}
        </Link>
        {reason && (
          <div className={css.quiet}>
            <MailFault fault={fault} said={reason} />
          </div>
        )}
      </div>
      <div className={css.marks}>
        <span>{term('improvements.notice-by', by)}</span>
        <span>{term('improvements.notice-state', state)}</span>
        <TimeAgo at={sentAt} />
      </div>
    </li>
  )
}
