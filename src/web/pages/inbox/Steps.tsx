import { uuidOf } from '../../../shared/ids/public-id.ts'
import type { WordKey, WordParams } from '../../../shared/words/say.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import type { CaseStep } from './case-types.ts'
import { useColleagues, useTeams } from './staff.ts'
import css from './thread.module.css'

const WORDS: Readonly<Record<string, WordKey>> = {
  opened: 'inbox.step.opened',
  joined: 'inbox.step.joined',
  acknowledged: 'inbox.step.acknowledged',
  assigned: 'inbox.step.assigned',
  released: 'inbox.step.released',
  replied: 'inbox.step.replied',
  noted: 'inbox.step.noted',
  heard: 'inbox.step.heard',
  told: 'inbox.step.told',
  reread: 'inbox.step.reread',
  stage: 'inbox.step.stage',
  promised: 'inbox.step.promised',
  kept: 'inbox.step.kept',
  broken: 'inbox.step.broken',
  escalated: 'inbox.step.escalated',
  alarmed: 'inbox.step.alarmed',
  resolved: 'inbox.step.resolved',
  checked: 'inbox.step.checked',
  reopened: 'inbox.step.reopened',
  closed: 'inbox.step.closed',
  merged: 'inbox.step.merged',
  split: 'inbox.step.split',
  linked: 'inbox.step.linked',
  unlinked: 'inbox.step.unlinked',
  continued: 'inbox.step.continued',
}

/** The facts of a step, in words. */
function useFacts(): (step: CaseStep) => WordParams {
  const { t, term } = useWords()
  const f = useFormat()
  const people = useColleagues()
  const teams = useTeams()
  /** Steps keep ids in their inside form. */
  const named = (list: readonly { id: string; name: string }[], kind: string, id: unknown) =>
    list.find((each) => each.id === id || uuidOf(kind, each.id) === id)?.name
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const whys: Readonly<Record<string, string>> = {
    check: t('inbox.step.why-check'),
    customer: t('inbox.step.why-customer'),
    staff: t('inbox.step.why-staff'),
    silence: t('inbox.step.why-silence'),
    merged: t('inbox.step.why-merged'),
  }
  return ({ facts }) => ({
    channel: term('channel', text(facts.channel)),
    to:
      facts.kind === undefined
        ? term('stage', text(facts.to))
        : (named(people, 'person', facts.to) ?? t('inbox.step.lead')),
    from: term('stage', text(facts.from)),
    whom: named(people, 'person', facts.owner) ?? named(teams, 'team', facts.team) ?? t('inbox.step.someone'),
    promise: term('promise', text(facts.kind)),
    due: typeof facts.dueAt === 'string' ? f.moment(facts.dueAt) : '',
    since: typeof facts.since === 'string' ? f.moment(facts.since) : '',
    now: `${term('intent', text(facts.intent))}${t('inbox.step.and')}${term('sentiment', text(facts.sentiment))}`,
    was: `${term('intent', text(facts.wasIntent))}${t('inbox.step.and')}${term('sentiment', text(facts.wasSentiment))}`,
    outcome: term('outcome', text(facts.outcome)),
    answer: facts.answer === 'yes' ? t('inbox.step.yes') : t('inbox.step.no'),
    why: whys[text(facts.why)] ?? text(facts.why),
  })
}

/** Everything that happened, folded until it is asked for. */
export function Steps({ steps }: { steps: readonly CaseStep[] }) {
  const { t } = useWords()
  const f = useFormat()
  const factsOf = useFacts()
  if (steps.length === 0) return null
  return (
    <details className={css.steps}>
      <summary>{t('inbox.steps', { n: steps.length })}</summary>
      <ol>
        {steps.map((step) => {
          const word = WORDS[step.kind]
          return (
            <li key={step.id}>
              <time dateTime={step.at}>{f.moment(step.at)}</time>
              <span>
                {step.by && <strong>{step.by.name} </strong>}
                {word ? t(word, factsOf(step)) : step.kind}
              </span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
