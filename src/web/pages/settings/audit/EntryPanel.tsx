import { IconArrowDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../format.ts'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'
import type { Entry } from './AuditPage.tsx'
import audit from './audit.module.css'
import { type FactLine, useFactWords, useSubjectWords } from './facts.ts'

/** One entry in full: who, what, when, from where, and what it was before. */
export function EntryPanel({ entry, close }: { entry: Entry; close: () => void }) {
  const { t, term } = useWords()
  const f = useFormat()
  const lines = useFactWords()(entry.facts)
  const subject = useSubjectWords()(entry)
  const { person } = entry
  return (
    <SidePanel title={term('audit', entry.action)} close={close} takesFocus={false}>
      <dl className={css.facts}>
        <dt>{t('settings.audit-time')}</dt>
        <dd>{f.full(entry.at)}</dd>
        <dt>{t('settings.audit-person')}</dt>
        <dd>
          {person?.name ?? t('settings.audit-system')}
          {person?.kind === 'key' && <span className="hx-quiet"> {t('settings.keys')}</span>}
        </dd>
        {subject !== '' && (
          <>
            <dt>{t('settings.audit-subject')}</dt>
            <dd>{entry.subject.startsWith('cust_') ? <Customer id={entry.subject} name={subject} /> : subject}</dd>
          </>
        )}
        <dt>{t('settings.audit-address')}</dt>
        <dd>{entry.address ?? t('settings.audit-inside')}</dd>
      </dl>
      {lines.length > 0 && (
        <section className={audit.lines}>
          <h3>{t('settings.audit-facts')}</h3>
          <dl>
            {lines.map((line) => (
              <Line key={line.name} line={line} />
            ))}
          </dl>
        </section>
      )}
    </SidePanel>
  )
}

function Customer({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/customers/$id" params={{ id }}>
      {name}
    </Link>
  )
}

function Line({ line }: { line: FactLine }) {
  const { t } = useWords()
  return (
    <div>
      <dt>{line.name}</dt>
      {'is' in line ? (
        <dd>{line.is}</dd>
      ) : (
        <dd>
          <del>
            <span className="hx-heard">{t('settings.audit-from')} </span>
            {line.from}
          </del>
          <IconArrowDown size={14} stroke={1.75} aria-hidden="true" />
          <ins>
            <span className="hx-heard">{t('settings.audit-to')} </span>
            {line.to}
          </ins>
        </dd>
      )}
    </div>
  )
}
