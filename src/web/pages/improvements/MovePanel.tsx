import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useWords } from '../../words.tsx'
import { type Item, type Stage, useMove } from './improvements.ts'

type Props = { item: Pick<Item, 'id' | 'title'>; to: Stage; close: () => void }

/** Going back, declining and reopening say why. */
export function MovePanel({ item, to, close }: Props) {
  const { t, term } = useWords()
  const [reason, setReason] = useState('')
  const move = useMove(close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') move.mutate({ item, to, reason })
  }
  return (
    <SidePanel
      title={item.title}
      close={close}
      foot={
        <Button type="submit" form="move" loading={move.isPending} disabled={reason.trim() === ''}>
          {t('improvements.move')}
        </Button>
      }
    >
      <form id="move" onSubmit={submit}>
        <Textarea
          label={t('improvements.reason-for', { stage: term('improvement-stage', to) })}
          description={t('improvements.reason-hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={4}
          data-autofocus
          required
        />
      </form>
    </SidePanel>
  )
}
