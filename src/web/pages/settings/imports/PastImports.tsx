import { IconFileImport } from '@tabler/icons-react'
import { wholeList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { ImportRun } from './ImportRun.tsx'
import css from './imports.module.css'
import { useImport, useImports } from './imports.ts'

/** Imports of before, newest first; one opens with its counts and refused lines. */
export function PastImports() {
  const { t, term } = useWords()
  const [search, setSearch] = useSearchState()
  const found = useImports()
  return (
    <>
      <Loaded found={found}>
        {({ items }) => (
          <DataList
            label={t('imports.past')}
            list={wholeList(items)}
            idOf={({ id }) => id}
            columns="minmax(0, 1fr) 120px minmax(0, 1fr) 110px"
            head={[
              <span key="f">{t('imports.file')}</span>,
              <span key="s">{t('imports.state')}</span>,
              <span key="r">{t('imports.result')}</span>,
              <span key="w">{t('imports.when')}</span>,
            ]}
            row={({ name, state, dryRun, added, already, refusedCount, createdAt }) => (
              <>
                <span>{name}</span>
                <span>
                  {dryRun ? `${t('imports.trial')} · ` : ''}
                  {term('import-state', state)}
                </span>
                <span data-desk className={css.quiet}>
                  {t('imports.result-line', { added, already, refused: refusedCount })}
                </span>
                <span data-desk className={css.quiet}>
                  <TimeAgo at={createdAt} />
                </span>
              </>
            )}
            open={({ id }) => setSearch({ import: id })}
            current={search.import ?? null}
            empty={
              <EmptyState
                icon={<IconFileImport size={28} stroke={1.5} />}
                said={t('imports.none')}
                next={t('imports.none-next')}
              />
            }
          />
        )}
      </Loaded>
      {search.import && <Past id={search.import} close={() => setSearch({ import: null })} />}
    </>
  )
}

function Past({ id, close }: { id: string; close: () => void }) {
  const { t } = useWords()
  const found = useImport(id)
  return (
    <SidePanel title={found.data?.name ?? t('imports.file')} close={close}>
      <Loaded found={found}>{(run) => <ImportRun run={run} />}</Loaded>
    </SidePanel>
  )
}
