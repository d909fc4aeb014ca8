import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../format.ts'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'
import own from './outside-model.module.css'
import type { Call } from './outside-model.ts'

/** One call, word for word: what was asked, what was given with it, what came back. */
export function CallPanel({ call, close }: { call: Call; close: () => void }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { at, person, purpose, outcome, model, sent, received, tokensSent, tokensReceived, ms, erasedAt } = call
  return (
    <SidePanel title={term('outside-purpose', purpose)} close={close} takesFocus={false}>
      <dl className={css.facts}>
        <dt>{t('outside.at')}</dt>
        <dd>{f.full(at)}</dd>
        <dt>{t('outside.who')}</dt>
        <dd>{person?.name ?? t('outside.system')}</dd>
        {call.case !== null && (
          <>
            <dt>{t('outside.case')}</dt>
            <dd>
              <Link to="/inbox" search={{ view: 'all', case: call.case }}>
                {t('outside.case-open')}
              </Link>
            </dd>
          </>
        )}
        <dt>{t('outside.model')}</dt>
        <dd>{model}</dd>
        <dt>{t('outside.outcome')}</dt>
        <dd>{term('outside-outcome', outcome)}</dd>
        <dt>{t('outside.tokens')}</dt>
        <dd>{t('outside.tokens-both', { sent: f.number(tokensSent), received: f.number(tokensReceived) })}</dd>
        {ms !== null && (
          <>
            <dt>{t('outside.took')}</dt>
            <dd>{t('outside.took-ms', { ms: f.number(ms) })}</dd>
          </>
        )}
      </dl>
      {erasedAt === null ? (
        <>
          {sent.map(({ role, content }) => (
            <Words
              key={role}
              head={role === 'system' ? t('outside.sent-rules') : t('outside.sent-words')}
              text={content}
            />
          ))}
          <Words head={t('outside.received')} text={received || t('outside.received-none')} />
        </>
      ) : (
        <p className={css.quiet}>{t('outside.erased')}</p>
      )}
    </SidePanel>
  )
}

function Words({ head, text }: { head: string; text: string }) {
  return (
    <section className={own.words}>
      <h3>{head}</h3>
      <pre>{text}</pre>
    </section>
  )
}
