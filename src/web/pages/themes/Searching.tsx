import { Button, Progress } from '@mantine/core'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './themes.module.css'
import { isUnderWay, type Search, useSearchActs } from './themes.ts'

/** There is something to say of the search: it is under way, or the last one did not come to its end. */
export const hasNews = (search: Search): boolean =>
  isUnderWay(search) || (search.newest !== null && search.done !== null && search.newest.id !== search.done.id)

/** How far the search is, or what came of the last one. */
export function Searching({ search, may }: { search: Search; may: boolean }) {
  const { t } = useWords()
  const f = useFormat()
  const fate = useFate(search)
  const { stop } = useSearchActs(t('themes.stopped'))
  const { newest } = search
  if (isUnderWay(search) && newest !== null) {
    const share = f.percent(newest.progress)
    return (
      <div className={css.searching} role="status">
        <span>{newest.state === 'waiting' ? t('themes.waiting') : t('themes.running', { share })}</span>
        <Progress value={newest.progress * 100} size="sm" aria-label={t('themes.title')} className={css.progress} />
        {may && (
          <Button size="compact-sm" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('themes.stop')}
          </Button>
        )}
      </div>
    )
  }
  return <span className={css.searching}>{fate}</span>
}

/** What became of a search that did not come to its end. */
function useFate({ newest }: Search): string | null {
  const { t } = useWords()
  if (newest?.state === 'cancelled') return t('themes.stopped-last')
  if (newest?.failure === 'memory') return t('themes.failed-memory')
  if (newest?.failure === 'left-behind') return t('themes.failed-left-behind')
  return newest?.failure === 'fault' ? t('themes.failed-fault') : null
}
