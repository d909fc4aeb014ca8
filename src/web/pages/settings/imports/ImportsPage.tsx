import { useMutation } from '@tanstack/react-query'
import { address, api } from '../../../api.ts'
import { ErrorState } from '../../../parts/ErrorState.tsx'
import { FileDrop } from '../../../parts/FileDrop.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useWords } from '../../../words.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import css from './imports.module.css'
import type { Preview } from './imports.ts'
import { NewImport } from './NewImport.tsx'
import { PastImports } from './PastImports.tsx'

/** A round number for people; the server takes a little more. */
const MOST_BYTES = 64 * 1024 * 1024

/** Bringing in what was collected elsewhere: preview, trial, import; and what was imported before. */
export function ImportsPage() {
  const { t } = useWords()
  const upload = useMutation({
    // A file of an unknown kind would be sent as text: the bytes go as they are.
    mutationFn: (file: File) =>
      api.send<Preview>('POST', address('/api/v1/import-files', { name: file.name }), file.slice()),
  })
  return (
    <SettingsFrame title={t('settings.imports')} about={t('imports.about')}>
      <PageBody>
        <section className={css.new} aria-label={t('imports.new')}>
          {!upload.data && (
            <FileDrop
              label={upload.isPending ? t('imports.reading', { name: upload.variables.name }) : t('imports.drop')}
              accept=".csv,.tsv,.jsonl,.xlsx"
              max={MOST_BYTES}
              take={([file]) => file && upload.mutate(file)}
            />
          )}
          {upload.isError && <ErrorState problem={upload.error} />}
          {upload.data && <NewImport key={upload.data.fileId} preview={upload.data} again={upload.reset} />}
        </section>
        <h2 className={css.title}>{t('imports.past')}</h2>
      </PageBody>
      <PastImports />
    </SettingsFrame>
  )
}
