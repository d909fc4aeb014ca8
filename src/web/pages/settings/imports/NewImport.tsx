import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { type Choices, choicesOf, type Extras, hasContent, mappingOf } from './columns.ts'
import { ImportRun } from './ImportRun.tsx'
import css from './imports.module.css'
import { type Import, isRunning, type Preview, useImport } from './imports.ts'
import { MappingTable } from './MappingTable.tsx'

/** What was asked for, so that a trial counts only for the mapping it tried. */
type Started = { id: string; mapping: string; dryRun: boolean }

/** One file on its way in: its columns, a trial, then the import. */
export function NewImport({ preview, again }: { preview: Preview; again: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { sayProblem } = useSaying()
  const [choices, setChoices] = useState<Choices>(() => choicesOf(preview.columns, preview.mapping))
  const [extras, setExtras] = useState<Extras>({
    fixedChannel: preview.mapping.fixedChannel ?? null,
    ratingMax: preview.mapping.ratingMax ?? 5,
  })
  const [started, setStarted] = useState<Started | null>(null)
  const run = useImport(started?.id ?? null)
  const mapping = mappingOf(choices, extras)
  const now = JSON.stringify(mapping)

  const start = useMutation({
    mutationFn: (dryRun: boolean) =>
      api.send<{ id: string }>('POST', '/api/v1/imports', { fileId: preview.fileId, mapping, dryRun }),
    onSuccess({ id }, dryRun) {
      setStarted({ id, mapping: now, dryRun })
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    },
    onError: sayProblem,
  })
  const found = started && run.data?.id === started.id ? run.data : null
  const busy = start.isPending || (started !== null && (found === null || isRunning(found)))
  const tried = found?.dryRun && found.state === 'done' && started?.mapping === now ? found : null
  const finished = found !== null && !found.dryRun && !isRunning(found)

  return (
    <>
      <header className={css.head}>
        <h2>{preview.name}</h2>
        <Button variant="subtle" disabled={busy} onClick={again}>
          {t('imports.other-file')}
        </Button>
      </header>
      {preview.columns.length === 0 ? (
        <p>{t('imports.no-columns')}</p>
      ) : (
        <>
          {!finished && (
            <MappingTable
              preview={preview}
              choices={choices}
              setChoices={setChoices}
              extras={extras}
              setExtras={setExtras}
              still={busy}
            />
          )}
          {found && (found.dryRun ? started?.mapping === now || isRunning(found) : true) && <ImportRun run={found} />}
          {!finished && (
            <Steps
              ready={hasContent(choices)}
              tried={tried}
              busy={busy}
              tryIt={() => start.mutate(true)}
              go={() => start.mutate(false)}
            />
          )}
        </>
      )}
    </>
  )
}

type StepsProps = { ready: boolean; tried: Import | null; busy: boolean; tryIt: () => void; go: () => void }

/** The trial comes first; the import shows when a trial of these very columns is done. */
function Steps({ ready, tried, busy, tryIt, go }: StepsProps) {
  const { t } = useWords()
  if (!ready) return <p className={css.missing}>{t('imports.needs-content')}</p>
  return (
    <div className={css.steps}>
      {tried && tried.added > 0 ? (
        <Button loading={busy} onClick={go}>
          {t('imports.go', { n: tried.added })}
        </Button>
      ) : (
        <Button loading={busy} onClick={tryIt}>
          {t('imports.try')}
        </Button>
      )}
      {!tried && <span className={css.quiet}>{t('imports.try-about')}</span>}
    </div>
  )
}
