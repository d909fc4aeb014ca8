import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../keys.ts'
import { useWords } from '../words.tsx'

/** Typing rests this long before it is searched for. */
const REST = 250

type Props = {
  /** What is searched: "搜索客户". */
  label: string
  value: string
  search: (text: string) => void
}

/** The page's search: `/` goes there, Escape leaves it, words are searched while they are typed (not while composed). */
export function SearchField({ label, value, search }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const [composing, setComposing] = useState(false)
  const latest = useRef(search)
  latest.current = search
  useKeys({ '/': () => input.current?.focus() }, 'keys.search')

  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (composing || text === value) return
    const timer = setTimeout(() => latest.current(text), REST)
    return () => clearTimeout(timer)
  }, [text, value, composing])

  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={text && <CloseButton size="sm" aria-label={t('parts.clear')} onClick={() => setText('')} />}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          // A browser's own search field would empty itself.
          event.preventDefault()
          input.current?.blur()
        }
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) latest.current(text)
      }}
      w={{ base: '100%', xs: 280 }}
    />
  )
}
