import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Chart, type Picked } from '../../charts/Chart.tsx'
import { useFormat } from '../../format.ts'
import { useSeen } from '../../notifications.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import type { VoiceItem } from '../explorer/voices.ts'
import { NewImprovement } from '../improvements/NewImprovement.tsx'
import { Change } from './Change.tsx'
import { RisingFacts } from './Rising.tsx'
import { ThemeActs } from './ThemeActs.tsx'
import { Mood } from './ThemeRow.tsx'
import css from './themes.module.css'
import { daysOfStep, isWeekly, type Theme, useTheme } from './themes.ts'

type Props = { id: string; days: number; close: () => void; open: (id: string) => void }

/** One theme: its figures, its course, its sentences and newest voices, and what can be done with it. */
export function ThemePanel({ id, days, close, open }: Props) {
  const { t } = useWords()
  const query = useTheme(id, days)
  useSeen(id)
  const [improving, setImproving] = useState<readonly string[] | null>(null)
  const navigate = useNavigate()
  const theme = query.data
  if (theme !== undefined && improving !== null)
    return (
      <NewImprovement
        caseId={null}
        feedbackIds={improving}
        title={theme.title}
        close={() => setImproving(null)}
        made={(made) => {
          setImproving(null)
          void navigate({ to: '/improvements/$id', params: { id: made } })
        }}
      />
    )
  return (
    <SidePanel
      title={theme?.title ?? t('themes.theme')}
      close={close}
      takesFocus={false}
      foot={theme && <Foot theme={theme} improve={setImproving} />}
    >
      {query.isError && theme === undefined ? (
        <ErrorState problem={query.error} retry={() => void query.refetch()} />
      ) : theme === undefined ? (
        <Skeleton height={240} />
      ) : (
        <Body theme={theme} days={days} open={open} />
      )}
    </SidePanel>
  )
}

function Body({ theme, days, open }: { theme: Theme; days: number; open: (id: string) => void }) {
  const { t } = useWords()
  const f = useFormat()
  const { voices, rising, firstSeen, lastSeen, retiredAt, sentences, words } = theme
  return (
    <div className={css.panel}>
      {rising && <RisingFacts rising={rising} />}
      <dl className={css.figures}>
        <div>
          <dt>{t('themes.share')}</dt>
          <dd>
            {voices.share === null ? '–' : f.share(voices.share, voices.interval)}
            <span className={css.quiet}> {t('figure.n', { n: voices.n })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('themes.change', { n: days })}</dt>
          <dd className={css.two}>
            <Change change={theme.change} />
          </dd>
        </div>
        <div>
          <dt>{t('themes.mood')}</dt>
          <dd className={css.two}>
            <Mood theme={theme} />
          </dd>
        </div>
      </dl>
      <Course theme={theme} />
      {sentences.length > 0 && (
        <section>
          <h3>{t('themes.sentences')}</h3>
          <ul className={css.sentences}>
            {sentences.map(({ feedback, text }) => (
              <li key={feedback}>
                <Link to="/explorer" search={{ theme: theme.id, voice: feedback }}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('themes.words')}</h3>
        <p className={css.words}>
          {words.map(({ word }) => (
            <Link key={word} to="/explorer" search={{ theme: theme.id, q: word }}>
              {word}
            </Link>
          ))}
        </p>
      </section>
      <Newest id={theme.id} />
      <p className={css.quiet}>
        {t('themes.seen', { from: f.day(firstSeen), to: f.day(lastSeen) })} {retiredAt !== null && t('themes.retired')}
      </p>
      <ThemeActs theme={theme} days={days} open={open} />
    </div>
  )
}

function Course({ theme }: { theme: Theme }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const weekly = isWeekly(theme)
  const { title, series, voices, id } = theme
  const pick = ({ index }: Picked) => {
    const step = series[index]
    if (step) void navigate({ to: '/explorer', search: { theme: id, ...daysOfStep(step.from, weekly) } })
  }
  return (
    <Chart
      title={t(weekly ? 'themes.series-week' : 'themes.series-day', { title })}
      unit={t(weekly ? 'themes.unit-week' : 'themes.unit-day')}
      height={140}
      bars={{
        names: series.map(({ from }) => from.slice(5)),
        series: [{ name: title, values: series.map((step) => step.voices) }],
      }}
      table={{
        head: [t('themes.day'), title],
        rows: voices.n === 0 ? [] : series.map((step) => [step.from, step.voices]),
      }}
      pick={pick}
    />
  )
}

const NEWEST = 5

function Newest({ id }: { id: string }) {
  const { t } = useWords()
  const voices = useQuery({
    queryKey: ['feedback', 'of-theme', id],
    queryFn: ({ signal }) =>
      api
        .get<CursorPage<VoiceItem>>('/api/v1/feedback', { theme: id, limit: NEWEST }, signal)
        .then(({ items }) => items),
  })
  if (voices.isError) return <ErrorState problem={voices.error} retry={() => void voices.refetch()} />
  if (voices.data?.length === 0) return null
  return (
    <section>
      <h3>{t('themes.newest')}</h3>
      {voices.data === undefined && <Skeleton height={80} />}
      <ul className={css.newest}>
        {voices.data?.map((voice) => (
          <li key={voice.id}>
            <Link to="/explorer" search={{ theme: id, voice: voice.id }}>
              <SentimentMark sentiment={voice.sentiment} short />
              <span>{voice.text}</span>
              <span className={css.quiet}>
                <TimeAgo at={voice.occurredAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As many voices as the server links at once. */
const MOST_LINKED = 1_000
const PAGE = 200

function Foot({ theme, improve }: { theme: Theme; improve: (ids: readonly string[]) => void }) {
  const { t } = useWords()
  const can = useCan()
  const { sayProblem } = useSaying()
  const [busy, setBusy] = useState(false)
  const gather = async () => {
    setBusy(true)
    try {
      improve(await newestIds(theme.id))
    } catch (thrown) {
      sayProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={css.foot}>
      <Button
        variant={can('improvement:change') ? 'default' : 'filled'}
        renderRoot={(props) => <Link to="/explorer" search={{ theme: theme.id }} {...props} />}
      >
        {t('themes.see-all')}
      </Button>
      {can('improvement:change') && (
        <Button loading={busy} onClick={() => void gather()}>
          {t('themes.improve')}
        </Button>
      )}
    </div>
  )
}

/** The newest voices of a theme, as many as can be linked at once. */
async function newestIds(theme: string): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null && ids.length < MOST_LINKED) {
    const page: CursorPage<VoiceItem> = await api.get('/api/v1/feedback', { theme, limit: PAGE, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids.slice(0, MOST_LINKED)
}
