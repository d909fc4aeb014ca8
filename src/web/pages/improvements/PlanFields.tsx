import { Checkbox, MultiSelect, NumberInput, SegmentedControl, Select } from '@mantine/core'
import type { Channel, Intent } from '../../../shared/contracts/values.ts'
import { metricWord } from '../../../shared/improvements/verdict-sentence.ts'
import { RangePick } from '../../parts/DatePick.tsx'
import { useWords } from '../../words.tsx'
import { CategoryPick } from './fields.tsx'
import css from './improvements.module.css'
import { useChoices } from './improvements.ts'
import {
  goodRange,
  KINDS,
  type Kind,
  type PlanForm,
  type Score,
  takesSurvey,
  unitOf,
  usuallyBetter,
} from './plan-form.ts'

const SCORES = ['nps', 'csat', 'ces', 'rating'] as const satisfies readonly Score[]
const INTENTS = ['complaint', 'suggestion', 'question', 'praise', 'churn', 'other'] as const satisfies readonly Intent[]
const CHANNELS = [
  'survey',
  'web',
  'widget',
  'email',
  'call',
  'chat',
  'wechat',
  'wecom',
  'sms',
  'review',
  'social',
  'forum',
  'counter',
  'paper',
  'messenger',
  'telegram',
  'gathering',
  'import',
  'api',
  'other',
] as const satisfies readonly Channel[]

/** As it was typed, without what the division left behind. */
const roundedTo = (value: number): number => Number(value.toFixed(6))

type Props = { form: PlanForm; change: (change: Partial<PlanForm>) => void }

const pickOf = <T extends string>(members: readonly T[], value: string | null): T | null =>
  members.find((each) => each === value) ?? null

/** What to look at, in which voices, in which two windows. */
export function PlanFields({ form, change }: Props) {
  const { t } = useWords()
  const hints = {
    fraction: t('improvements.hoped-for.fraction'),
    points: t('improvements.hoped-for.points'),
    'per-1000': t('improvements.hoped-for.per-1000'),
  }
  // Shares are fractions in a plan and percentage points in a field.
  const shownAs = unitOf(form.kind) === 'fraction' ? 100 : 1
  const pickKind = (value: string | null) => {
    const kind = pickOf<Kind>(KINDS, value)
    if (kind !== null) change({ kind, better: usuallyBetter(kind), hopedFor: null })
  }
  return (
    <>
      <Select
        label={t('improvements.metric')}
        data={KINDS.map((kind) => ({ value: kind, label: metricWord(t, kind) }))}
        value={form.kind}
        onChange={pickKind}
        allowDeselect={false}
      />
      <MetricFields form={form} change={change} />
      <FilterFields form={form} change={change} />
      <div>
        <h3>{t('improvements.better')}</h3>
        <SegmentedControl
          fullWidth
          aria-label={t('improvements.better')}
          value={form.better}
          onChange={(value) => change({ better: value === 'higher' ? 'higher' : 'lower' })}
          data={[
            { value: 'lower', label: t('improvements.better.lower') },
            { value: 'higher', label: t('improvements.better.higher') },
          ]}
        />
      </div>
      <div>
        <h3>{t('improvements.before')}</h3>
        <RangePick label={t('improvements.before')} value={[...form.before]} pick={(before) => change({ before })} />
      </div>
      <div>
        <h3>{t('improvements.after')}</h3>
        <RangePick label={t('improvements.after')} value={[...form.after]} pick={(after) => change({ after })} />
      </div>
      <Checkbox
        label={t('improvements.worst')}
        checked={form.worst}
        onChange={(event) => change({ worst: event.currentTarget.checked })}
      />
      <div className={css.pair}>
        <NumberInput
          label={t('improvements.minimum')}
          description={t('improvements.minimum-hint')}
          value={form.minimum}
          min={5}
          max={1_000_000}
          allowDecimal={false}
          onChange={(value) => typeof value === 'number' && change({ minimum: value })}
        />
        <NumberInput
          label={t('improvements.hoped-for')}
          description={hints[unitOf(form.kind)]}
          value={form.hopedFor === null ? '' : roundedTo(form.hopedFor * shownAs)}
          min={0}
          step={shownAs === 1 ? 0.5 : 5}
          onChange={(value) => change({ hopedFor: typeof value === 'number' ? value / shownAs : null })}
        />
      </div>
    </>
  )
}

