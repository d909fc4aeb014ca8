import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { useKeys } from '../../keys.ts'
import { ReadingAids } from '../../parts/ReadingAids.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { CategoryField } from './CategoryField.tsx'
import { type Corrected, useCorrect } from './correct.ts'
import css from './explorer.module.css'
import { KeyChoice } from './KeyChoice.tsx'
import { INTENTS, SENTIMENTS, URGENCIES } from './members.ts'
import type { Voice } from './voices.ts'

/** What the engine (or a person) made of a voice; each label can be put right where it stands. */
export function Understanding({ voice }: { voice: Voice }) {
  const { t, term } = useWords()
  const f = useFormat()
  const mayCorrect = useCan()('feedback:correct')
  const correct = useCorrect(voice)
  const { understanding: u } = voice
  const pending = u.status === 'pending'
  const set = (change: Corrected) => mayCorrect && !pending && correct(change)
  const bindings = Object.fromEntries([
    ...SENTIMENTS.map((sentiment, i) => [String(i + 1), () => set({ sentiment })]),
    ...INTENTS.map((intent, i) => [String(i + 4), () => set({ intent })]),
  ])
  useKeys(bindings, 'explorer.keys-label', mayCorrect && !pending)
  if (pending) {
    return (
      <section>
        <h3>{t('explorer.understood')}</h3>
        <p className={css.quiet} role="status">
          {t('explorer.pending')}
        </p>
      </section>
    )
  }
  return (
    <section className={css.understood}>
      <h3>
        {t('explorer.understood')}
        <span className={css.quiet}>
          {u.corrected
            ? t('explorer.corrected')
            : u.confidence !== null && t('explorer.confidence', { share: f.percent(u.confidence) })}
        </span>
      </h3>
      <KeyChoice
        label={t('explorer.sentiment')}
        choices={SENTIMENTS.map((value, i) => ({ value, label: term('sentiment', value), key: String(i + 1) }))}
        value={u.sentiment}
        pick={(sentiment) => set({ sentiment })}
        still={!mayCorrect}
      />
      <KeyChoice
        label={t('explorer.intent')}
        choices={INTENTS.map((value, i) => ({ value, label: term('intent', value), key: String(i + 4) }))}
        value={u.intent}
        pick={(intent) => set({ intent })}
        still={!mayCorrect}
      />
      <div className={css.pair}>
        <span className={css.name}>{t('explorer.urgency')}</span>
        <div>
          <Select
            size="xs"
            aria-label={t('explorer.urgency')}
            data={URGENCIES.map((value) => ({ value, label: term('urgency', value) }))}
            value={u.urgency}
            allowDeselect={false}
            disabled={!mayCorrect}
            w={140}
            onChange={(value) => {
              const urgency = URGENCIES.find((one) => one === value)
              if (urgency && urgency !== u.urgency) set({ urgency })
            }}
          />
          {u.urgencyReasons.length > 0 && (
            <p className={css.quiet}>{f.list(u.urgencyReasons.map((reason) => term('urgency-reason', reason)))}</p>
          )}
        </div>
      </div>
      <CategoryField voice={voice} set={set} still={!mayCorrect} />
      <Keywords voice={voice} />
      <Aids voice={voice} />
      {mayCorrect && (
        <Link to="/review" className={css.onward}>
          {t('explorer.to-review')}
        </Link>
      )}
    </section>
  )
}

/** With what to ask, in the language of whoever reads here; in a case it stands beside the reply in the customer's. */
function Aids({ voice: { understanding } }: { voice: Voice }) {
  const { locale } = useWords()
  const { emotion, need, value } = understanding
  return <ReadingAids aids={{ emotion, need, value }} ask={value?.ask?.[locale]} />
}

function Keywords({ voice }: { voice: Voice }) {
  const { t } = useWords()
  const { keywords } = voice.understanding
  if (keywords.length === 0) return null
  return (
    <div className={css.pair}>
      <span className={css.name}>{t('explorer.keywords')}</span>
      <span className={css.words}>
        {keywords.slice(0, 10).map(({ word }) => (
          <Link key={word} to="/explorer" search={{ q: word }} title={t('explorer.keyword-search', { word })}>
            {word}
          </Link>
        ))}
      </span>
    </div>
  )
}
