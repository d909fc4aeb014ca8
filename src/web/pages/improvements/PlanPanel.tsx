import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { now } from '../../clock.ts'
import { useFormat } from '../../format.ts'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import { type Check, improvementPath, type Plan, type Preview, type View } from './improvements.ts'
import { PlanFields } from './PlanFields.tsx'
import { PreviewWords } from './PreviewWords.tsx'
import { firstForm, type PlanForm, planOf } from './plan-form.ts'
import { planSentence } from './plan-words.ts'

const REST = 400

/** Writes the plan of a check, with what it would find now, and freezes it. */
export function PlanPanel({ view, close }: { view: View; close: () => void }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const [form, setForm] = useState<PlanForm>(() => firstForm(now(), f.zone, view.category?.id ?? null))
  const plan = useMemo(() => planOf(form, f.zone), [form, f.zone])
  const [rested] = useDebouncedValue(plan, REST)
  const preview = usePreview(view.id, rested)
  const freeze = useFreeze(view.id, close)
  const faults = preview.data?.faults ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan !== null) freeze.mutate(plan)
  }
  const problem = freeze.error === null ? null : problemOf(freeze.error)
  const refused = problem?.errors.map(({ path, message }) => ({ path, code: message })) ?? []
  const shown = refused.length > 0 ? refused : faults
  return (
    <SidePanel
      title={t('improvements.plan-title')}
      close={close}
      foot={
        <div className={css.acts}>
          <Button type="submit" form="plan" loading={freeze.isPending} disabled={plan === null || faults.length > 0}>
            {t('improvements.freeze')}
          </Button>
          <span className={css.quiet}>{t('improvements.freeze-hint')}</span>
        </div>
      }
    >
      <form id="plan" onSubmit={submit} className={css.form}>
        <PlanFields form={form} change={(change) => setForm((old) => ({ ...old, ...change }))} />
        {plan && <p className={css.trial}>{planSentence(plan, t, locale, f.zone)}</p>}
        {preview.data && <PreviewWords preview={preview.data} hopedFor={form.hopedFor} />}
        {shown.length > 0 && <Faults faults={shown} />}
        {problem && problem.errors.length === 0 && <Told problem={problem} />}
      </form>
    </SidePanel>
  )
}

function Told({ problem }: { problem: ReturnType<typeof problemOf> }) {
  const { tell } = useWords()
  return <p role="alert">{tell(problem)}</p>
}

function Faults({ faults }: { faults: readonly { path: string; code: string }[] }) {
  const { term } = useWords()
  return (
    <ul className={css.faults} role="alert">
      {faults.map(({ path, code }) => (
        <li key={`${path} ${code}`}>{term('improvements.fault', code)}</li>
      ))}
    </ul>
  )
}

const usePreview = (id: string, plan: Plan | null) =>
  useQuery({
    queryKey: ['improvements', 'plan-preview', id, plan],
    queryFn: () => api.send<Preview>('POST', `${improvementPath(id)}/verification/preview`, plan),
    enabled: plan !== null,
    placeholderData: (old) => old,
  })

function useFreeze(id: string, close: () => void) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { say } = useSaying()
  return useMutation({
    mutationFn: (plan: Plan) => api.send<Check>('PUT', `${improvementPath(id)}/verification`, plan),
    onSuccess(check) {
      queries.setQueryData(['improvements', 'verification', id], check)
      void queries.invalidateQueries({ queryKey: ['improvements'] })
      say(t('improvements.frozen'))
      close()
    },
  })
}