function MetricFields({ form, change }: Props) {
  const { t, term } = useWords()
  const { data } = useChoices()
  const { kind } = form
  if (kind === 'share-choosing-option') return <OptionFields form={form} change={change} />
  if (kind === 'share-of-score' || kind === 'mean-score') {
    const pickScore = (value: string | null) => {
      const score = pickOf<Score>(SCORES, value)
      if (score !== null) change({ score, ...goodRange(score) })
    }
    return (
      <>
        <Select
          label={t('improvements.score')}
          data={SCORES.map((score) => ({ value: score, label: term('score', score) }))}
          value={form.score}
          onChange={pickScore}
          allowDeselect={false}
        />
        {kind === 'share-of-score' && (
          <div className={css.pair}>
            <NumberInput
              label={t('improvements.from-score')}
              value={form.from}
              onChange={(value) => typeof value === 'number' && change({ from: value })}
            />
            <NumberInput
              label={t('improvements.to-score')}
              value={form.to}
              onChange={(value) => typeof value === 'number' && change({ to: value })}
            />
          </div>
        )}
        {takesSurvey(kind) && (
          <Select
            label={t('improvements.survey')}
            placeholder={t('improvements.any')}
            data={(data?.surveys ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            value={form.survey}
            onChange={(survey) => change({ survey })}
            searchable
            clearable
          />
        )}
      </>
    )
  }
  const placeholder = kind === 'share-of-category' ? t('improvements.no-category') : t('improvements.any-category')
  return (
    <CategoryPick
      label={t('improvements.plan-category')}
      placeholder={placeholder}
      value={form.category}
      pick={(category) => change({ category })}
    />
  )
}

function OptionFields({ form, change }: Props) {
  const { t } = useWords()
  const { data } = useChoices()
  const survey = data?.surveys.find(({ id }) => id === form.survey)
  const question = survey?.questions.find(({ key }) => key === form.question)
  return (
    <>
      <Select
        label={t('improvements.survey')}
        data={(data?.surveys ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={form.survey}
        onChange={(value) => change({ survey: value, question: null, options: [] })}
        searchable
      />
      <Select
        label={t('improvements.question')}
        data={(survey?.questions ?? []).map(({ key, label }) => ({ value: key, label }))}
        value={form.question}
        onChange={(value) => change({ question: value, options: [] })}
        disabled={!survey}
      />
      <MultiSelect
        label={t('improvements.options')}
        data={(question?.options ?? []).map(({ key, label }) => ({ value: key, label }))}
        value={[...form.options]}
        onChange={(options) => change({ options })}
        disabled={!question}
      />
    </>
  )
}

function FilterFields({ form, change }: Props) {
  const { t, term } = useWords()
  const { data } = useChoices()
  const any = t('improvements.any')
  return (
    <div className={css.pair}>
      <Select
        label={t('improvements.filter-channel')}
        placeholder={any}
        data={CHANNELS.map((value) => ({ value, label: term('channel', value) }))}
        value={form.channel}
        onChange={(value) => change({ channel: pickOf<Channel>(CHANNELS, value) })}
        clearable
      />
      <Select
        label={t('improvements.filter-product')}
        placeholder={any}
        data={data?.products ?? []}
        value={form.product}
        onChange={(product) => change({ product })}
        searchable
        clearable
      />
      <Select
        label={t('improvements.filter-intent')}
        placeholder={any}
        data={INTENTS.map((value) => ({ value, label: term('intent', value) }))}
        value={form.intent}
        onChange={(value) => change({ intent: pickOf<Intent>(INTENTS, value) })}
        clearable
      />
    </div>
  )
}
