import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useLive } from '../../live.ts'
import { useWords } from '../../words.tsx'
import { CaseList } from './CaseList.tsx'
import { CasePane } from './CasePane.tsx'
import css from './inbox.module.css'
import { useInbox } from './inbox-state.ts'
import { NarrowHead, WideHead } from './ListHead.tsx'
import { PanelOf } from './PanelOf.tsx'
import type { Panel } from './panels.ts'

const DESK = '(min-width: 1000px)'

/** A panel about a case goes with it. */
const stillFits = (panel: Panel, caseId: string | null): boolean => !('caseId' in panel) || panel.caseId === caseId

/** 工作台: the list, the conversation, the customer: side by side on a desk, one at a time on a phone. */
export function InboxPage() {
  const inbox = useInbox()
  const { t } = useWords()
  const desk = useMediaQuery(DESK, true, { getInitialValueInEffect: false })
  const [panel, setPanel] = useState<Panel | null>(null)
  useLive(['cases'], ['case', 'promise', 'mail', 'feedback', 'notice'])
  const { caseId } = inbox
  const shown = panel && stillFits(panel, caseId) ? panel : null
  // A panel takes the room that one line needs.
  const wide = desk && caseId === null && shown === null

  useEffect(() => {
    document.title = `${t('inbox.title')} · ${t('shell.product')}`
  }, [t])

  return (
    <>
      <div className={css.inbox} data-open={caseId !== null || undefined}>
        <section className={css.list} aria-label={t('inbox.cases')}>
          {wide ? <WideHead inbox={inbox} openPanel={setPanel} /> : <NarrowHead inbox={inbox} openPanel={setPanel} />}
          <div className={css.rows}>
            <CaseList inbox={inbox} wide={wide} openPanel={setPanel} />
          </div>
        </section>
        {caseId !== null && (
          <CasePane key={caseId} id={caseId} close={inbox.close} go={inbox.open} openPanel={setPanel} />
        )}
      </div>
      {shown && <PanelOf key={`${shown.kind} ${caseId}`} panel={shown} inbox={inbox} close={() => setPanel(null)} />}
    </>
  )
}
