import { Button, Group, Select, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { WordKey } from '../../../shared/words/say.ts'
import { api } from '../../api.ts'
import { now } from '../../clock.ts'
import { useFormat } from '../../format.ts'
import { newKey } from '../../ids.ts'
import { MomentPick } from '../../parts/DatePick.tsx'
import { FormProblem, RestOfProblem, useFieldError } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { type Case, PROMISES, type PromiseKind } from './case-types.ts'
import { dueChoices, momentOf, wallOf } from './due-choices.ts'
import css from './panel.module.css'

const NAMES: Readonly<Record<ReturnType<typeof dueChoices>[number]['name'], WordKey>> = {
  'two-hours': 'inbox.due.two-hours',
  today: 'inbox.due.today',
  tomorrow: 'inbox.due.tomorrow',
  week: 'inbox.due.week',
}
/** What is promised by hand, most often first. */
const KINDS: readonly PromiseKind[] = [
  'next-update',
  'call-back',
  ...PROMISES.filter((kind) => !/update|call/.test(kind)),
]

/** Promises the customer something by a moment: it counts like every other promise from then on. */
export function PromisePanel({ it, close }: { it: Case; close: () => void }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [kind, setKind] = useState<PromiseKind>('next-update')
  const [wall, setWall] = useState<string | null>(null)
  const [once, setOnce] = useState(newKey)
  const dueAt = momentOf(wall, f.zone)
  const promising = useMutation({
    mutationFn: () => api.send('POST', `/api/v1/cases/${it.id}/promises`, { kind, dueAt }, { once }),
    onSuccess: () => {
      say(t('inbox.said.promised', { promise: term('promise', kind), due: f.moment(dueAt ?? '') }))
      close()
    },
    onError: () => setOnce(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (dueAt) promising.mutate()
  }
  return (
    <SidePanel
      title={t('inbox.promise-something')}
      close={close}
      foot={
        <Button type="submit" form="promise" fullWidth loading={promising.isPending} disabled={!dueAt}>
          {dueAt ? t('inbox.promise.by', { due: f.moment(dueAt) }) : t('inbox.promise.pick')}
        </Button>
      }
    >
      <FormProblem problem={promising.error}>
        <form id="promise" onSubmit={submit}>
          <Stack>
            <Select
              label={t('inbox.promise.what')}
              data={KINDS.map((value) => ({ value, label: term('promise', value) }))}
              value={kind}
              onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
              allowDeselect={false}
            />
            <Group gap={8}>
              {dueChoices(now(), f.zone).map(({ name, at }) => (
                <Button key={name} size="compact-md" variant="default" onClick={() => setWall(wallOf(at, f.zone))}>
                  {t(NAMES[name])}
                </Button>
              ))}
            </Group>
            <DueField wall={wall} pick={setWall} />
            <p className={`${css.hint} hx-small`}>{t('inbox.promise.hint')}</p>
            <RestOfProblem />
          </Stack>
        </form>
      </FormProblem>
    </SidePanel>
  )
}

function DueField({ wall, pick }: { wall: string | null; pick: (wall: string | null) => void }) {
  const { t } = useWords()
  const f = useFormat()
  return (
    <MomentPick
      label={t('inbox.promise.when', { zone: f.zone })}
      value={wall}
      pick={pick}
      error={useFieldError('dueAt')}
    />
  )
}
