import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { EmotionsView } from '../../../shared/contracts/emotions.ts'
import { api } from '../../api.ts'
import { Chart } from '../../charts/Chart.tsx'
import { useFormat } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { AidMark } from '../../parts/ReadingAids.tsx'
import { useWords } from '../../words.tsx'
import css from './words.module.css'

type View = z.input<typeof EmotionsView>
type Felt = View['emotions'][number]
type Props = { query: Readonly<Record<string, string>>; open: (emotion: string) => void }

/** Which emotions show in the chosen voices; each opens those that show it. */
export function Emotions({ query, open }: Props) {
  const found = useQuery({
    queryKey: ['feedback', 'emotions', query],
    queryFn: ({ signal }) => api.get<View>('/api/v1/insights/emotions', query, signal),
  })
  if (found.isPending) return <Skeleton height={160} />
  if (found.isError) return <ErrorState problem={found.error} retry={() => void found.refetch()} />
  return <Shown view={found.data} open={open} />
}

function Shown({ view, open }: { view: View; open: Props['open'] }) {
  const { t, term } = useWords()
  const { number, percent, day } = useFormat()
  const { n, felt, emotions, sampled, from } = view
  const [most] = emotions
  const name = (emotion: string) => term('emotion', emotion)
  const title = most
    ? t('aids.emotions-title', {
        felt: number(felt),
        all: number(n),
        most: name(most.emotion),
        share: percent(most.share),
      })
    : t('aids.emotions-none', { all: number(n) })
  const range = ({ share, interval }: Felt) =>
    interval ? `${percent(share)} (${percent(interval.low)}–${percent(interval.high)})` : percent(share)
  const largest = most?.share ?? 1
  return (
    <Chart
      title={title}
      unit={t('aids.emotions-unit')}
      drawing={
        <ol className={css.list} aria-label={title}>
          {emotions.map((each) => (
            <li key={each.emotion}>
              <button type="button" onClick={() => open(each.emotion)}>
                {name(each.emotion)}
              </button>
              <span className={css.bars} aria-hidden="true">
                <i style={{ width: `${(100 * each.share) / largest}%` }} />
              </span>
              <span className={css.numbers}>
                {range(each)}
                <small>{`n = ${number(each.count)}/${number(n)}`}</small>
              </span>
            </li>
          ))}
        </ol>
      }
      table={{
        head: [t('aids.emotion'), t('aids.emotions-count'), t('aids.emotions-share')],
        rows: emotions.map((each) => [name(each.emotion), each.count, range(each)]),
      }}
      empty={t('aids.emotions-empty')}
      pick={({ index }) => {
        const picked = emotions[index]
        if (picked) open(picked.emotion)
      }}
      note={
        <>
          <AidMark /> {sampled && from && t('explorer.words-sampled', { n: number(n), from: day(from) })}
        </>
      }
    />
  )
}
