import { Button, Skeleton, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import { type Item, type Stage, useImprovement, useMove, type View } from './improvements.ts'
import { NoticeText, useNotice } from './NoticesPart.tsx'

type Props = { item: Pick<Item, 'id' | 'title'>; to: Stage; close: () => void }

/** What is asked before a move: shipping shows what will be told, the others say why. */
export const MovePanel = (props: Props) =>
  props.to === 'shipped' ? <ShipPanel {...props} /> : <ReasonPanel {...props} />

/** Without a frozen plan nothing ships. */
function ShipPanel({ item, close }: Props) {
  const { t } = useWords()
  const improvement = useImprovement(item.id)
  const view = improvement.data
  if (view?.check != null && view.check.verdict === null) return <ShipForm key={view.id} view={view} close={close} />
  return (
    <SidePanel title={item.title} close={close}>
      {improvement.isError && !view && (
        <ErrorState problem={improvement.error} retry={() => void improvement.refetch()} />
      )}
      {improvement.isPending && <Skeleton height={240} />}
      {view && (
        <div className={css.stack}>
          <p className={css.warning}>{t('problem.improvement.plan-not-frozen')}</p>
          <Button component={Link} to={`/improvements/${view.id}`} variant="default" onClick={close}>
            {t('improvements.plan-write')}
          </Button>
        </div>
      )}
    </SidePanel>
  )
}

/** Notices cannot be called back, so they are read before they go, and go as they were last written. */
function ShipForm({ view, close }: { view: View; close: () => void }) {
  const { t } = useWords()
  const move = useMove(close)
  const notice = useNotice(view)
  const isSafe = notice.saving.state === 'clean' || notice.saving.state === 'saved'
  return (
    <SidePanel
      title={view.title}
      close={close}
      foot={
        <Button
          loading={move.isPending}
          disabled={!isSafe}
          onClick={() => move.mutate({ item: view, to: 'shipped', reason: '' })}
        >
          {t('improvements.ship')}
        </Button>
      }
    >
      <p>{t('improvements.ship-about', { n: view.reach.people })}</p>
      <NoticeText id={view.id} notice={notice} />
    </SidePanel>
  )
}

/** Going back, declining and reopening say why. */
function ReasonPanel({ item, to, close }: Props) {
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
