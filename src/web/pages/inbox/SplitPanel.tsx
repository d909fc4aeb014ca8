import { Button, Checkbox, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import { FormProblem, RestOfProblem } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './panel.module.css'

/** Moves some voices of a case that holds two matters into a case of their own. */
export function SplitPanel({ it, go, close }: { it: Case; go: (id: string) => void; close: () => void }) {
  const { t, term } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string[]>([])
  const [once, setOnce] = useState(newKey)
  const splitting = useMutation({
    mutationFn: () => api.send<Case>('POST', `/api/v1/cases/${it.id}/split`, { feedback: chosen }, { once }),
    onSuccess: (fresh) => {
      say(t('inbox.said.split', { number: String(fresh.number) }))
      close()
      go(fresh.id)
    },
    onError: () => setOnce(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const fits = chosen.length > 0 && chosen.length < it.voices.length
  return (
    <SidePanel
      title={t('inbox.split-this', { number: String(it.number) })}
      close={close}
      foot={
        <Button fullWidth disabled={!fits} loading={splitting.isPending} onClick={() => splitting.mutate()}>
          {t('inbox.split.do')}
        </Button>
      }
    >
      <Stack>
        <p className={css.hint}>{t('inbox.split.hint')}</p>
        <Checkbox.Group label={t('inbox.split.which')} value={chosen} onChange={setChosen}>
          <Stack gap={10} mt={4}>
            {it.voices.map((voice) => (
              <Checkbox
                key={voice.id}
                value={voice.id}
                label={voice.subject || voice.text || t('explorer.only-scores')}
                description={term('channel', voice.channel)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormProblem problem={splitting.error}>
          <RestOfProblem />
        </FormProblem>
      </Stack>
    </SidePanel>
  )
}
