import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../words.tsx'
import css from './rules.module.css'

type Props = { first: boolean; last: boolean; move: (step: -1 | 1) => void; remove: () => void }

const ICON = { size: 16, stroke: 1.75 } as const

/** Up, down and away, at the end of a rule. */
export function RuleActs({ first, last, move, remove }: Props) {
  const { t } = useWords()
  const act = (name: string, disabled = false) =>
    ({
      variant: disabled ? 'transparent' : 'subtle',
      color: 'gray',
      size: 36,
      title: name,
      'aria-label': name,
      disabled,
    }) as const
  return (
    <div className={css.acts}>
      <ActionIcon {...act(t('promises.up'), first)} onClick={() => move(-1)}>
        <IconArrowUp {...ICON} />
      </ActionIcon>
      <ActionIcon {...act(t('promises.down'), last)} onClick={() => move(1)}>
        <IconArrowDown {...ICON} />
      </ActionIcon>
      <ActionIcon {...act(t('promises.remove'))} onClick={remove}>
        <IconTrash {...ICON} />
      </ActionIcon>
    </div>
  )
}
