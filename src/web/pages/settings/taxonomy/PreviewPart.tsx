import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useKeys } from '../../../keys.ts'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { type Made, type PreviewVoice, useAddExamples } from './examples.ts'
import css from './learn.module.css'

type Props = { id: string; made: Made; may: boolean; answered: () => void }
type Said = Readonly<Record<string, boolean>>

/** Voices that it would find and those that come close, each answered by one press; the next one follows. */
export function PreviewPart({ id, made, may, answered }: Props) {
  const { t } = useWords()
  const { sayProblem } = useSaying()
  const [said, setSaid] = useState<Said>({})
  const [at, setAt] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const add = useAddExamples(id)
  const voices = [...made.would, ...made.close]
  const saidOf = ({ feedbackId, belongs }: PreviewVoice) => said[feedbackId] ?? belongs
  const goTo = (to: number) => {
    const place = Math.max(0, Math.min(voices.length - 1, to))
    setAt(place)
    rows.current?.querySelectorAll<HTMLElement>('[data-voice]')[place]?.focus()
  }
  const answer = (voice: PreviewVoice | undefined, belongs: boolean) => {
    if (voice === undefined || saidOf(voice) === belongs) return
    const was = said
    answered()
    setSaid({ ...said, [voice.feedbackId]: belongs })
    add.mutate(
      { belongs, feedbackIds: [voice.feedbackId] },
      {
        onError(problem) {
          setSaid(was)
          sayProblem(problem)
        },
      },
    )
  }
  const answerHere = (belongs: boolean) => {
    answer(voices[at], belongs)
    goTo(at + 1)
  }
  const isOn = may && voices.length > 0
  useKeys({ y: () => answerHere(true), n: () => answerHere(false) }, 'examples.keys-answer', isOn)
  useKeys({ j: () => goTo(at + 1), k: () => goTo(at - 1) }, 'keys.move', isOn)
  const list = (shown: readonly PreviewVoice[], from: number) =>
    shown.map((voice, i) => (
      <Row
        key={voice.feedbackId}
        voice={voice}
        said={saidOf(voice)}
        isHere={from + i === at}
        enter={() => setAt(from + i)}
        answer={may ? (belongs) => answer(voice, belongs) : null}
      />
    ))
  return (
    <div ref={rows} className={css.lists}>
      <div className={css.part}>
        <h3>{t('examples.would')}</h3>
        <p className={css.quiet}>{t(made.would.length === 0 ? 'examples.would-none' : 'examples.would-about')}</p>
        <ul className={css.rows} aria-label={t('examples.would')}>
          {list(made.would, 0)}
        </ul>
      </div>
      <div className={css.part}>
        <h3>{t('examples.close')}</h3>
        <p className={css.quiet}>{t(made.close.length === 0 ? 'examples.close-none' : 'examples.close-about')}</p>
        <ul className={css.rows} aria-label={t('examples.close')}>
          {list(made.close, made.would.length)}
        </ul>
      </div>
    </div>
  )
}

type RowProps = {
  voice: PreviewVoice
  said: boolean | null
  isHere: boolean
  enter: () => void
  answer: ((belongs: boolean) => void) | null
}

function Row({ voice: { feedbackId, text, occurredAt }, said, isHere, enter, answer }: RowProps) {
  const { t } = useWords()
  const choice = (belongs: boolean, key: string) => (
    <button type="button" className={css.choice} aria-pressed={said === belongs} onClick={() => answer?.(belongs)}>
      {t(belongs ? 'examples.yes' : 'examples.no')}
      <kbd className={css.key}>{key}</kbd>
    </button>
  )
  return (
    <li className={css.row} data-here={isHere || undefined}>
      <div className={css.said}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: walked with J and K, answered with Y and N */}
        <p data-voice tabIndex={0} onFocus={enter}>
          {text}
        </p>
        <p className={css.quiet}>
          <TimeAgo at={occurredAt} />{' '}
          <Link to="/explorer" search={{ voice: feedbackId }}>
            {t('examples.from-voice')}
          </Link>
        </p>
      </div>
      {answer && (
        <fieldset className={css.choices} aria-label={t('examples.belongs')}>
          {choice(true, 'Y')}
          {choice(false, 'N')}
        </fieldset>
      )}
    </li>
  )
}
