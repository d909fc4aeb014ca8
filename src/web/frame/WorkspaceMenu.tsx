import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { api } from '../api.ts'
import { useSaying } from '../parts/undo.tsx'
import { useSession } from '../session.tsx'
import { useWords } from '../words.tsx'
import css from './frame.module.css'
import { Mark } from './Mark.tsx'

/** Where one is; for those in several workspaces, the way to another. */
export function WorkspaceMenu() {
  const { workspace, workspaces } = useSession()
  const { t } = useWords()
  const { sayProblem } = useSaying()

  const change = async (workspaceId: string) => {
    try {
      await api.send('PUT', '/api/v1/session/workspace', { workspaceId })
      // A whole new page: nothing of the other workspace may stay, in memory, in flight or on the stream.
      window.location.assign('/app/')
    } catch (thrown) {
      sayProblem(thrown)
    }
  }

  const name = (
    <>
      <Mark size={22} />
      <span className={css.strong} title={workspace.name}>
        {workspace.name}
      </span>
    </>
  )
  if (workspaces.length < 2) return <div className={`${css.button} ${css.workspace}`}>{name}</div>
  return (
    <div className={css.workspace}>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <button
            type="button"
            className={css.button}
            aria-label={t('shell.change-workspace', { name: workspace.name })}
          >
            {name}
            <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {workspaces.map(({ id, name: other }) => (
            <Menu.Item
              key={id}
              aria-current={id === workspace.id || undefined}
              disabled={id === workspace.id}
              onClick={() => void change(id)}
            >
              {other}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
