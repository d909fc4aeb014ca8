import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { newKey } from '../../../ids.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { ConditionsPanel } from './ConditionsPanel.tsx'
import type { Conditions } from './conditions.ts'
import { moved, type Row } from './ordered.ts'
import { RuleActs } from './RuleActs.tsx'
import css from './rules.module.css'
import { WhenButton } from './WhenButton.tsx'

type Props<T> = {
  rows: readonly Row<T>[]
  setRows: (change: (rows: readonly Row<T>[]) => Row<T>[]) => void
  /** What a rule decides for the voices that it holds for. */
  sentence: (rule: T, put: (part: Partial<T>) => void) => ReactNode
  /** Shown when there is no rule. */
  empty: ReactNode
  /** A new rule and what adding it is called; null where none can be added. */
  add: { name: string; rule: T } | null
}

/** Rules in the order in which they are tried: each with the voices it holds for, moved, removed and taken back. */
export function RuleList<T extends { when?: Conditions | undefined }>({
  rows,
  setRows,
  sentence,
  empty,
  add,
}: Props<T>) {
  const { t } = useWords()
  const { offerUndo } = useSaying()
  const [edited, setEdited] = useState<string | null>(null)
  const put = (key: string, part: Partial<T>) =>
    setRows((all) => all.map((row) => (row.key === key ? { key, value: { ...row.value, ...part } } : row)))
  const remove = (row: Row<T>, at: number) => {
    setRows((all) => all.filter(({ key }) => key !== row.key))
    const undo = async () => setRows((all) => [...all.slice(0, at), row, ...all.slice(at)])
    offerUndo({ said: t('promises.said.removed'), undo })
  }
  const open = rows.find(({ key }) => key === edited)
  return (
    <>
      {rows.length === 0 && empty}
      {rows.length > 0 && (
        <ol className={css.rules}>
          {rows.map((row, i) => (
            <li key={row.key}>
              <span className={css.place}>{i + 1}</span>
              <div className={css.rule}>
                <WhenButton when={row.value.when ?? {}} open={() => setEdited(row.key)} />
                <div className={css.sentence}>{sentence(row.value, (part) => put(row.key, part))}</div>
              </div>
              <RuleActs
                first={i === 0}
                last={i === rows.length - 1}
                move={(step) => setRows((all) => moved(all, i, step))}
                remove={() => remove(row, i)}
              />
            </li>
          ))}
        </ol>
      )}
      {add && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setRows((all) => [...all, { key: newKey(), value: add.rule }])}
        >
          {add.name}
        </Button>
      )}
      {open && (
        <ConditionsPanel
          key={open.key}
          title={t('promises.when.title')}
          when={open.value.when ?? {}}
          change={(when) => put(open.key, { when } as Partial<T>)}
          close={() => setEdited(null)}
        />
      )}
    </>
  )
}
