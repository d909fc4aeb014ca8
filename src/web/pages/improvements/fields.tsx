import { Select } from '@mantine/core'
import { useWords } from '../../words.tsx'
import { useChoices } from './improvements.ts'

type CategoryProps = {
  value: string | null
  pick: (id: string | null) => void
  label?: string
  placeholder?: string
  disabled?: boolean
}

/** One category of the workspace's tree; those below another stand further in. */
export function CategoryPick({ value, pick, label, placeholder, disabled = false }: CategoryProps) {
  const { t } = useWords()
  const { data } = useChoices()
  return (
    <Select
      label={label ?? t('improvements.category')}
      placeholder={placeholder ?? t('improvements.no-category')}
      data={(data?.categories ?? []).map(({ id, name, level }) => ({
        value: id,
        label: `${'　'.repeat(level - 1)}${name}`,
      }))}
      value={value}
      onChange={pick}
      disabled={disabled}
      searchable
      clearable
    />
  )
}

const SEVERITIES = ['1', '2', '3', '4', '5'] as const

/** How much it hurts one customer, each step in words. */
export function SeverityPick({
  value,
  pick,
  disabled = false,
}: {
  value: number
  pick: (severity: number) => void
  disabled?: boolean
}) {
  const { t, term } = useWords()
  return (
    <Select
      label={t('improvements.severity')}
      data={SEVERITIES.map((step) => ({ value: step, label: term('improvements.severity', step) }))}
      value={String(value)}
      onChange={(step) => step !== null && pick(Number(step))}
      disabled={disabled}
      allowDeselect={false}
    />
  )
}
