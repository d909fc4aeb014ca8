import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../format.ts'
import { useCategories } from '../../../parts/categories.ts'
import marks from '../../../parts/marks.module.css'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import css from './learning.module.css'
import { type Learning, type Lesson, useVersionName, useVersionUse, type Version } from './learning.ts'

const SHOWN_FIRST = 5

/** Every version, the newest first: what it learned, how it did on the judgements held back, and the way to use it. */
export function VersionsPart({ learning: { versions, live } }: { learning: Learning }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? versions : versions.slice(0, SHOWN_FIRST)
  return (
    <section className={css.part} aria-labelledby="versions">
      <h2 id="versions">{t('learning.versions')}</h2>
      {versions.length === 0 && <p className={css.quiet}>{t('learning.versions-none')}</p>}
      <ol className={css.versions}>
        {shown.map((version) => (
          <OneVersion key={version.number} version={version} live={live} />
        ))}
      </ol>
      {shown.length < versions.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('learning.versions-all', { n: versions.length })}
        </Button>
      )}
    </section>
  )
}

/** Of the many categories, those that stay as they were stand behind the others. */
function OneVersion({ version, live }: { version: Version; live: number }) {
  const { t } = useWords()
  const nameOf = useVersionName()
  const use = useVersionUse()
  const may = useCan()('taxonomy:change')
  const telling = version.lessons.filter(({ field, outcome }) => field !== 'categories' || outcome === 'better')
  const others = version.lessons.filter((lesson) => !telling.includes(lesson))
  return (
    <li>
      <div className={css.version}>
        <h3>{nameOf(version.number)}</h3>
        {version.live && (
          <span className={`${marks.mark} ${marks.badge}`} data-tone="accent">
            {t('learning.in-use')}
          </span>
        )}
        <span className={css.quiet}>
          <TimeAgo at={version.madeAt} />
          {t('figure.comma')}
          {t('learning.made', { n: version.judgements })}
        </span>
        {may && !version.live && version.usable && (
          <Button
            size="compact-sm"
            variant="default"
            loading={use.isPending}
            onClick={() => use.mutate({ number: version.number, before: live })}
          >
            {t('learning.use')}
          </Button>
        )}
      </div>
      <p className={css.verdict}>{version.wentLive ? t('learning.went-live') : t('learning.stayed-out')}</p>
      <Lessons lessons={telling} />
      {others.length > 0 && (
        <details className={css.others} open={telling.length === 0}>
          <summary>{t('learning.unchanged', { n: others.length })}</summary>
          <Lessons lessons={others} />
        </details>
      )}
    </li>
  )
}

const Lessons = ({ lessons }: { lessons: readonly Lesson[] }) => (
  <ul className={css.lessons}>
    {lessons.map((lesson) => (
      <OneLesson key={`${lesson.field} ${lesson.category}`} lesson={lesson} />
    ))}
  </ul>
)

function OneLesson({ lesson: { field, category, learnedFrom, before, after, changes, outcome } }: { lesson: Lesson }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { nameOf } = useCategories()
  const names = {
    sentiment: t('explorer.sentiment'),
    intent: t('explorer.intent'),
    categories: category === null ? t('explorer.categories') : nameOf(category) || t('learning.category-gone'),
  }
  const write = (share: Lesson['before']) => (share.rate === null ? '–' : f.share(share.rate, share.interval))
  return (
    <li data-outcome={outcome}>
      <b>{names[field]}</b>
      <span>
        {after.rate === null
          ? t('learning.not-checked')
          : t('learning.before-after', { before: write(before), after: write(after), of: f.number(after.of) })}
      </span>
      <span>{term('lesson-outcome', outcome)}</span>
      <span className={css.quiet}>
        {t('learning.learned-from', { n: learnedFrom })}
        {changes.rate !== null &&
          ` ${t('learning.changes', { share: f.share(changes.rate, changes.interval, 1), of: f.number(changes.of) })}`}
      </span>
    </li>
  )
}
