import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlphabetLatin, IconDownload, IconListDetails, IconMessage2Search } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { address } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { useLive } from '../../live.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { BulkActs } from './BulkActs.tsx'
import { FilterBar } from './FilterBar.tsx'
import { FilterChips } from './FilterChips.tsx'
import { filterOf, queryOf } from './filter.ts'
import { wordsOf } from './found-words.ts'
import { LinkPanel } from './LinkPanel.tsx'
import { Rereading } from './Rereading.tsx'
import { VoicePanel } from './VoicePanel.tsx'
import { VoiceRow } from './VoiceRow.tsx'
import type { VoiceItem } from './voices.ts'
import { Words } from './Words.tsx'

const COLUMNS = '18px minmax(0, 1fr) 74px 190px 18px 120px 92px'
/** What all columns need beside the navigation. */
const ROOMY = '(min-width: 1100px)'
/** Beside an open panel, and where there is less room. */
const NARROW = '18px minmax(0, 1fr) 74px 18px 82px'
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Every voice: searched, filtered, read and linked to what will change. All of it stands in the address. */
export function ExplorerPage() {
  const { t } = useWords()
  const { zone } = useFormat()
  const can = useCan()
  const [search, setSearch] = useSearchState()
  const [linking, setLinking] = useState<readonly string[] | null>(null)
  const [chosen, setChosen] = useState(false)
  const filter = filterOf(search)
  const asWords = search.view === 'words'
  const asked = JSON.stringify(queryOf(filter, zone))
  const query = useMemo<Record<string, string>>(() => JSON.parse(asked), [asked])
  const words = useMemo(() => wordsOf(query.q ?? ''), [query.q])
  const list = useCursorList<VoiceItem>(['feedback', 'list', query], '/api/v1/feedback', query)
  useLive(['feedback'], ['feedback', 'case', 'import'])
  const open = (id: string | null) => setSearch({ voice: id }, { replace: id !== null && Boolean(search.voice) })

  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false })
  const narrow = !roomy || Boolean(search.voice ?? linking)
  const names = narrow
    ? ['', t('explorer.said'), t('explorer.scores'), '', t('explorer.when')]
    : [
        '',
        t('explorer.said'),
        t('explorer.scores'),
        t('explorer.categories'),
        '',
        t('explorer.who'),
        t('explorer.when'),
      ]
  return (
    <>
      <PageHeader
        title={t('explorer.title')}
        about={<Rereading />}
        acts={
          <>
            <Button
              variant="default"
              leftSection={asWords ? <IconListDetails {...ICON} /> : <IconAlphabetLatin {...ICON} />}
              onClick={() => setSearch({ view: asWords ? null : 'words', voice: null }, { replace: false })}
            >
              {t(asWords ? 'explorer.words-back' : 'explorer.words-view')}
            </Button>
            <Button
              component="a"
              href={address('/api/v1/exports/feedback.csv', query)}
              download
              variant="default"
              title={t('explorer.export-about')}
              leftSection={<IconDownload {...ICON} />}
            >
              {t('explorer.export')}
            </Button>
          </>
        }
      >
        <FilterBar filter={filter} change={setSearch} />
        <FilterChips filter={filter} change={setSearch} />
      </PageHeader>
      {asWords && (
        <PageBody>
          <Words filter={filter} query={query} against={search.against} change={setSearch} />
        </PageBody>
      )}
      {!asWords && (
        <DataList
          label={t('explorer.list')}
          list={list}
          idOf={(voice) => voice.id}
          columns={narrow ? NARROW : COLUMNS}
          phoneColumns="18px minmax(0, 1fr) auto"
          head={names.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
            <span key={i}>{name}</span>
          ))}
          row={(voice) => <VoiceRow voice={voice} words={words} narrow={narrow} />}
          open={(voice) => open(voice.id)}
          current={search.voice ?? null}
          empty={<Empty filtered={Object.keys(filter).length > 0} />}
          {...(can('improvement:change') || can('feedback:set-aside')
            ? {
                bulk: (ids: readonly string[], clear: () => void) => (
                  <BulkActs ids={ids} clear={clear} link={() => setLinking(ids)} standing={setChosen} />
                ),
              }
            : {})}
        />
      )}
      {search.voice && (
        <VoicePanel
          key={search.voice}
          id={search.voice}
          words={words}
          close={() => open(null)}
          open={open}
          link={(id) => setLinking([id])}
          keys={!chosen}
        />
      )}
      {linking && <LinkPanel ids={linking} close={() => setLinking(null)} />}
    </>
  )
}

function Empty({ filtered }: { filtered: boolean }) {
  const { t } = useWords()
  const icon = <IconMessage2Search size={28} stroke={1.5} />
  if (filtered) return <EmptyState icon={icon} said={t('explorer.none')} next={t('explorer.none-next')} />
  return (
    <EmptyState icon={icon} said={t('explorer.empty')} next={t('explorer.empty-next')}>
      <Button renderRoot={(props) => <Link to="/settings/imports" {...props} />}>{t('explorer.import')}</Button>
    </EmptyState>
  )
}
