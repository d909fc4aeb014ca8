import { Button, NumberInput, Select } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { RoutingRule, RoutingSettings } from '../../../../shared/contracts/promises.ts'
import { api } from '../../../api.ts'
import { newKey } from '../../../ids.ts'
import { useAutosave } from '../../../parts/autosave.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { SaveState } from '../../../parts/SaveState.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { useTeams } from '../../inbox/staff.ts'
import { Loaded } from '../Loaded.tsx'
import { ConditionsPanel } from '../promises/ConditionsPanel.tsx'
import { moved, type Row, rowsOf } from '../promises/ordered.ts'
import css from '../promises/rules.module.css'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { RoutingRow } from './RoutingRow.tsx'

type Settings = z.input<typeof RoutingSettings>
export type Rule = z.input<typeof RoutingRule>

const PATH = '/api/v1/settings/routing'
const KEY = ['settings', 'routing']
const USUAL_CAP = 40

/** To whom new cases go. */
export function RoutingPage() {
  const { t } = useWords()
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Settings>(PATH, {}, signal),
    refetchOnWindowFocus: false,
  })
  if (found.data) return <Editor given={found.data} />
  return (
    <SettingsFrame title={t('settings.routing')}>
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
  const teams = useTeams()
  const [state, setState] = useState({
    rows: rowsOf(given.rules),
    otherwise: given.otherwise ?? null,
    loadCap: given.loadCap ?? USUAL_CAP,
  })
  const [edited, setEdited] = useState<string | null>(null)
  const saving = useAutosave(state, async ({ rows, otherwise, loadCap }) => {
    const kept = await api.send<Settings>('PUT', PATH, { rules: rows.map(({ value }) => value), otherwise, loadCap })
    queries.setQueryData(KEY, kept)
  })
  const setRows = (change: (rows: Row<Rule>[]) => Row<Rule>[]) =>
    setState((old) => ({ ...old, rows: change(old.rows) }))
  const put = (key: string, part: Partial<Rule>) =>
    setRows((rows) => rows.map((row) => (row.key === key ? { key, value: { ...row.value, ...part } } : row)))
  const remove = (row: Row<Rule>, at: number) => {
    setRows((rows) => rows.filter(({ key }) => key !== row.key))
    const undo = async () => setRows((rows) => [...rows.slice(0, at), row, ...rows.slice(at)])
    offerUndo({ said: t('promises.said.removed'), undo })
  }
  const open = state.rows.find(({ key }) => key === edited)
  const firstTeam = teams[0]?.id
  return (
    <SettingsFrame
      title={t('settings.routing')}
      about={t('promises.routing.about')}
      acts={<SaveState saving={saving} />}
    >
      <PageBody>
        {state.rows.length === 0 && (
          <EmptyState
            icon={<IconRoute size={28} stroke={1.5} />}
            said={t('promises.routing.none')}
            next={teams.length === 0 ? t('promises.routing.no-teams') : t('promises.routing.none-next')}
          />
        )}
        {state.rows.length > 0 && (
          <ol className={css.rules}>
            {state.rows.map((row, i) => (
              <RoutingRow
                key={row.key}
                place={i + 1}
                rule={row.value}
                teams={teams}
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
        {firstTeam && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() =>
              setRows((rows) => [...rows, { key: newKey(), value: { name: '', when: {}, team: firstTeam } }])
            }
          >
            {t('promises.routing.add')}
          </Button>
        )}
        <section className={css.part}>
          <h2>{t('promises.routing.otherwise')}</h2>
          <p>{t('promises.routing.otherwise-about')}</p>
          <Select
            aria-label={t('promises.routing.otherwise')}
            placeholder={t('promises.routing.everyone')}
            w={280}
            clearable
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={state.otherwise}
            onChange={(otherwise) => setState((old) => ({ ...old, otherwise }))}
          />
        </section>
        <section className={css.part}>
          <h2>{t('promises.routing.cap')}</h2>
          <p>{t('promises.routing.cap-about')}</p>
          <NumberInput
            aria-label={t('promises.routing.cap')}
            w={120}
            min={1}
            max={10_000}
            allowDecimal={false}
            value={state.loadCap}
            onChange={(cap) => {
              if (typeof cap === 'number' && cap >= 1) setState((old) => ({ ...old, loadCap: cap }))
            }}
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
