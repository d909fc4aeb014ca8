import { Button, SegmentedControl } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useKeys } from '../../../keys.ts'
import { useWords } from '../../../words.tsx'
import { filedOf, inPart, type PlacedVoice, putInto, takeAll } from './placing.ts'
import css from './split.module.css'
import type { PartForm } from './splitting.ts'

type Props = {
  parts: readonly PartForm[]
  voices: readonly PlacedVoice[]
  change: (voices: PlacedVoice[]) => void
}

const ALL = 'all'
const NONE = 'none'

/** The voices with the part that each seems to belong to; moved by number keys, the next one follows. */
export function Placing({ parts, voices, change }: Props) {
  const { t } = useWords()
  const [shown, setShown] = useState<string>(ALL)
  const [at, setAt] = useState(0)
  const rows = useRef<HTMLUListElement>(null)
  const part = shown === ALL ? ALL : shown === NONE ? null : Number(shown)
  const list = inPart(voices, part)
  const here = Math.min(at, Math.max(0, list.length - 1))
  const goTo = (to: number) => {
    const place = Math.max(0, Math.min(list.length - 1, to))
    setAt(place)
    rows.current?.querySelectorAll<HTMLElement>('[data-voice]')[place]?.focus()
  }
  const put = (to: number | null) => {
    const voice = list[here]
    if (!voice) return
    change(putInto(voices, voice.feedbackId, to))
    // Out of a part that alone is shown the row goes by itself, and the next one comes to its place.
    if (part === ALL || part === to) goTo(here + 1)
  }
  const bindings = Object.fromEntries(parts.map((_, i) => [String(i + 1), () => put(i)]))
  useKeys({ ...bindings, '0': () => put(null) }, 'taxonomy.keys-put', list.length > 0)
  useKeys({ Enter: () => put(list[here]?.part ?? null) }, 'taxonomy.keys-agree', list.length > 0)
  useKeys({ j: () => goTo(here + 1), k: () => goTo(here - 1) }, 'keys.move', list.length > 0)
  const count = (of: number | null) => inPart(voices, of).length
  const proposed = takeAll(voices)
  const open = filedOf(proposed).length - filedOf(voices).length
  return (
    <section className={css.part} aria-labelledby="placing">
      <h2 id="placing">{t('taxonomy.split-voices')}</h2>
      <p className={css.quiet}>{t('taxonomy.split-voices-about', { n: parts.length })}</p>
      <div className={css.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('taxonomy.split-shown')}
          value={shown}
          onChange={(value) => {
            setShown(value)
            setAt(0)
          }}
          data={[
            { value: ALL, label: `${t('review.all')} ${voices.length}` },
            ...parts.map(({ name }, i) => ({ value: String(i), label: `${name || i + 1} ${count(i)}` })),
            { value: NONE, label: `${t('taxonomy.split-none')} ${count(null)}` },
          ]}
        />
        <Button size="xs" variant="default" disabled={open === 0} onClick={() => change(proposed)}>
          {t('taxonomy.split-take-all', { n: open })}
        </Button>
      </div>
      {list.length === 0 && <p className={css.quiet}>{t('taxonomy.split-no-voices')}</p>}
      <ul ref={rows} className={css.voices} aria-label={t('taxonomy.split-voices')}>
        {list.map((voice, i) => (
          <Row
            key={voice.feedbackId}
            voice={voice}
            parts={parts}
            isHere={i === here}
            enter={() => setAt(i)}
            put={(to) => change(putInto(voices, voice.feedbackId, to))}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  voice: PlacedVoice
  parts: readonly PartForm[]
  isHere: boolean
  enter: () => void
  put: (part: number | null) => void
}

function Row({ voice, parts, isHere, enter, put }: RowProps) {
  const { t } = useWords()
  return (
    <li className={css.voice} data-here={isHere || undefined} onFocus={enter}>
      <p data-voice tabIndex={isHere ? 0 : -1}>
        {voice.text}
      </p>
      <fieldset className={css.choices} aria-label={t('taxonomy.split-into')}>
        {parts.map(({ key, name }, i) => (
          <button
            key={key}
            type="button"
            className={css.choice}
            aria-pressed={voice.part === i}
            aria-label={`${i + 1} ${name}`}
            title={name}
            onClick={() => put(i)}
          >
            {i + 1}
          </button>
        ))}
        <button
          type="button"
          className={css.choice}
          aria-pressed={voice.part === null}
          aria-label={t('taxonomy.split-none')}
          title={t('taxonomy.split-none')}
          onClick={() => put(null)}
        >
          0
        </button>
      </fieldset>
      <span className={css.mine}>
        {voice.isMine ? (
          <>
            <IconCheck size={14} stroke={1.75} aria-hidden="true" /> {t('taxonomy.split-mine')}
          </>
        ) : (
          t('taxonomy.split-proposed')
        )}
      </span>
    </li>
  )
}
