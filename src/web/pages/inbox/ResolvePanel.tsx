import { Button, Radio, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import { useDraft } from '../../parts/draft.ts'
import { FormProblem, LongField, RestOfProblem } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { useBulk } from './bulk.ts'
import type { Case, CaseItem, Outcome } from './case-types.ts'
import css from './panel.module.css'
import { ResolutionPreview } from './ResolutionPreview.tsx'

type Props = {
  items: readonly CaseItem[]
  /** The case when it is one; null for several. */
  it: Case | null
  close: () => void
  done?: () => void
}

/** How it ended, and what the customer will read about it. */
export function ResolvePanel({ items, it, close, done }: Props) {
  const { t, term } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const bulk = useBulk(items)
  const [outcome, setOutcome] = useState<Outcome>('resolved')
  const [note, setNote, forget] = useDraft(`resolve.${it?.id ?? 'many'}`)
  const [once] = useState(newKey)
  const resolving = useMutation({
    mutationFn: async () => {
      const resolution = { outcome, note: note.trim() }
      if (it) await api.send('PUT', `/api/v1/cases/${it.id}/resolution`, resolution, { once })
      else
        await bulk(
          items.map(({ id }) => id),
          { action: 'resolve', ...resolution },
        )
    },
    onSuccess: () => {
      forget()
      if (it) say(t('inbox.said.resolved', { number: String(it.number) }))
      done?.()
      close()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const reasonMissing = outcome === 'no-action' && note.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reasonMissing) resolving.mutate()
  }
  const explains: Record<Outcome, string> = {
    resolved: t('inbox.outcome.resolved'),
    explained: t('inbox.outcome.explained'),
    'no-action': t('inbox.outcome.no-action'),
  }
  return (
    <SidePanel
      title={it ? t('inbox.resolve-this', { number: String(it.number) }) : t('inbox.resolve-many', { n: items.length })}
      close={close}
      foot={
        <Button type="submit" form="resolve" fullWidth loading={resolving.isPending} disabled={reasonMissing}>
          {t('inbox.resolve-and-tell')}
        </Button>
      }
    >
      <FormProblem problem={resolving.error}>
        <form id="resolve" onSubmit={submit}>
          <Stack>
            <Radio.Group
              label={t('inbox.outcome')}
              value={outcome}
              onChange={(value) => setOutcome(value === 'explained' || value === 'no-action' ? value : 'resolved')}
            >
              <Stack gap={8} mt={4}>
                {(['resolved', 'explained', 'no-action'] as const).map((each) => (
                  <Radio key={each} value={each} label={term('outcome', each)} description={explains[each]} />
                ))}
              </Stack>
            </Radio.Group>
            <LongField
              path="note"
              label={outcome === 'no-action' ? t('inbox.resolve.reason') : t('inbox.resolve.note')}
              description={t('inbox.resolve.note-hint')}
              maxLength={4000}
              minRows={4}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            {reasonMissing && <p className={`${css.hint} hx-small`}>{t('inbox.resolve.reason-needed')}</p>}
            <ResolutionPreview it={it} outcome={outcome} note={note.trim()} />
            <RestOfProblem />
          </Stack>
        </form>
      </FormProblem>
    </SidePanel>
  )
}
