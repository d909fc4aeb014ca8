import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useWords } from '../../words.tsx'
import css from './composer.module.css'
import { mentionAt, mentioned } from './mentions.ts'
import type { Colleague } from './staff.ts'

const MOST = 6

type Writing = {
  area: RefObject<HTMLTextAreaElement | null>
  text: string
  setText: (text: string) => void
  people: readonly Colleague[]
  enabled: boolean
}

/** Offers colleagues while a name is written after `@`: arrows choose, Enter or Tab takes, Escape leaves. */
export function useMentions({ area, text, setText, people, enabled }: Writing) {
  const [writing, setWriting] = useState<{ from: number; written: string } | null>(null)
  const [at, setAt] = useState(0)
  const offered = enabled && writing ? mentioned(people, writing.written, MOST) : []

  const take = (person: Colleague | undefined) => {
    if (!person || !writing) return
    const end = writing.from + 1 + writing.written.length
    const put = `@${person.name} `
    setText(text.slice(0, writing.from) + put + text.slice(end))
    setWriting(null)
    const caret = writing.from + put.length
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }
  return {
    offered,
    at,
    take,
    look(field: HTMLTextAreaElement) {
      setWriting(enabled ? mentionAt(field.value, field.selectionStart) : null)
      setAt(0)
    },
    onKeyDown(event: KeyboardEvent) {
      if (offered.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
      const acts: Readonly<Record<string, () => void>> = {
        ArrowDown: () => setAt((at + 1) % offered.length),
        ArrowUp: () => setAt((at + offered.length - 1) % offered.length),
        Enter: () => take(offered[at]),
        Tab: () => take(offered[at]),
        Escape: () => setWriting(null),
      }
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    },
  }
}

/** The colleagues offered, above the text. */
export function MentionList({ mentions }: { mentions: ReturnType<typeof useMentions> }) {
  const { t } = useWords()
  if (mentions.offered.length === 0) return null
  return (
    <ul className={css.mentions} aria-label={t('inbox.compose.mention')}>
      {mentions.offered.map((person, index) => (
        <li key={person.id}>
          <button
            type="button"
            data-active={index === mentions.at || undefined}
            // The text keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mentions.take(person)}
          >
            {person.name}
          </button>
        </li>
      ))}
    </ul>
  )
}
