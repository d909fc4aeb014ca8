import { SegmentedControl } from '@mantine/core'
import { useWords } from '../words.tsx'

/** Whether what is given belongs to a category, or is a counter-example. */
export function BelongsChoice({
  label,
  belongs,
  onChange,
}: {
  label: string
  belongs: boolean
  onChange: (belongs: boolean) => void
}) {
  const { t } = useWords()
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={belongs ? 'yes' : 'no'}
      onChange={(value) => onChange(value === 'yes')}
      data={[
        { value: 'yes', label: t('examples.yes') },
        { value: 'no', label: t('examples.no') },
      ]}
    />
  )
}
