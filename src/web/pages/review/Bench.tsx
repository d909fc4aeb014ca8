import { Button } from '@mantine/core'
import { IconArrowBackUp, IconChevronLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { JudgedField } from '../../../shared/contracts/review.ts'
import type { Intent, Sentiment } from '../../../shared/contracts/values.ts'
import { useFormat } from '../../format.ts'
import { useKeys } from '../../keys.ts'
import { useCategories } from '../../parts/categories.ts'
import { useWords } from '../../words.tsx'
import { INTENTS, SENTIMENTS } from '../explorer/members.ts'
import { Along } from './Along.tsx'
import { CategoryChoice } from './CategoryChoice.tsx'
import { Choice } from './Choice.tsx'
import { Differing } from './Differing.tsx'
import type { Definitions } from './definitions.ts'
import { type Draft, type Given, given, type Item, inOrder, markOf, unlikeEngine } from './judgement.ts'
import css from './review.module.css'
import { Spoken } from './Spoken.tsx'

type Props = {
  item: Item
  /** The one field that is judged; null for all of them. */
  only: JudgedField | null
  draft: Draft
  change: (draft: Draft) => void
  /** `along`: with those that say nearly the same. */
  say: (draft: Draft, along: boolean) => void
  definitions: Definitions
  skip: () => void
  return_: () => void
  /** Null where nothing can be taken back. */
  undo: (() => void) | null
  /** Categories that others were filed in, the likeliest first. */
  likely: readonly string[]
  last: { item: Item; said: Given } | null
}

const INTENT_KEYS = ['q', 'w', 'e', 'r', 't', 'y'] as const

/** One voice with everything it can be judged by, each with its key. */
export function Bench(props: Props) {
  const { item, only, draft, change, skip, return_, undo, likely, last, definitions } = props
  const { t } = useWords()
  const article = useArrival()
  const [along, setAlong] = useState(true)
  const say = (said: Draft) => props.say(said, along)
  /** With one field alone, its label is the whole judgement; several categories are put together first. */
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    if (only === 'sentiment' || only === 'intent') say(next)
    else change(next)
  }
  const fields = only === null ? inOrder(item) : [only]
  const sentiments = Object.fromEntries(SENTIMENTS.map((sentiment, i) => [String(i + 1), () => set({ sentiment })]))
  const intents = Object.fromEntries(INTENTS.map((intent, i) => [INTENT_KEYS[i] ?? '', () => set({ intent })]))
  useKeys(sentiments, 'review.keys-sentiment', fields.includes('sentiment'))
  useKeys(intents, 'review.keys-intent', fields.includes('intent'))
  useKeys({ Enter: () => say(draft) }, 'review.keys-say')
  useKeys({ j: skip, k: return_ }, 'review.keys-move')
  useKeys({ z: () => undo?.(), Backspace: () => undo?.() }, 'review.keys-undo')

  const parts: Record<JudgedField, ReactNode> = {
    sentiment: (
      <SentimentPart
        key="sentiment"
        item={item}
        draft={draft}
        defined={definitions.shown}
        pick={(sentiment) => set({ sentiment })}
      />
    ),
    intent: (
      <IntentPart
        key="intent"
        item={item}
        draft={draft}
        defined={definitions.shown}
        pick={(intent) => set({ intent })}
      />
    ),
    categories: (
      <CategoryChoice
        key="categories"
        item={item}
        chosen={draft.categories}
        choose={(categories) => set({ categories })}
        likely={likely}
      />
    ),
  }
  const isEngine = unlikeEngine(item, given(draft, only)).length === 0
  return (
    <div className={css.bench}>
      <article ref={article} tabIndex={-1} className={css.voice} aria-label={t('review.voice')}>
        <Spoken item={item} />
        {item.copies > 0 && (
          <div className={css.along}>
            <Along copies={item.copies} along={along} change={setAlong} />
          </div>
        )}
        {item.reviewed.length > 0 && <Differing item={item} take={change} />}
      </article>
      <div className={css.panel}>
        {only !== 'categories' && (
          <button
            type="button"
            className={css.defining}
            aria-pressed={definitions.shown}
            aria-keyshortcuts="i"
            onClick={definitions.toggle}
          >
            {t('review.definitions')} <kbd className={css.key}>I</kbd>
          </button>
        )}
        {fields.map((field) => parts[field])}
        <div className={css.foot}>
          <Button
            className={css.say}
            aria-keyshortcuts="Enter"
            onClick={() => say(draft)}
            rightSection={<kbd className={css.key}>↵</kbd>}
          >
            {isEngine ? t('review.agree') : t('review.say')}
          </Button>
          <Button
            variant="default"
            aria-keyshortcuts="j"
            onClick={skip}
            rightSection={<kbd className={css.key}>J</kbd>}
          >
            {t('review.skip')}
          </Button>
          <Step
            name={t('review.return')}
            keyName="K"
            act={return_}
            icon={<IconChevronLeft size={18} stroke={1.75} />}
          />
          <Step name={t('review.undo')} keyName="Z" act={undo} icon={<IconArrowBackUp size={18} stroke={1.75} />} />
        </div>
        <Last last={last} />
      </div>
    </div>
  )
}

