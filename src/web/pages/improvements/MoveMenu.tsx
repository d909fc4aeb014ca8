import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { type Item, isAskedFirst, type Stage, useMove } from './improvements.ts'

type Movable = Pick<Item, 'id' | 'title' | 'moves'>
type Props<It> = { item: It; ask: (item: It, to: Stage) => void; primary?: boolean }

/** Where an improvement may go from here. What needs a reason asks for it first. */
export function MoveMenu<It extends Movable>({ item, ask, primary = false }: Props<It>) {
  const { t, term } = useWords()
  const may = useCan()('improvement:change')
  const move = useMove()
  if (!may || item.moves.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size={primary ? 'sm' : 'compact-sm'}
          variant={primary ? 'filled' : 'subtle'}
          {...(!primary && { color: 'gray' })}
          loading={move.isPending}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
          data-move
        >
          {t('improvements.move-to')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item.moves.map((way) => (
          <Menu.Item
            key={way.to}
            onClick={() => (isAskedFirst(way) ? ask(item, way.to) : move.mutate({ item, to: way.to, reason: '' }))}
          >
            {term('improvement-stage', way.to)}
            {isAskedFirst(way) ? '…' : ''}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
