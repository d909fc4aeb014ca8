/**
 * One keyboard for the whole app. A part says which keys it answers while it stands on the page; `?` lists
 * whatever is active then. Keys are ignored while someone types, and while an input method composes.
 *
 * useKeys({ j: next, k: previous }, 'keys.move')
 */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { WordKey } from '../shared/words/say.ts'

export type Bindings = Readonly<Record<string, () => void>>

/** The frame answers only what no part on the page answers. */
type Layer = 'frame' | 'page'

export type ActiveKeys = { keys: string[]; label: WordKey; layer: Layer; act: (key: string) => boolean }

let active: readonly ActiveKeys[] = []
const watchers = new Set<() => void>()

function change(next: readonly ActiveKeys[]) {
  active = next
  for (const watcher of watchers) watcher()
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]'
/** Boxes and buttons that are inputs by name only: nobody types into them. */
const NOT_TYPING = 'input[type="checkbox"], input[type="radio"], input[type="button"], input[type="submit"]'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPING) && !target.matches(NOT_TYPING)
}

/** Enter presses what has the focus; a toggle has the space bar, and leaves Enter to the page. */
const PRESSED = 'button:not([aria-pressed]), a[href], summary'

const isPressed = (key: string, target: EventTarget | null): boolean =>
  key === 'Enter' && target instanceof Element && target.matches(PRESSED)

/** 'mod+Enter' for ctrl or ⌘; a shifted sign is the sign itself ('?'). */
function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  return `${mod}${event.key}`
}

/** What a key that is held down may do again and again: walking, nothing that changes anything. */
const REPEATED: readonly string[] = ['j', 'k', 'ArrowDown', 'ArrowUp']

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const key = nameOf(event)
  if (event.repeat && !REPEATED.includes(key)) return
  if (isTyping(event.target) && !key.startsWith('mod+')) return
  if (isPressed(key, event.target)) return
  // Under a dialog the page does not answer.
  if (event.target instanceof Element && event.target.closest('[aria-modal="true"]')) return
  const last = [...active].reverse()
  for (const layer of ['page', 'frame'] as const) {
    for (const binding of last) {
      if (binding.layer === layer && binding.act(key)) {
        event.preventDefault()
        return
      }
    }
  }
}

function register(binding: ActiveKeys) {
  if (active.length === 0) window.addEventListener('keydown', onKey)
  change([...active, binding])
  return () => {
    change(active.filter((other) => other !== binding))
    if (active.length === 0) window.removeEventListener('keydown', onKey)
  }
}

/**
 * Answers keys while the caller is mounted; of several for one key the last mounted wins.
 *
 * @param bindings  by KeyboardEvent.key, 'mod+' for ctrl or ⌘; may change on every render
 * @param label     what the keys do, for the list behind `?`
 * @param enabled   false takes the keys away for a while
 */
export function useKeys(bindings: Bindings, label: WordKey, enabled = true, layer: Layer = 'page') {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const names = Object.keys(bindings).join(' ')
  useEffect(() => {
    if (!enabled) return
    const act = (key: string) => {
      const found = latest.current[key]
      if (found) found()
      return found !== undefined
    }
    return register({ keys: names.split(' '), label, layer, act })
  }, [names, label, enabled, layer])
}

/** Everything that answers now, for the overlay. */
export const useActiveKeys = (): readonly ActiveKeys[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => active,
  )
