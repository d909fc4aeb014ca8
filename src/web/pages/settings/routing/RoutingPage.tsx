import { NumberInput, Select } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { RoutingRule, RoutingSettings } from '../../../../shared/contracts/promises.ts'
import { api } from '../../../api.ts'
import { useAutosave } from '../../../parts/autosave.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { SaveState } from '../../../parts/SaveState.tsx'
import { useWords } from '../../../words.tsx'
import { useTeams } from '../../inbox/staff.ts'
import { Loaded } from '../Loaded.tsx'
import { rowsOf } from '../promises/ordered.ts'
import { RuleList } from '../promises/RuleList.tsx'
import css from '../promises/rules.module.css'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { RuleSentence } from './RuleSentence.tsx'

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
  const teams = useTeams()
  const [state, setState] = useState({
    rows: rowsOf(given.rules),
    otherwise: given.otherwise ?? null,
    loadCap: given.loadCap ?? USUAL_CAP,
  })
  const saving = useAutosave(state, async ({ rows, otherwise, loadCap }) => {
    const kept = await api.send<Settings>('PUT', PATH, { rules: rows.map(({ value }) => value), otherwise, loadCap })
    queries.setQueryData(KEY, kept)
  })
  const firstTeam = teams[0]?.id
  return (
    <SettingsFrame
      title={t('settings.routing')}
      about={t('promises.routing.about')}
      acts={<SaveState saving={saving} />}
    >
      <PageBody>
        <RuleList
          rows={state.rows}
          setRows={(change) => setState((old) => ({ ...old, rows: change(old.rows) }))}
          sentence={(rule, put) => <RuleSentence rule={rule} teams={teams} put={put} />}
          empty={
            <EmptyState
              icon={<IconRoute size={28} stroke={1.5} />}
              said={t('promises.routing.none')}
              next={firstTeam ? t('promises.routing.none-next') : t('promises.routing.no-teams')}
            />
          }
          add={firstTeam ? { name: t('promises.routing.add'), rule: { name: '', when: {}, team: firstTeam } } : null}
        />
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
    </SettingsFrame>
  )
}
