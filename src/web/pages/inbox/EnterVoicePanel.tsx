import { Button, SegmentedControl, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import { useDraft } from '../../parts/draft.ts'
import { FormProblem, LongField, NumberField, RestOfProblem, TextField } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useWords } from '../../words.tsx'
import { EnteredVoice, type Received } from './EnteredVoice.tsx'
import { EMPTY_ENTRY, type Entry, feedbackOf } from './entry.ts'

const CHANNELS = ['call', 'counter', 'paper'] as const

/** Staff write down what a customer said at the counter, on the phone or on paper. */
export function EnterVoicePanel({ close, go }: { close: () => void; go: (id: string) => void }) {
  const { t } = useWords()
  const [received, setReceived] = useState<Received | null>(null)
  const [round, setRound] = useState(0)
  return (
    <SidePanel
      title={t('inbox.enter')}
      close={close}
      foot={
        !received && (
          <Button type="submit" form="enter-voice" fullWidth>
            {t('inbox.enter.save')}
          </Button>
        )
      }
    >
      {received ? (
        <EnteredVoice
          received={received}
          go={(id) => {
            close()
            go(id)
          }}
          another={() => {
            setReceived(null)
            setRound(round + 1)
          }}
        />
      ) : (
        <EntryForm key={round} done={setReceived} />
      )}
    </SidePanel>
  )
}

function EntryForm({ done }: { done: (received: Received) => void }) {
  const { t, term } = useWords()
  const [entry, setEntry] = useState<Entry>(EMPTY_ENTRY)
  const [text, setText, forget] = useDraft('enter-voice')
  const [once, setOnce] = useState(newKey)
  const saving = useMutation({
    mutationFn: () => api.send<Received>('POST', '/api/v1/feedback', feedbackOf({ ...entry, text }), { once }),
    onSuccess: (received) => {
      forget()
      done(received)
    },
    onError: () => setOnce(newKey()),
  })
  const change = (part: Partial<Entry>) => setEntry({ ...entry, ...part })
  const line = (name: 'name' | 'phone' | 'email' | 'externalId') => ({
    path: `customer.${name}`,
    value: entry[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate()
  }
  return (
    <FormProblem problem={saving.error}>
      <form id="enter-voice" onSubmit={submit}>
        <Stack>
          <SegmentedControl
            fullWidth
            value={entry.channel}
            onChange={(value) => change({ channel: CHANNELS.find((each) => each === value) ?? 'call' })}
            data={CHANNELS.map((value) => ({ value, label: term('channel', value) }))}
          />
          <LongField
            path="text"
            label={t('inbox.enter.text')}
            description={t('inbox.enter.text-hint')}
            minRows={5}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NumberField
            path="scores.0.value"
            label={t('inbox.enter.csat')}
            description={t('inbox.enter.csat-hint')}
            min={1}
            max={5}
            allowDecimal={false}
            value={entry.csat}
            onChange={(value) => change({ csat: typeof value === 'number' ? value : '' })}
          />
          <TextField label={t('inbox.enter.name')} {...line('name')} autoComplete="off" />
          <TextField label={t('inbox.enter.phone')} type="tel" {...line('phone')} autoComplete="off" />
          <TextField
            label={t('inbox.enter.email')}
            description={t('inbox.enter.email-hint')}
            type="email"
            {...line('email')}
            autoComplete="off"
          />
          <TextField label={t('inbox.enter.external')} {...line('externalId')} autoComplete="off" />
          <RestOfProblem />
        </Stack>
      </form>
    </FormProblem>
  )
}
