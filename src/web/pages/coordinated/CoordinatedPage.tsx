import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useFormat } from '../../format.ts'
import { useLive } from '../../live.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './coordinated.module.css'
import { PERIODS, type Period, POSTS, type Post, periodOf } from './coordinated.ts'
import { PostPanel } from './PostPanel.tsx'

const COLUMNS = 'minmax(0, 1fr) 96px 190px 180px'
/** Beside an open panel, and where there is less room. */
const NARROW = 'minmax(0, 1fr) 96px'
const ROOMY = '(min-width: 1100px)'

/** What many people said in nearly the same words within few days, with the evidence; each opens its voices. */
export function CoordinatedPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchState()
  const period = periodOf(search.days)
  const dismissed = search.dismissed === 'only'
  const query = { dismissed: dismissed ? 'only' : 'no', ...(period !== 'ever' && { days: period }) }
  const list = useCursorList<Post>(['coordinated', 'list', query], POSTS, query)
  useLive(['coordinated'], ['feedback'])
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false })
  const narrow = !roomy || Boolean(search.post)
  const names = [t('coordinated.text'), t('coordinated.voices'), t('coordinated.who'), t('coordinated.when')]
  return (
    <>
      <PageHeader title={t('coordinated.title')} about={t('coordinated.about')}>
        <SegmentedControl
          size="xs"
          aria-label={t('home.period')}
          value={period}
          onChange={(value) => setSearch({ days: value, post: null })}
          data={PERIODS.map((n) => ({
            value: n,
            label: n === 'ever' ? t('coordinated.ever') : t('home.days', { n: Number(n) }),
          }))}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setSearch({ dismissed: dismissed ? null : 'only', post: null }, { replace: false })}
        >
          {t(dismissed ? 'coordinated.open-ones' : 'coordinated.dismissed-ones')}
        </Button>
      </PageHeader>
      <DataList
        label={t('coordinated.title')}
        list={list}
        idOf={({ id }) => id}
        columns={narrow ? NARROW : COLUMNS}
        phoneColumns="minmax(0, 1fr) 72px"
        head={names.slice(0, narrow ? 2 : 4).map((name) => <span key={name}>{name}</span>)}
        row={(post) => <Row post={post} narrow={narrow} />}
        open={({ id }) => setSearch({ post: id }, { replace: Boolean(search.post) })}
        current={search.post ?? null}
        empty={<Empty period={period} dismissed={dismissed} />}
        tall
      />
      {search.post && <PostPanel key={search.post} id={search.post} close={() => setSearch({ post: null })} />}
    </>
  )
}

function Row({ post, narrow }: { post: Post; narrow: boolean }) {
  const { t } = useWords()
  const f = useFormat()
  const { example, voices, more, people, unknown, firstAt, lastAt } = post
  return (
    <>
      <span className={css.said}>{example?.text ?? t('coordinated.gone')}</span>
      <span className={css.two}>
        <b>{t(more ? 'coordinated.more' : 'coordinated.n', { n: f.number(voices) })}</b>
        {narrow && <span className={css.quiet}>{f.day(lastAt)}</span>}
      </span>
      {!narrow && (
        <span data-desk className={css.two}>
          <span>{t('coordinated.people', { n: people })}</span>
          {unknown > 0 && <span className={css.quiet}>{t('coordinated.unknown', { n: f.number(unknown) })}</span>}
        </span>
      )}
      {!narrow && (
        <span data-desk className={css.two}>
          {f.day(lastAt)}
          {f.day(firstAt) !== f.day(lastAt) && (
            <span className={css.quiet}>{t('coordinated.span', { from: f.day(firstAt), to: f.day(lastAt) })}</span>
          )}
        </span>
      )}
    </>
  )
}

function Empty({ period, dismissed }: { period: Period; dismissed: boolean }) {
  const { t } = useWords()
  const icon = <IconCopy size={28} stroke={1.5} />
  if (dismissed) return <EmptyState icon={icon} said={t('coordinated.none-dismissed')} />
  return period === 'ever' ? (
    <EmptyState icon={icon} said={t('coordinated.none')} next={t('coordinated.none-next')} />
  ) : (
    <EmptyState icon={icon} said={t('coordinated.none-days')} next={t('coordinated.none-days-next')} />
  )
}
