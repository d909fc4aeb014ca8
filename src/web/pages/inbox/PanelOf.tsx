import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useWords } from '../../words.tsx'
import { caseQuery } from './CasePane.tsx'
import { CustomerPane } from './CustomerPane.tsx'
import { EnterVoicePanel } from './EnterVoicePanel.tsx'
import { HandOverPanel } from './HandOverPanel.tsx'
import type { Inbox } from './inbox-state.ts'
import { OtherCasePanel } from './OtherCasePanel.tsx'
import type { OfOneCase, Panel } from './panels.ts'
import { ResolvePanel } from './ResolvePanel.tsx'
import { SplitPanel } from './SplitPanel.tsx'

/** Brings the calendar with it, so it is loaded when it is asked for. */
const PromisePanel = lazy(async () => ({ default: (await import('./PromisePanel.tsx')).PromisePanel }))

type Props = { panel: Panel; inbox: Inbox; close: () => void }

/** The panel that was asked for. */
export function PanelOf({ panel, inbox, close }: Props) {
  const { open } = inbox
  if (panel.kind === 'enter') return <EnterVoicePanel close={close} go={open} />
  if (panel.kind === 'resolve-many')
    return <ResolvePanel items={panel.items} it={null} close={close} done={panel.done} />
  if (panel.kind === 'hand-over-many')
    return <HandOverPanel items={panel.items} it={null} close={close} done={panel.done} />
  return <OfCase kind={panel.kind} id={panel.caseId} go={open} close={close} />
}

type CaseProps = {
  kind: OfOneCase['kind']
  id: string
  go: (id: string) => void
  close: () => void
}

function OfCase({ kind, id, go, close }: CaseProps) {
  const { t } = useWords()
  const { data: it, error, refetch } = useQuery(caseQuery(id))
  if (!it) {
    return (
      <SidePanel title={t('inbox.case')} close={close}>
        {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <Skeleton height={120} />}
      </SidePanel>
    )
  }
  if (kind === 'resolve') return <ResolvePanel items={[it]} it={it} close={close} />
  if (kind === 'hand-over') return <HandOverPanel items={[it]} it={it} close={close} />
  if (kind === 'promise') {
    return (
      <Suspense fallback={null}>
        <PromisePanel it={it} close={close} />
      </Suspense>
    )
  }
  if (kind === 'merge' || kind === 'link') return <OtherCasePanel it={it} how={kind} go={go} close={close} />
  if (kind === 'split') return <SplitPanel it={it} go={go} close={close} />
  return (
    <SidePanel title={t('inbox.customer')} close={close}>
      <CustomerPane
        it={it}
        go={(other) => {
          close()
          go(other)
        }}
      />
    </SidePanel>
  )
}
