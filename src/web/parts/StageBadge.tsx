import { useWords } from '../words.tsx'
import css from './marks.module.css'

const TONES: Readonly<Record<string, string>> = {
  new: 'accent',
  working: 'accent',
  building: 'accent',
  shipped: 'accent',
  verified: 'verified',
  worked: 'verified',
  worse: 'broken',
}

type Props = { of?: 'case' | 'improvement' | 'verdict'; stage: string }

const GROUPS = { case: 'stage', improvement: 'improvement-stage', verdict: 'verdict' } as const

/** Where a case or an improvement stands, or what a verification found. */
export function StageBadge({ of = 'case', stage }: Props) {
  const { term } = useWords()
  return (
    <span className={`${css.mark} ${css.badge}`} data-tone={TONES[stage] ?? 'plain'}>
      {term(GROUPS[of], stage)}
    </span>
  )
}
