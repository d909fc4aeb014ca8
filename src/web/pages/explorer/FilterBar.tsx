import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useCategories } from '../../parts/categories.ts'
import { RangePick } from '../../parts/DatePick.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import type { Filter } from './filter.ts'
import { CHANNELS, EMOTIONS, INTENTS, SCORE_KINDS, SENTIMENTS, WORTHS } from './members.ts'

type Props = { filter: Filter; change: (parts: Record<string, string | null>) => void }

/** Search and the ways to narrow it. What is chosen stands in the chips below, so these stay empty. */
export function FilterBar({ filter, change }: Props) {
  const { t, term } = useWords()
  const { items, pathOf } = useCategories()
  const named = (group: string, members: readonly string[]) =>
    members.map((value) => ({ value, label: term(group, value) }))
  const categories = items
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ id }) => ({ value: id, label: pathOf(id) }))
  const asides = [
    { value: 'only', label: t('explorer.aside-only') },
    { value: 'any', label: t('explorer.aside-any') },
  ]
  return (
    <div className={css.bar}>
      <SearchField
        label={t('explorer.search')}
        value={filter.q ?? ''}
        search={(q) => change({ q: q.trim() || null })}
      />
      <div className={css.adders}>
        <Adder
          label={t('explorer.sentiment')}
          data={named('sentiment', SENTIMENTS)}
          add={(sentiment) => change({ sentiment })}
        />
        <Adder label={t('explorer.intent')} data={named('intent', INTENTS)} add={(intent) => change({ intent })} />
        <Adder
          key={`category ${filter.category ?? ''}`}
          label={t('explorer.category')}
          data={categories}
          add={(category) => change({ category })}
          wide
        />
        <Adder label={t('aids.emotion')} data={named('emotion', EMOTIONS)} add={(emotion) => change({ emotion })} />
        <Adder label={t('aids.value')} data={named('worth', WORTHS)} add={(value) => change({ value })} />
        <Adder label={t('explorer.channel')} data={named('channel', CHANNELS)} add={(channel) => change({ channel })} />
        <Adder label={t('explorer.score')} data={named('score', SCORE_KINDS)} add={(score) => change({ score })} />
        <Days change={change} />
        <Adder label={t('explorer.set-asides')} data={asides} add={(setAside) => change({ setAside })} />
        {filter.coordinated !== 'no' && (
          <Button variant="default" fw={400} onClick={() => change({ coordinated: 'no' })}>
            {t('explorer.coordinated-no')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Like the others: what was picked moves into a chip. */
function Days({ change }: Pick<Props, 'change'>) {
  const { t } = useWords()
  const [picking, setPicking] = useState<[string | null, string | null]>([null, null])
  const pick = ([from, to]: [string | null, string | null]) => {
    const whole = from !== null && to !== null
    if (whole) change({ from, to })
    setPicking(whole ? [null, null] : [from, to])
  }
  return <RangePick label={t('explorer.range')} value={picking} pick={pick} />
}

/** In widths of a digit: a sign of Han takes two. */
const widthOf = (label: string): number => [...label].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)

type AdderProps = {
  label: string
  data: { value: string; label: string }[]
  add: (value: string) => void
  /** Many, with long names: can be searched. */
  wide?: boolean
}

const Adder = ({ label, data, add, wide = false }: AdderProps) => (
  <Select
    aria-label={label}
    placeholder={label}
    data={data}
    value={null}
    searchable={wide}
    comboboxProps={wide ? { width: 300, position: 'bottom-start' } : { width: 200, position: 'bottom-start' }}
    maxDropdownHeight={360}
    w={`max(92px, ${widthOf(label)}ch + 56px)`}
    onChange={(value) => {
      if (value !== null) add(value)
    }}
  />
)
