import css from './explorer.module.css'
import { foundIn } from './found-words.ts'

/** A text with the searched words marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const spans = foundIn(text, words)
  if (spans.length === 0) return <>{text}</>
  let from = 0
  const parts = spans.flatMap(({ start, end }) => {
    const before = text.slice(from, start)
    from = end
    return [
      before,
      <mark key={start} className={css.found}>
        {text.slice(start, end)}
      </mark>,
    ]
  })
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
