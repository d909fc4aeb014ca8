import { IconSend2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../format.ts'
import { useCursorList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'
import { CallPanel } from './CallPanel.tsx'
import { CALLS_KEY, type Call } from './outside-model.ts'

/** Everything that was sent, newest first. */
export function CallList() {
  const { t, term } = useWords()
  const f = useFormat()
  const [open, setOpen] = useState<Call | null>(null)
  const list = useCursorList<Call>(CALLS_KEY, '/api/v1/outside-calls', {})
  return (
    <>
      <PageBody>
        <section className={css.part}>
          <h2>{t('outside.log')}</h2>
          <p className={css.quiet}>{t('outside.log-about')}</p>
        </section>
      </PageBody>
      <DataList
        label={t('outside.log')}
        list={list}
        idOf={({ id }) => id}
        columns="130px minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)"
        phoneColumns="minmax(0, 1fr) minmax(0, 1fr)"
        head={[
          <span key="at">{t('outside.at')}</span>,
          <span key="who">{t('outside.who')}</span>,
          <span key="what">{t('outside.purpose')}</span>,
          <span key="how">{t('outside.outcome')}</span>,
          <span key="tokens">{t('outside.tokens')}</span>,
        ]}
        row={({ at, person, purpose, outcome, tokensSent, tokensReceived }) => (
          <>
            <span className="hx-quiet">{f.moment(at)}</span>
            <span>{person?.name ?? t('outside.system')}</span>
            <span>{term('outside-purpose', purpose)}</span>
            <span>{term('outside-outcome', outcome)}</span>
            <span>{f.number(tokensSent + tokensReceived)}</span>
          </>
        )}
        open={setOpen}
        current={open?.id ?? null}
        empty={
          <EmptyState
            icon={<IconSend2 size={28} stroke={1.5} />}
            said={t('outside.log-none')}
            next={t('outside.log-none-next')}
          />
        }
      />
      {open && <CallPanel call={open} close={() => setOpen(null)} />}
    </>
  )
}
