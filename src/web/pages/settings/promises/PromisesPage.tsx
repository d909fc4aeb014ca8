import { Button } from '@mantine/core'
import { IconClockCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { PromisePolicy, PromiseSettings } from '../../../../shared/contracts/promises.ts'
import { api } from '../../../api.ts'
import { useAutosave } from '../../../parts/autosave.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { SaveState } from '../../../parts/SaveState.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { DurationField } from './DurationField.tsx'
import { rowsOf } from './ordered.ts'
import { PolicySentence } from './PolicySentence.tsx'
import { RuleList } from './RuleList.tsx'
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
  const [state, setState] = useState({ rows: rowsOf(given.policies), silence: given.silence ?? 'PT72H' })
  const saving = useAutosave(state, async ({ rows, silence }) => {
    const kept = await api.send<Settings>('PUT', PATH, { policies: rows.map(({ value }) => value), silence })
    queries.setQueryData(KEY, kept)
  })
  return (
    <SettingsFrame
      title={t('settings.promises')}
      about={t('promises.about')}
      acts={
        <>
          <SaveState saving={saving} />
          <Button variant="default" renderRoot={(props) => <Link to="/promises" {...props} />}>
            {t('ledger.title')}
          </Button>
        </>
      }
    >
      <PageBody>
        <RuleList
          rows={state.rows}
          setRows={(change) => setState((old) => ({ ...old, rows: change(old.rows) }))}
          sentence={(policy, put) => <PolicySentence policy={policy} put={put} />}
          empty={
            <EmptyState
              icon={<IconClockCheck size={28} stroke={1.5} />}
              said={t('promises.none')}
              next={t('promises.none-next')}
            />
          }
          add={{ name: t('promises.add'), rule: NEW }}
        />
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
    </SettingsFrame>
  )
}
