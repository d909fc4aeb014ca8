import { Button, Select, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { FormProblem, LongField, RestOfProblem } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { useBulk } from './bulk.ts'
import type { Case, CaseItem } from './case-types.ts'
import { useColleagues, useTeams, whoAnswer } from './staff.ts'

type Props = { items: readonly CaseItem[]; it: Case | null; close: () => void; done?: () => void }

/** Gives cases to a colleague or to a team; of one case, with a word for who takes it. */
export function HandOverPanel({ items, it, close, done }: Props) {
  const { t } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const bulk = useBulk(items)
  const people = whoAnswer(useColleagues())
  const teams = useTeams()
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const handing = useMutation({
    mutationFn: async () => {
      const whom = to?.startsWith('team_') ? { team: to } : { person: to ?? '' }
      if (!it)
        return void (await bulk(
          items.map(({ id }) => id),
          { action: 'assign', ...whom },
        ))
      const said = note.trim() === '' ? {} : { note: note.trim() }
      await api.send('PUT', `/api/v1/cases/${it.id}/owner`, { ...whom, ...said, from: it.owner?.id ?? null })
      const name = [...people, ...teams].find(({ id }) => id === to)?.name ?? ''
      say(t('inbox.said.handed-over', { number: String(it.number), name }))
    },
    onSuccess: () => {
      done?.()
      close()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to) handing.mutate()
  }
  const choices = [
    { group: t('inbox.hand.teams'), items: teams.map(({ id, name }) => ({ value: id, label: name })) },
    {
      group: t('inbox.hand.people'),
      items: people
        .filter(({ id }) => id !== it?.owner?.id)
        .map(({ id, name, away }) => ({ value: id, label: away ? t('inbox.hand.away', { name }) : name })),
    },
  ].filter(({ items }) => items.length > 0)
  return (
    <SidePanel
      title={it ? t('inbox.hand-this', { number: String(it.number) }) : t('inbox.hand-many', { n: items.length })}
      close={close}
      foot={
        <Button type="submit" form="hand-over" fullWidth loading={handing.isPending} disabled={!to}>
          {t('inbox.hand-over')}
        </Button>
      }
    >
      <FormProblem problem={handing.error}>
        <form id="hand-over" onSubmit={submit}>
          <Stack>
            <Select label={t('inbox.hand.to')} data={choices} value={to} onChange={setTo} searchable />
            {it && (
              <LongField
                path="note"
                label={t('inbox.hand.note')}
                description={t('inbox.hand.note-hint')}
                maxLength={2000}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            )}
            <RestOfProblem />
          </Stack>
        </form>
      </FormProblem>
    </SidePanel>
  )
}
