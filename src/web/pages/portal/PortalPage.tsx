import { Button } from '@mantine/core'
import { IconExternalLink, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { useLive } from '../../live.ts'
import { wholeList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import type { PortalData } from './portal.ts'

/** What stands on the public page, and what could. */
export function PortalPage() {
  const { t } = useWords()
  const [{ entry = '' }, setSearch] = useSearchState()
  useLive(['portal'], ['improvement'])
  const portal = useQuery({
    queryKey: ['portal', 'improvements'],
    queryFn: ({ signal }) => api.get<PortalData>('/api/v1/portal/improvements', {}, signal),
  })
  const items = portal.data?.items ?? []
  const open = items.find(({ id }) => id === entry)
  return (
    <>
      <PageHeader
        title={t('portal.title')}
        about={t('portal.about')}
        acts={
          portal.data && (
            <Button
              component="a"
              href={new URL(portal.data.url).pathname}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden="true" />}
            >
              {t('portal.open')}
            </Button>
          )
        }
      />
      {portal.isError && !portal.data ? (
        <ErrorState problem={portal.error} retry={() => void portal.refetch()} />
      ) : (
        <DataList
          label={t('portal.title')}
          list={{ ...wholeList(items), state: portal.data ? 'ready' : 'waiting' }}
          idOf={({ id }) => id}
          columns="minmax(0, 1fr) 130px 120px 90px"
          phoneColumns="minmax(0, 1fr) auto"
          row={({ title, internalTitle, stage, voices, public: shown }) => (
            <>
              <span>{title || internalTitle}</span>
              <span data-desk>
                <StageBadge of="improvement" stage={stage} />
              </span>
              <span data-desk>{t('portal.voices', { n: voices })}</span>
              <span>{shown ? t('portal.public') : t('portal.hidden')}</span>
            </>
          )}
          open={({ id }) => setSearch({ entry: id })}
          current={open?.id ?? null}
          empty={
            <EmptyState
              icon={<IconSpeakerphone size={28} stroke={1.5} />}
              said={t('portal.empty')}
              next={t('portal.empty-next')}
            >
              <Button component={Link} to="/improvements" variant="default">
                {t('portal.to-improvements')}
              </Button>
            </EmptyState>
          }
        />
      )}
      {open && <EntryPanel key={open.id} entry={open} close={() => setSearch({ entry: null })} />}
    </>
  )
}
