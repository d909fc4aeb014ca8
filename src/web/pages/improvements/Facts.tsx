import { NumberInput, Select } from '@mantine/core'
import { DayPick } from '../../parts/DatePick.tsx'
import { SaveState } from '../../parts/SaveState.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { CategoryPick, SeverityPick } from './fields.tsx'
import css from './improvements.module.css'
import { useChoices, type View } from './improvements.ts'
import { useSavedForm } from './saved.ts'

type Money = number | ''

/** What a field holds as the API takes it: an empty one is "not known". */
const amount = (value: Money): number | null => (value === '' ? null : value)
const typed = (value: string | number): Money => (typeof value === 'number' ? value : '')

/** Who, what kind, how grave, how much: from these the priority is counted. */
export function Facts({ view }: { view: View }) {
  const { t } = useWords()
  const still = !useCan()('improvement:change')
  const choices = useChoices()
  const [form, change, saving] = useSavedForm(
    view.id,
    {
      owner: view.owner?.id ?? null,
      category: view.category?.id ?? null,
      severity: view.severity,
      effort: view.effort as Money,
      cost: (view.cost ?? '') as Money,
      benefit: (view.benefit ?? '') as Money,
      dueOn: view.dueOn,
    },
    ({ effort, cost, benefit, ...rest }) => ({
      ...rest,
      cost: amount(cost),
      benefit: amount(benefit),
      ...(typeof effort === 'number' && effort > 0 && { effort }),
    }),
  )
  const people = choices.data?.people ?? (view.owner ? [view.owner] : [])
  return (
    <section className={css.card} aria-label={t('improvements.priority')}>
      <header className={css.head}>
        <h2>{t('improvements.owner')}</h2>
        <SaveState saving={saving} />
      </header>
      <div className={css.form}>
        <Select
          aria-label={t('improvements.owner')}
          placeholder={t('improvements.nobody')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.owner}
          onChange={(owner) => change({ owner })}
          disabled={still}
          searchable
          clearable
        />
        <CategoryPick value={form.category} pick={(category) => change({ category })} disabled={still} />
        <SeverityPick value={form.severity} pick={(severity) => change({ severity })} disabled={still} />
        <div className={css.pair}>
          <NumberInput
            label={t('improvements.effort')}
            value={form.effort}
            min={0.1}
            max={100_000}
            decimalScale={1}
            onChange={(value) => change({ effort: typed(value) })}
            disabled={still}
          />
          <DayPick label={t('improvements.due-on')} value={form.dueOn} pick={(dueOn) => change({ dueOn })} />
          <NumberInput
            label={t('improvements.cost')}
            placeholder={t('improvements.unknown')}
            value={form.cost}
            min={0}
            thousandSeparator
            onChange={(value) => change({ cost: typed(value) })}
            disabled={still}
          />
          <NumberInput
            label={t('improvements.benefit')}
            placeholder={t('improvements.unknown')}
            value={form.benefit}
            min={0}
            thousandSeparator
            onChange={(value) => change({ benefit: typed(value) })}
            disabled={still}
          />
        </div>
      </div>
    </section>
  )
}
