import { Button } from '@mantine/core'
import { useWords } from '../../../words.tsx'
import css from './imports.module.css'
import type { Import, RefusedRow } from './imports.ts'
import { refusedCsv } from './refused-csv.ts'

const SHOWN = 20

/** The lines that could not be read, with why; all that were kept as a file. */
export function Refused({ run }: { run: Import }) {
  const { t, tellMisfit } = useWords()
  const shown = run.refused.slice(0, SHOWN)
  const download = () => {
    const csv = refusedCsv([
      [t('imports.line'), t('imports.column'), t('imports.found'), t('imports.why')],
      ...run.refused.map((row) => [row.line, row.column ?? '', row.value ?? '', tellMisfit(row)]),
    ])
    const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${run.name}.refused.csv`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <section>
      <header className={css.head}>
        <h3>{t('imports.refused')}</h3>
        <Button variant="default" onClick={download}>
          {t('imports.download')}
        </Button>
      </header>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            <th scope="col">{t('imports.why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td>
                <Place row={row} /> {tellMisfit(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {run.refusedCount > shown.length && (
        <p className={css.quiet}>{t('imports.refused-more', { n: run.refusedCount - shown.length })}</p>
      )}
    </section>
  )
}

/** The column and what stands in it: which of many cells of a line is meant. */
function Place({ row: { column, value } }: { row: RefusedRow }) {
  const { t } = useWords()
  if (column === null) return null
  return <b>{value === null ? t('imports.at', { column }) : t('imports.at-value', { column, value })}</b>
}
