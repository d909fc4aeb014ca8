import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useLive } from '../../live.ts'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useCan } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { Board } from './Board.tsx'
import { STAGES } from './improvements.ts'
import { List } from './List.tsx'
import { NewImprovement } from './NewImprovement.tsx'

/** All improvements: as a board by stage, or as a list that can be searched. */
export function ImprovementsPage() {
  const { t, term } = useWords()
  const may = useCan()('improvement:change')
  const navigate = useNavigate()
  const [{ view = 'board', q = '', stage = '', make = '', from = '' }, setSearch] = useSearchState()
  useLive(['improvements'])
  const asList = view === 'list'
  const close = () => setSearch({ make: null, from: null })
  return (
    <>
      <PageHeader
        title={t('improvements.title')}
        acts={
          <>
            <Button
              component="a"
              href="/api/v1/exports/improvements.csv"
              download
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
            >
              {t('improvements.export')}
            </Button>
            {may && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
                onClick={() => setSearch({ make: '1' })}
              >
                {t('improvements.new')}
              </Button>
            )}
          </>
        }
      >
        <SegmentedControl
          value={asList ? 'list' : 'board'}
          onChange={(value) => setSearch({ view: value === 'list' ? value : null })}
          data={[
            { value: 'board', label: t('improvements.as-board') },
            { value: 'list', label: t('improvements.as-list') },
          ]}
        />
        {asList && (
          <>
            <SearchField label={t('improvements.search')} value={q} search={(text) => setSearch({ q: text })} />
            <Select
              aria-label={t('improvements.stage')}
              placeholder={t('improvements.stage')}
              data={STAGES.map((value) => ({ value, label: term('improvement-stage', value) }))}
              value={stage || null}
              onChange={(value) => setSearch({ stage: value })}
              clearable
              w={160}
            />
          </>
        )}
      </PageHeader>
      {asList ? <List q={q} stage={stage} /> : <Board />}
      {may && (make !== '' || from !== '') && (
        <NewImprovement
          caseId={from || null}
          close={close}
          made={(id) => void navigate({ to: '/improvements/$id', params: { id } })}
        />
      )}
    </>
  )
}