type StepProps = { name: string; keyName: string; act: (() => void) | null; icon: ReactNode }

function Step({ name, keyName, act, icon }: StepProps) {
  return (
    <Button
      variant="default"
      className={css.step}
      aria-label={name}
      title={name}
      aria-keyshortcuts={keyName.toLowerCase()}
      disabled={act === null}
      onClick={() => act?.()}
    >
      {icon}
      <kbd className={css.key}>{keyName}</kbd>
    </Button>
  )
}

/** What was just said, so that a slip is seen while it can be taken back. */
function Last({ last }: Pick<Props, 'last'>) {
  const { t, term } = useWords()
  const f = useFormat()
  const { nameOf } = useCategories()
  const said = last?.said
  const names =
    said === undefined
      ? []
      : [
          said.sentiment && term('sentiment', said.sentiment),
          said.intent && term('intent', said.intent),
          ...(said.categories?.map(nameOf) ?? []),
        ].filter((name) => name !== undefined && name !== '')
  const alone = last
    ? unlikeEngine(last.item, last.said).length === 0
      ? t('review.last-agreed')
      : t('review.last', { said: names.length > 0 ? f.list(names as string[]) : t('review.nothing-fits') })
    : ''
  const text = last?.said.along ? t('review.last-along', { said: alone, n: last.item.copies }) : alone
  return (
    <p className={css.last} role="status">
      {text}
    </p>
  )
}

/** Where the hands are: the focus goes to each new voice, and the page to its top. */
function useArrival() {
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    article.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return article
}

type PartProps<T> = { item: Item; draft: Draft; defined: boolean; pick: (value: T) => void }

function SentimentPart({ item, draft, defined, pick }: PartProps<Sentiment>) {
  const { t, term } = useWords()
  const { label, confidence } = item.engine.sentiment
  return (
    <Choice
      name={t('explorer.sentiment')}
      mark={markOf(item, 'sentiment')}
      engine={label}
      sure={confidence}
      choices={SENTIMENTS.map((value, i) => ({
        value,
        label: term('sentiment', value),
        about: term('sentiment-about', value),
        key: String(i + 1),
      }))}
      defined={defined}
      value={draft.sentiment}
      pick={pick}
    />
  )
}

function IntentPart({ item, draft, defined, pick }: PartProps<Intent>) {
  const { t, term } = useWords()
  const { label, confidence } = item.engine.intent
  return (
    <Choice
      name={t('explorer.intent')}
      mark={markOf(item, 'intent')}
      engine={label}
      sure={confidence}
      choices={INTENTS.map((value, i) => ({
        value,
        label: term('intent', value),
        about: term('intent-about', value),
        key: INTENT_KEYS[i] ?? '',
      }))}
      defined={defined}
      value={draft.intent}
      pick={pick}
    />
  )
}
