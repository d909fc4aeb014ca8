import { UnstyledButton } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useWords } from '../../../words.tsx'
import { type Conditions, useConditionWords } from './conditions.ts'
import css from './rules.module.css'

/** What a rule holds for, in words; opens its conditions. */
export function WhenButton({ when, open }: { when: Conditions; open: () => void }) {
  const { t } = useWords()
  const words = useConditionWords()
  return (
    <UnstyledButton className={css.when} onClick={open} title={t('promises.when.change')}>
      <IconFilter size={14} stroke={1.75} aria-hidden="true" />
      {words(when).join(t('promises.and'))}
    </UnstyledButton>
  )
}
