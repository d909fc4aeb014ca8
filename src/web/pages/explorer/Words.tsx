import { SegmentedControl, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Against, WordsView } from '../../../shared/contracts/words.ts'
import { api } from '../../api.ts'
import { Chart, type ChartTable } from '../../charts/Chart.tsx'
import { Cloud } from '../../charts/Cloud.tsx'
import { useFormat } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useWords } from '../../words.tsx'
import { Emotions } from './Emotions.tsx'
import type { Filter } from './filter.ts'
import css from './words.module.css'

const AGAINST: readonly Against[] = ['rest', 'before']
const NAMES = { rest: 'explorer.words-against-rest', before: 'explorer.words-against-before' } as const
const TITLES = { rest: 'explorer.words-title-rest', before: 'explorer.words-title-before' } as const

type View = z.input<typeof WordsView>
type Word = View['words'][number]
type Change = (parts: Record<string, string | null>, options?: { replace: boolean }) => void
type Props = { filter: Filter; query: Readonly<Record<string, string>>; against: string | undefined; change: Change }

/** Without a choice there are no others to be held against, but there is the time before. */
const usual = ({ from, to, setAside, ...choice }: Filter): Against =>
  Object.keys(choice).length === 0 ? 'before' : 'rest'

/** Words that tell the chosen voices from others: as a cloud, as lists with their numbers, as a table. */
export function Words({ filter, query, against: wanted, change }: Props) {
  const { t } = useWords()
  const against = AGAINST.find((one) => one === wanted) ?? usual(filter)
  const words = useQuery({
    queryKey: ['feedback', 'words', query, against],
    queryFn: ({ signal }) => api.get<View>('/api/v1/insights/words', { ...query, against }, signal),
  })
  const open = (word: Word) =>
    change({ q: [filter.q, word.q].filter(Boolean).join(' '), view: null }, { replace: false })
  return (
    <section className={css.words} aria-label={t('explorer.words-view')}>
      <h2 className="hx-heard">{t('explorer.words-view')}</h2>
      <SegmentedControl
        aria-label={t('explorer.words-against')}
        value={against}
        onChange={(value) => change({ against: value })}
        data={AGAINST.map((value) => ({ value, label: t(NAMES[value]) }))}
      />
      {words.isPending && <Skeleton height={320} />}
      {words.isError && <ErrorState problem={words.error} retry={() => void words.refetch()} />}
      {words.data && <Found view={words.data} open={open} />}
      <Emotions query={query} open={(emotion) => change({ emotion, view: null }, { replace: false })} />
    </section>
  )
}

function Found({ view, open }: { view: View; open: (word: Word) => void }) {
  const { t } = useWords()
  const { number, day } = useFormat()
  const { here, there, against, sampled, words } = view
  const ours = words.filter(({ weight }) => weight !== null)
  const theirs = words.filter(({ weight }) => weight === null)
  const counts = { here: number(here.n), there: number(there.n) }
  const note = [
    sampled && here.from ? t('explorer.words-sampled', { n: counts.here, from: day(here.from) }) : '',
    t('explorer.words-note'),
  ]
  return (
    <>
      <Chart
        title={t(TITLES[against], counts)}
        unit={t('explorer.words-unit')}
        drawing={
          <Cloud
            label={t(TITLES[against], counts)}
            items={ours.map(({ word, weight, here: n }) => ({ word, weight: weight ?? 0, n }))}
            pick={(i) => {
              const word = ours[i]
              if (word) open(word)
            }}
          />
        }
        table={useTable(ours, view)}
        empty={t(here.n === 0 || there.n === 0 ? 'explorer.words-nobody' : 'explorer.words-none')}
        pick={({ index }) => {
          const word = ours[index]
          if (word) open(word)
        }}
        note={note.join('')}
      />
      <div className={css.lists}>
        <Ranked title={t('explorer.words-more')} words={ours.slice(0, 15)} view={view} open={open} />
        <Ranked title={t('explorer.words-less')} words={theirs.slice(0, 15)} view={view} open={open} />
      </div>
    </>
  )
}

function useTable(words: readonly Word[], { here, there }: View): ChartTable {
  const { t } = useWords()
  const { number, percent } = useFormat()
  return {
    head: [t('explorer.words-word'), t('explorer.words-here'), t('explorer.words-there'), t('explorer.words-odds')],
    rows: words.map(({ word, here: own, there: other, odds, interval }) => [
      word,
      `${percent(own / here.n)} (${number(own)}/${number(here.n)})`,
      `${percent(other / there.n)} (${number(other)}/${number(there.n)})`,
      `${number(odds, 1)} (${number(interval.low, 1)}–${number(interval.high, 1)})`,
    ]),
  }
}

type RankedProps = { title: string; words: readonly Word[]; view: View; open: (word: Word) => void }

/** The surest words of one side, with how many say them here and there. */
function Ranked({ title, words, view: { here, there }, open }: RankedProps) {
  const { t } = useWords()
  const { number, percent } = useFormat()
  if (words.length === 0) return null
  const most = Math.max(...words.map(({ here: own, there: other }) => Math.max(own / here.n, other / there.n)))
  return (
    <div>
      <h3>{title}</h3>
      <ol className={css.list}>
        {words.map((word) => (
          <li key={word.word}>
            <button type="button" onClick={() => open(word)}>
              {word.word}
            </button>
            <span className={css.bars} aria-hidden="true">
              <i style={{ width: `${(100 * word.here) / here.n / most}%` }} />
              <i style={{ width: `${(100 * word.there) / there.n / most}%` }} />
            </span>
            <span
              className={css.numbers}
              title={t('explorer.words-odds-said', {
                odds: number(word.odds, 1),
                low: number(word.interval.low, 1),
                high: number(word.interval.high, 1),
              })}
            >
              {percent(word.here / here.n)} : {percent(word.there / there.n)}
              <small>{`n = ${number(word.here)} : ${number(word.there)}`}</small>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
