import { Button, Progress } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ReadingAgain } from '../../../parts/ReadingAgain.tsx'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import css from './learning.module.css'
import { type Learning, useVersionName, useVersionUse, wantedFor } from './learning.ts'

/** What voices are read with now, and how far the next lesson is. */
export function LivePart({ learning }: { learning: Learning }) {
  const { t } = useWords()
  const { judgements } = learning
  const wanted = wantedFor(learning)
  return (
    <div className={css.two}>
      <Live learning={learning} />
      <section className={css.card} aria-labelledby="judgements">
        <h2 id="judgements">{t('learning.judgements')}</h2>
        <p className={css.value}>{t('learning.count', { n: judgements.all })}</p>
        <Progress
          value={Math.min(100, (100 * judgements.fresh) / judgements.needed)}
          aria-label={t('learning.progress')}
          size="sm"
        />
        <p className={css.quiet} role="status">
          {wanted === 0 ? t('learning.due') : t('learning.next', { n: wanted })}
        </p>
        <Link to="/review">{t('learning.to-review')}</Link>
      </section>
    </div>
  )
}

function Live({ learning }: { learning: Learning }) {
  const { t } = useWords()
  const nameOf = useVersionName()
  const use = useVersionUse()
  const may = useCan()('taxonomy:change')
  const { live, versions, reading } = learning
  const version = versions.find(({ number }) => number === live)
  return (
    <section className={css.card} aria-labelledby="live">
      <h2 id="live">{t('learning.live')}</h2>
      <p className={css.value}>{nameOf(live)}</p>
      <p className={css.quiet}>
        {version ? (
          <>
            <TimeAgo at={version.madeAt} />
            {t('figure.comma')}
            {t('learning.made', { n: version.judgements })}
          </>
        ) : (
          t('learning.stock-about')
        )}
      </p>
      {learning.outdated === 0 ? <p className={css.quiet}>{t('learning.all-read')}</p> : <ReadingAgain may={may} />}
      <p className={css.quiet}>
        {t('learning.reading')} <code>{reading}</code>
      </p>
      {may && live !== 0 && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={use.isPending}
            onClick={() => use.mutate({ number: 0, before: live })}
          >
            {t('learning.back-to-stock')}
          </Button>
        </div>
      )}
    </section>
  )
}
