import { Button, Skeleton } from '@mantine/core'
import { IconChecks, IconListCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useWords } from '../../words.tsx'
import { Bench } from './Bench.tsx'
import { useDefinitions } from './definitions.ts'
import { beginning, type Draft, type Given, given, type Item } from './judgement.ts'
import type { useJudging } from './judging.ts'
import { commonAmong } from './offered.ts'
import { nextOpen, openAfter, passedOver } from './queue.ts'
import css from './review.module.css'
import { type Filter, useReviewState, useWaiting } from './review.ts'

type Props = { filter: Filter; judging: ReturnType<typeof useJudging>; showAll: () => void }

/** With so few left in hand, the next page is asked for. */
const FEW = 8
const MOST_RECENT = 8

/** Where the person is: at a voice, or past it. */
type Place = { id: string | null; isPast: boolean }

/** The way through the voices that a filter leaves. */
export function Walk({ filter, judging, showAll }: Props) {
  const { t } = useWords()
  const { sent, judge, takeBack } = judging
  const waiting = useWaiting(filter)
  const { items, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = waiting
  const [place, setPlace] = useState<Place>({ id: null, isPast: true })
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const [trail, setTrail] = useState<readonly string[]>([])
  const [recent, setRecent] = useState<readonly string[]>([])
  const definitions = useDefinitions()

  const here = items.find(({ feedbackId }) => feedbackId === place.id && !place.isPast && !sent.has(feedbackId))
  const current = here ?? nextOpen(items, place.id, sent)
  const common = useMemo(() => commonAmong(items.map(({ engine }) => engine.categories)), [items])
  const left = openAfter(items, current?.feedbackId ?? place.id, sent)
  useEffect(() => {
    if (left < FEW && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [left, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  const goTo = (item: Item | null | undefined) => item && setPlace({ id: item.feedbackId, isPast: false })
  const say = (item: Item, draft: Draft, along: boolean) => {
    const said: Given = {
      ...given(draft, filter.field),
      ...(item.drawn && { drawn: true }),
      ...(along && item.copies > 0 && { along: true }),
    }
    judge(item.feedbackId, said)
    setDrafts({ ...drafts, [item.feedbackId]: draft })
    setTrail([...trail, item.feedbackId])
    setRecent([...new Set([...(said.categories ?? []), ...recent])].slice(0, MOST_RECENT))
    setPlace({ id: item.feedbackId, isPast: true })
  }
  // What was refused is no longer said.
  const last = trail.filter((id) => sent.has(id)).at(-1)
  const undo = () => {
    if (last === undefined) return
    takeBack(last)
    setTrail(trail.filter((id) => id !== last))
    setPlace({ id: last, isPast: false })
  }
  const return_ = () => goTo(current ? nextOpen(items, current.feedbackId, sent, -1) : passedOver(items, sent).at(-1))
  const startAnew = useCallback(() => {
    setPlace({ id: null, isPast: true })
    void waiting.refetch()
  }, [waiting.refetch])

  const lastSaid = last === undefined ? null : (sent.get(last)?.given ?? null)
  const lastItem = items.find(({ feedbackId }) => feedbackId === last)
  if (current) {
    return (
      <Bench
        key={current.feedbackId}
        item={current}
        only={filter.field}
        draft={drafts[current.feedbackId] ?? beginning(current)}
        change={(draft) => setDrafts({ ...drafts, [current.feedbackId]: draft })}
        say={(draft, along) => say(current, draft, along)}
        definitions={definitions}
        skip={() => setPlace({ id: current.feedbackId, isPast: true })}
        return_={return_}
        undo={last === undefined ? null : undo}
        likely={[...recent, ...common]}
        last={lastSaid && lastItem ? { item: lastItem, said: lastSaid } : null}
      />
    )
  }
  if (waiting.isError && !waiting.isFetching) {
    const retry = () => void (items.length > 0 ? fetchNextPage() : waiting.refetch())
    return <ErrorState problem={waiting.error} retry={retry} />
  }
  if (waiting.isPending || waiting.isFetching || hasNextPage) return <Expected />
  if (items.length > 0) {
    const passed = passedOver(items, sent)
    return (
      <Done
        passed={passed.length}
        toPassed={() => goTo(passed[0])}
        startAnew={startAnew}
        undo={last === undefined ? null : undo}
      />
    )
  }
  if (filter.field !== null || filter.state !== null || filter.drawn) {
    return (
      <EmptyState icon={<IconListCheck size={28} stroke={1.5} />} said={t('review.none')} next={t('review.none-next')}>
        <Button variant="default" onClick={showAll}>
          {t('review.show-all')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<IconListCheck size={28} stroke={1.5} />} said={t('review.empty')} next={t('review.empty-next')}>
      <Button variant="default" renderRoot={(props) => <Link to="/explorer" {...props} />}>
        {t('review.to-explorer')}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/settings/learning" {...props} />}>
        {t('review.to-learning')}
      </Button>
    </EmptyState>
  )
}

type DoneProps = { passed: number; toPassed: () => void; startAnew: () => void; undo: (() => void) | null }

/** The end of what was there: what was passed over, and whether something has come since. */
function Done({ passed, toPassed, startAnew, undo }: DoneProps) {
  const { t } = useWords()
  const { data } = useReviewState()
  return (
    <EmptyState
      icon={<IconChecks size={28} stroke={1.5} />}
      said={t('review.done')}
      next={t('review.done-next', { n: data?.today.mine ?? 0 })}
    >
      {passed > 0 && <Button onClick={toPassed}>{t('review.passed', { n: passed })}</Button>}
      <Button variant="default" onClick={startAnew}>
        {t('review.fresh')}
      </Button>
      {undo && (
        <Button variant="subtle" onClick={undo}>
          {t('review.undo')}
        </Button>
      )}
    </EmptyState>
  )
}

function Expected() {
  const { t } = useWords()
  return (
    <div className={css.bench} aria-busy="true">
      <span className="hx-heard" role="status">
        {t('parts.loading')}
      </span>
      <div className={css.expected}>
        <Skeleton height={14} width="40%" />
        <Skeleton height={22} />
        <Skeleton height={22} width="85%" />
        <Skeleton height={22} width="60%" />
      </div>
      <Skeleton height={320} />
    </div>
  )
}
