import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { CaseImprovements } from './CaseImprovements.tsx'
import { CustomerHistory } from './CustomerHistory.tsx'
import type { Case, CaseCustomer } from './case-types.ts'
import css from './customer.module.css'
import { Identities } from './Identities.tsx'
import { Watchers } from './Watchers.tsx'

/** Who speaks: what we know of them, so that nobody asks twice. */
export function CustomerPane({ it, go }: { it: Case; go: (id: string) => void }) {
  const { t } = useWords()
  const can = useCan()
  return (
    <div className={css.pane}>
      {it.person ? <Person person={it.person} /> : <p className="hx-quiet">{t('inbox.anonymous')}</p>}
      <Codes it={it} />
      <Watchers it={it} />
      <CaseImprovements it={it} />
      {it.person && can('customer:read') && <CustomerHistory caseId={it.id} customerId={it.person.id} go={go} />}
    </div>
  )
}

function Person({ person }: { person: CaseCustomer }) {
  const { t } = useWords()
  const f = useFormat()
  const can = useCan()
  return (
    <section>
      <h3 className={css.name}>
        {person.name || t('inbox.nameless')}
        {person.tier && <span className={css.tier}>{person.tier}</span>}
      </h3>
      <Identities person={person} />
      <dl className={css.facts}>
        <dt>{t('inbox.person.since')}</dt>
        <dd>{f.day(person.since)}</dd>
        <dt>{t('inbox.person.voices')}</dt>
        <dd>{f.number(person.voices)}</dd>
        <dt>{t('inbox.person.orders')}</dt>
        <dd>{f.number(person.orders)}</dd>
        <dt>{t('inbox.person.open-cases')}</dt>
        <dd>{f.number(person.openCases)}</dd>
      </dl>
      {person.note && <p className={css.note}>{person.note}</p>}
      {can('customer:read') && (
        <Link className={css.link} to="/customers/$id" params={{ id: person.id }}>
          {t('inbox.person.page')}
        </Link>
      )}
    </section>
  )
}

/** The codes by which the customers look their voices up, to read out on the phone. */
function Codes({ it }: { it: Case }) {
  const { t } = useWords()
  const codes = [...new Set(it.voices.map(({ queryCode }) => queryCode).filter((code) => code !== ''))]
  if (codes.length === 0) return null
  return (
    <section>
      <h4>{t('inbox.query-code')}</h4>
      {codes.map((code) => (
        <CopyButton key={code} value={code}>
          {({ copied, copy }) => (
            <Button
              variant="subtle"
              size="compact-sm"
              ms={-8}
              onClick={copy}
              rightSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              aria-label={t('inbox.copy-code', { code })}
            >
              <span className={css.code}>{code}</span>
            </Button>
          )}
        </CopyButton>
      ))}
      {it.statusPage && (
        <a className={css.link} href={it.statusPage} target="_blank" rel="noreferrer noopener">
          {t('inbox.status-page')}
        </a>
      )}
    </section>
  )
}
