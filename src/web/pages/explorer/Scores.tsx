import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'

type Score = { kind: string; value: number; scale: { min: number; max: number } }

/** The scores of a voice, short: "NPS 3", "4/5". The whole name is in the title. */
export function Scores({ scores }: { scores: readonly Score[] }) {
  const { term } = useWords()
  const f = useFormat()
  return (
    <>
      {scores.map(({ kind, value, scale }, i) => (
        <span key={kind} title={`${term('score', kind)} ${f.number(value, 1)} (${scale.min}–${scale.max})`}>
          {i > 0 && ' '}
          {kind === 'rating' ? '' : `${kind.toUpperCase()} `}
          {f.number(value, 1)}
          {kind === 'rating' && `/${scale.max}`}
        </span>
      ))}
    </>
  )
}
