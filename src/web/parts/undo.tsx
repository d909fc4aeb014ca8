import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { problemOf } from '../api.ts'
import { newKey } from '../ids.ts'
import { useWords } from '../words.tsx'
import css from './undo.module.css'

/** Long enough to read it and reach it; stays while the pointer or the focus is on it. */
const STAYS = 10_000

type Undoable = {
  /** What was done: "已关闭 3 个工单。" */
  said: string
  /** Takes it back. */
  undo: () => Promise<unknown>
  /** What to do when it is taken back: ask again for the lists that show it. */
  undone?: () => void
}

/**
 * Undo instead of "are you sure": do it, then say so with a way back.
 * `const { offerUndo, say, sayProblem } = useSaying()`
 */
export function useSaying() {
  const { t, tell } = useWords()
  return useMemo(() => {
    const say = (message: string) => notifications.show({ message, autoClose: 5_000 })
    const sayProblem = (thrown: unknown) =>
      notifications.show({ message: tell(problemOf(thrown)), color: 'red', autoClose: false, role: 'alert' })
    const takeBack = async (id: string, { undo, undone }: Undoable) => {
      notifications.hide(id)
      try {
        await undo()
        undone?.()
        say(t('undo.undone'))
      } catch (thrown) {
        sayProblem(thrown)
      }
    }
    const offerUndo = (act: Undoable) => {
      const id = newKey()
      const message = (
        <span className={css.line}>
          <span>{act.said}</span>
          <Button size="compact-sm" variant="light" onClick={() => void takeBack(id, act)}>
            {t('undo.undo')}
          </Button>
        </span>
      )
      notifications.show({ id, message, autoClose: STAYS })
    }
    return { say, sayProblem, offerUndo }
  }, [t, tell])
}
