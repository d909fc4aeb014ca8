import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { useKeys } from '../../keys.ts'
import { useSeen } from '../../notifications.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useCan, useSession } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { Composer, type ComposerHandle, type Mode } from './Composer.tsx'
import { CustomerPane } from './CustomerPane.tsx'
import { useCaseActs } from './case-acts.ts'
import { type Case, isOpen } from './case-types.ts'
import css from './inbox.module.css'
import { PromiseStrip } from './PromiseStrip.tsx'
import type { Open } from './panels.ts'
import { Thread } from './Thread.tsx'

export const caseQuery = (id: string) => ({
  queryKey: ['cases', 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Case>(`/api/v1/cases/${id}`, {}, signal),
})

type Props = { id: string; close: () => void; go: (id: string) => void; openPanel: Open }

/** One case: what was said, what we owe, what we answer, and who speaks. */
export function CasePane(props: Props) {
  const { t } = useWords()
  const found = useQuery(caseQuery(props.id))
  useKeys({ Escape: props.close }, 'inbox.keys.close')
  if (found.data) return <Shown {...props} it={found.data} />
  return (
    <div className={css.pane}>
      {!found.isError && <Waiting />}
      {found.isError && problemOf(found.error).status === 404 && (
        <EmptyState said={t('inbox.missing')} next={t('inbox.missing-next')}>
          <Button variant="default" onClick={props.close}>
            {t('inbox.back')}
          </Button>
        </EmptyState>
      )}
      {found.isError && problemOf(found.error).status !== 404 && (
        <ErrorState problem={found.error} retry={() => void found.refetch()} />
      )}
    </div>
  )
}

function Waiting() {
  const { t } = useWords()
  return (
    <div style={{ padding: 24 }} aria-busy="true">
      <span className="hx-heard" role="status">
        {t('parts.loading')}
      </span>
      <Skeleton height={18} width="60%" mb={24} />
      <Skeleton height={72} mb={16} />
      <Skeleton height={48} width="80%" />
    </div>
  )
}

function Shown({ it, close, go, openPanel }: Props & { it: Case }) {
  const { t } = useWords()
  const can = useCan()
  const acts = useCaseActs(it)
  useSeen(it.id)
  const composer = useRef<ComposerHandle>(null)
  const [mode, setMode] = useState<Mode>('reply')
  const open = isOpen(it)
  const mine = useSession().person.id === it.owner?.id
  const write = (next: Mode) => {
    setMode(next)
    composer.current?.focus()
  }
  useKeys({ r: () => write('reply'), n: () => write('note') }, 'inbox.keys.write', can('case:answer'))
  useKeys({ a: () => void acts.take() }, 'inbox.keys.take', can('case:assign') && open && !mine)
  useKeys({ e: () => openPanel({ kind: 'resolve', caseId: it.id }) }, 'inbox.keys.resolve', can('case:close') && open)
  useKeys({ w: () => void acts.watch() }, 'inbox.keys.watch')
  useEffect(() => {
    document.title = `${it.subject} · ${t('shell.product')}`
    return () => {
      document.title = `${t('inbox.title')} · ${t('shell.product')}`
    }
  }, [it.subject, t])

  return (
    <>
      <article className={css.pane} aria-label={it.subject}>
        <CaseHeader it={it} acts={acts} close={close} openPanel={openPanel} />
        <PromiseStrip it={it} />
        <Thread it={it} go={go} />
        {can('case:answer') && !it.mergedInto && <Composer ref={composer} it={it} mode={mode} setMode={setMode} />}
      </article>
      <aside className={css.beside} aria-label={t('inbox.customer')}>
        <CustomerPane it={it} go={go} />
      </aside>
    </>
  )
}
