import { Button } from '@mantine/core'
import { IconClockCheck, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { PromisePolicy, PromiseSettings } from '../../../../shared/contracts/promises.ts'
import { api } from '../../../api.ts'
import { newKey } from '../../../ids.ts'
import { useAutosave } from '../../../parts/autosave.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { SaveState } from '../../../parts/SaveState.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { ConditionsPanel } from './ConditionsPanel.tsx'
import { DurationField } from './DurationField.tsx'
import { moved, type Row, rowsOf } from './ordered.ts'
import { PolicyRow } from './PolicyRow.tsx'
import css from './rules.module.css'

type Settings = z.input<typeof PromiseSettings>
export type Policy = z.input<typeof PromisePolicy>

const PATH = '/api/v1/settings/promises'
const KEY = ['settings', 'promises']
const NEW: Policy = { kind: 'first-answer', duration: 'PT24H', basis: 'clock', when: {} }

/** What customers are promised, by when, and when silence alarms. */
export function PromisesPage() {
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Settings>(PATH, {}, signal),
    // What is being edited is not replaced under the hands.
    refetchOnWindowFocus: false,
  })
  const { t } = useWords()
  if (found.data) return <Editor given={found.data} />
  return (
    <SettingsFrame title={t('settings.promises')}>
      <PageBody>
        <Loaded found={found}>{() => null}</Loaded>
      </PageBody>
    </SettingsFrame>
  )
}

function Editor({ given }: { given: Settings }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { offerUndo } = useSaying()
  const [state, setState] = useState({ rows: rowsOf(given.policies), silence: given.silence ?? 'PT72H' })
  const [edited, setEdited] = useState<string | null>(null)
  const saving = useAutosave(state, async ({ rows, silence }) => {
    const kept = await api.send<Settings>('PUT', PATH, { policies: rows.map(({ value }) => value), silence })
    queries.setQueryData(KEY, kept)
  })
  const setRows = (change: (rows: Row<Policy>[]) => Row<Policy>[]) =>
    setState((old) => ({ ...old, rows: change(old.rows) }))
  const put = (key: string, part: Partial<Policy>) =>
    setRows((rows) => rows.map((row) => (row.key === key ? { key, value: { ...row.value, ...part } } : row)))
  const remove = (row: Row<Policy>, at: number) => {
    setRows((rows) => rows.filter(({ key }) => key !== row.key))
    const undo = async () => setRows((rows) => [...rows.slice(0, at), row, ...rows.slice(at)])
    offerUndo({ said: t('promises.said.removed'), undo })
  }
  const open = state.rows.find(({ key }) => key === edited)
  return (
    <SettingsFrame title={t('settings.promises')} about={t('promises.about')} acts={<SaveState saving={saving} />}>
      <PageBody>
        {state.rows.length === 0 ? (
          <EmptyState
            icon={<IconClockCheck size={28} stroke={1.5} />}
            said={t('promises.none')}
            next={t('promises.none-next')}
          />
        ) : (
          <ol className={css.rules}>
            {state.rows.map((row, i) => (
              <PolicyRow
                key={row.key}
                place={i + 1}
                policy={row.value}
                put={(part) => put(row.key, part)}
                openWhen={() => setEdited(row.key)}
                acts={{
                  first: i === 0,
                  last: i === state.rows.length - 1,
                  move: (step) => setRows((rows) => moved(rows, i, step)),
                  remove: () => remove(row, i),
                }}
              />
            ))}
          </ol>
        )}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setRows((rows) => [...rows, { key: newKey(), value: NEW }])}
        >
          {t('promises.add')}
        </Button>
        <section className={css.part}>
          <h2>{t('promises.silence')}</h2>
          <p>{t('promises.silence-about')}</p>
          <DurationField
            label={t('promises.silence')}
            value={state.silence}
            change={(silence) => setState((old) => ({ ...old, silence }))}
          />
        </section>
      </PageBody>
      {open && (
        <ConditionsPanel
          key={open.key}
          title={t('promises.when.title')}
          when={open.value.when ?? {}}
          change={(when) => put(open.key, { when })}
          close={() => setEdited(null)}
        />
      )}
    </SettingsFrame>
  )
}
