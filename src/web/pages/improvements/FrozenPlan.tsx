import { IconLock } from '@tabler/icons-react'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { Check } from './improvements.ts'
import { useChoices } from './improvements.ts'
import { planSentence } from './plan-words.ts'

/** The plan that nobody can change any more, with its fingerprint and how far it has come. */
export function FrozenPlan({ check }: { check: Check }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const { plan, hash, frozenBy, frozenAt, dueAt, warnings, progress, result, round } = check
  const at = f.moment(frozenAt)
  return (
    <div>
      <p>
        <IconLock size={14} stroke={1.75} aria-hidden="true" /> {planSentence(plan, t, locale, f.zone)}
      </p>
      <Narrowed plan={plan} />
      {warnings.length > 0 && <p className={css.warning}>{t('improvements.warn-moves')}</p>}
      {result === null && (
        <p>
          {t('improvements.progress', { before: progress.before.n, after: progress.after.n })}{' '}
          {t('improvements.decided-on', { at: f.moment(dueAt) })}
        </p>
      )}
      <p className={css.quiet}>
        {t('improvements.round', { n: round })} ·{' '}
        {frozenBy ? t('improvements.frozen-by', { name: frozenBy.name, at }) : t('improvements.frozen-at', { at })}
      </p>
      <Fingerprint hash={hash} />
    </div>
  )
}

const HASH_SHOWN = 12

/** The plan's hash: its first signs tell plans apart, all of them prove that nothing was changed. */
export function Fingerprint({ hash }: { hash: string }) {
  const { t } = useWords()
  return (
    <details className={css.more}>
      <summary>{t('improvements.hash', { hash: hash.slice(0, HASH_SHOWN) })}</summary>
      <p className={css.quiet}>{t('improvements.hash-about')}</p>
      <p className={css.hash}>{hash}</p>
    </details>
  )
}

/** What the plan looks at, beside the kind of its metric. */
function Narrowed({ plan: { metric, filter = {} } }: Pick<Check, 'plan'>) {
  const { t, term } = useWords()
  const { data } = useChoices()
  const survey = (id: string) => data?.surveys.find((each) => each.id === id)
  const parts: string[] = []
  if ('category' in metric && metric.category) {
    parts.push(data?.categories.find(({ id }) => id === metric.category)?.name ?? t('improvements.category'))
  }
  if (metric.kind === 'share-choosing-option') {
    const question = survey(metric.survey)?.questions.find(({ key }) => key === metric.question)
    const labels = metric.options.map((option) => question?.options.find(({ key }) => key === option)?.label ?? option)
    parts.push(survey(metric.survey)?.title ?? t('improvements.survey'), question?.label ?? metric.question, ...labels)
  }
  if (filter.survey) parts.push(survey(filter.survey)?.title ?? t('improvements.survey'))
  if (filter.channel) parts.push(term('channel', filter.channel))
  if (filter.intent) parts.push(term('intent', filter.intent))
  if (filter.sentiment) parts.push(term('sentiment', filter.sentiment))
  if (filter.product) parts.push(filter.product)
  if (parts.length === 0) return null
  return <p className={css.quiet}>{parts.join(' · ')}</p>
}
