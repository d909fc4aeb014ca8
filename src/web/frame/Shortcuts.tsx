import { Kbd, Modal } from '@mantine/core'
import { useActiveKeys } from '../keys.ts'
import { useWords } from '../words.tsx'
import css from './shortcuts.module.css'

const SIGNS: Readonly<Record<string, string>> = {
  mod: 'Ctrl/⌘',
  Escape: 'Esc',
  Enter: '↵',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Backspace: '⌫',
}
const shown = (key: string) => key.split('+').map((part) => SIGNS[part] ?? part)

/** Every key that answers on this page now. */
export function Shortcuts({ shown: opened, close }: { shown: boolean; close: () => void }) {
  const { t } = useWords()
  const active = useActiveKeys()
  const ofPage = new Set(active.filter(({ layer }) => layer === 'page').flatMap(({ keys }) => keys))
  const answering = active.filter(({ layer, keys }) => layer === 'page' || keys.some((key) => !ofPage.has(key)))
  const rows = [...new Map(answering.map((entry) => [`${entry.label} ${entry.keys.join(' ')}`, entry])).values()]
  return (
    <Modal opened={opened} onClose={close} title={t('keys.title')} size="sm">
      <dl className={css.keys}>
        {rows.map(({ label, keys }) => (
          <div key={`${label} ${keys.join(' ')}`}>
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key) => (
                <span key={key}>
                  {shown(key).map((part) => (
                    <Kbd key={part}>{part}</Kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('shell.find')}</dt>
          <dd>
            <Kbd>Ctrl/⌘</Kbd>
            <Kbd>K</Kbd>
          </dd>
        </div>
      </dl>
    </Modal>
  )
}
