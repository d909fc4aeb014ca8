import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconStack2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import type { CursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { PERIODS, periodOf } from '../home/home.ts'
import { hasNews, Searching } from './Searching.tsx'
import { ThemePanel } from './ThemePanel.tsx'
import { ThemeRow } from './ThemeRow.tsx'
import css from './themes.module.css'
import { isUnderWay, type Search, type Theme, type Themes, useSearchActs, useSearching, useThemes } from './themes.ts'

const COLUMNS = 'minmax(0, 1fr) 150px 176px 132px 110px'
/** Beside an open panel, and where there is less room. */
const NARROW = 'minmax(0, 1fr) 150px 84px'
const ROOMY = '(min-width: 1100px)'

/** What many voices share: how many, since when more or fewer, in which words; each opens its voices. */
export function ThemesPage() {
  const { t } = useWords()
  const may = useCan()('taxonomy:change')
  const [search, setSearch] = useSearchState()
  const days = periodOf(search.days)
  const hidden = search.hidden === 'only'
  const themes = useThemes(days, hidden)
  const searching = useSearching()
  const { start } = useSearchActs(t('themes.stopped'))
  const found = searching.data
  const ready = found !== undefined && found.voices >= found.needed
  return (
    <>
      <PageHeader
        title={t('themes.title')}
        about={t('themes.about')}
        acts={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('home.period')}
              value={String(days)}
              onChange={(value) => setSearch({ days: value })}
              data={PERIODS.map((n) => ({ value: String(n), label: t('home.days', { n }) }))}
            />
            {may && ready && !isUnderWay(found) && (
              <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
                {t('themes.search-now')}
              </Button>
            )}
          </>
        }
      >
        {found !== undefined && hasNews(found) && <Searching search={found} may={may} />}
      </PageHeader>
      {themes.data !== undefined && <Notes list={themes.data} found={found} hidden={hidden} show={setSearch} />}
      <List days={days} hidden={hidden} themes={themes} found={found} />
      {search.theme && (
        <ThemePanel
          key={search.theme}
          id={search.theme}
          days={days}
          close={() => setSearch({ theme: null })}
          open={(id) => setSearch({ theme: id })}
        />
      )}
    </>
  )
}

type ListProps = {
  days: number
  hidden: boolean
  themes: ReturnType<typeof useThemes>
  found: Search | undefined
}

function List({ days, hidden, themes, found }: ListProps) {
  const { t } = useWords()
  const [search, setSearch] = useSearchState()
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false })
  const narrow = !roomy || Boolean(search.theme)
  const most = Math.max(0, ...(themes.data?.items ?? []).map(({ voices }) => voices.n))
  const names = narrow
    ? [t('themes.theme'), t('themes.share'), t('themes.trend')]
    : [t('themes.theme'), t('themes.share'), t('themes.change', { n: days }), t('themes.trend'), t('themes.mood')]
  if (themes.isError && themes.data === undefined)
    return <ErrorState problem={themes.error} retry={() => void themes.refetch()} />
  return (
    <DataList
      label={t('themes.list')}
      list={listOf(themes)}
      idOf={({ id }) => id}
      columns={narrow ? NARROW : COLUMNS}
      phoneColumns="minmax(0, 1fr) 140px"
      head={names.map((name) => <span key={name}>{name}</span>)}
      row={(theme) => <ThemeRow theme={theme} most={most} narrow={narrow} />}
      open={({ id }) => setSearch({ theme: id }, { replace: Boolean(search.theme) })}
      current={search.theme ?? null}
      empty={<Empty hidden={hidden} found={found} />}
      tall
    />
  )
}

const listOf = (themes: ReturnType<typeof useThemes>): CursorList<Theme> => ({
  items: themes.data?.items ?? [],
  state: themes.data !== undefined ? 'ready' : 'waiting',
  problem: null,
  retry: () => undefined,
  more: false,
  loadMore: () => undefined,
  loadingMore: false,
})

function Empty({ hidden, found }: { hidden: boolean; found: Search | undefined }) {
  const { t } = useWords()
  const icon = <IconStack2 size={28} stroke={1.5} />
  if (hidden) return <EmptyState icon={icon} said={t('themes.none-hidden')} />
  if (found === undefined || isUnderWay(found)) return null
  const { voices, needed, newest } = found
  if (voices < needed)
    return (
      <EmptyState
        icon={icon}
        said={t('themes.too-few', { n: needed - voices })}
        next={t('themes.too-few-next', { needed, voices })}
      />
    )
  if (newest === null) return <EmptyState icon={icon} said={t('themes.soon')} next={t('themes.soon-next')} />
  return <EmptyState icon={icon} said={t('themes.nothing')} next={t('themes.nothing-next')} />
}

/** Fewer voices than this in every theme show little of shares and less of changes. */
const FEW = 30

type NotesProps = {
  list: Themes
  found: Search | undefined
  hidden: boolean
  show: (parts: Record<string, string | null>) => void
}

/** What is not in the list: voices of no theme, themes that are hidden; and how far the figures carry. */
function Notes({ list, found, hidden, show }: NotesProps) {
  const { t } = useWords()
  const f = useFormat()
  const { read, leftOut, items } = list
  const done = found?.done
  const few = items.length > 0 && items.every(({ voices }) => voices.n < FEW)
  const notes = [
    !hidden && done?.finishedAt && (
      <span key="done">{t('themes.last-run', { when: f.relative(done.finishedAt), n: done.voices ?? 0 })}</span>
    ),
    !hidden && few && <span key="few">{t('themes.small', { n: FEW })}</span>,
    !hidden && leftOut > 0 && <LeftOut key="left" n={leftOut} of={read.n} />,
    hidden ? (
      <button key="open" type="button" onClick={() => show({ hidden: null, theme: null })}>
        {t('themes.open-ones')}
      </button>
    ) : (
      list.hidden > 0 && (
        <button key="hidden" type="button" onClick={() => show({ hidden: 'only', theme: null })}>
          {t('themes.hidden-ones', { n: list.hidden })}
        </button>
      )
    ),
    !hidden && (
      <Link key="coordinated" to="/coordinated">
        {t('coordinated.title')}
      </Link>
    ),
  ].filter(Boolean)
  return <div className={css.notes}>{notes}</div>
}

function LeftOut({ n, of }: { n: number; of: number }) {
  const { t } = useWords()
  const f = useFormat()
  return <span>{t('themes.left-out', { n, share: f.percent(n / of) })}</span>
}
