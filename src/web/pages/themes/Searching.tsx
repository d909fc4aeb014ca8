import { Button, Progress } from '@mantine/core'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './themes.module.css'
import { isUnderWay, type Search, useSearchActs } from './themes.ts'

/** How far the search is, or what came of the last one. */
export function Searching({ search, may }: { search: Search; may: boolean }) {
  const { t } = useWords()
  const f = useFormat()
  const { stop } = useSearchActs(t('themes.stopped'))
  const { newest, done } = search
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
  const sad =
    newest?.state === 'cancelled'
      ? t('themes.stopped-last')
      : newest?.failure === 'memory'
        ? t('themes.failed-memory')
        : newest?.failure === 'left-behind'
          ? t('themes.failed-left-behind')
          : newest?.failure === 'fault'
            ? t('themes.failed-fault')
            : null
  return (
    <div className={css.searching}>
      {done !== null && done.finishedAt !== null && (
        <span>{t('themes.last-run', { when: f.relative(done.finishedAt), n: done.voices ?? 0 })}</span>
      )}
      {done !== null && sad !== null && <span>{sad}</span>}
    </div>
  )
}
