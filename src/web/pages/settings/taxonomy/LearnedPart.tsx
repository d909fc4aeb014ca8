import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../format.ts'
import { ReadingAgain } from '../../../parts/ReadingAgain.tsx'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useWords } from '../../../words.tsx'
import { type Learned, type Made, useUse } from './examples.ts'
import css from './learn.module.css'

/** Below so many, a share would mislead. */
const TELLING = 5
/** Hardly anything is what so many speak of. */
const WIDE = 0.3

type Props = { id: string; name: string; learned: Learned; may: boolean }

/** Whether it is learned and in use, and how right it is. */
export function LearnedPart({ id, name, learned, may }: Props) {
  const { t, term } = useWords()
  const { made, liveSince, state } = learned
  return (
    <section className={css.part} aria-labelledby="learned">
      <h2 id="learned">{t('examples.state')}</h2>
      <p role="status">{term('learned-state', stateOf(learned), { n: learned.examples, needed: learned.needed })}</p>
      {liveSince !== null && (
        <p className={css.quiet}>
          {t('examples.live-since')} <TimeAgo at={liveSince} />
        </p>
      )}
      {made && <Figures made={made} />}
      {may && (made !== null || liveSince !== null) && (
        <Use id={id} name={name} isLive={liveSince !== null} isReady={made !== null && state !== 'too-few'} />
      )}
      <ReadingAgain may={may} />
    </section>
  )
}

/** In use, where it is, tells more than that it is learned. */
function stateOf({ state, liveSince }: Learned): string {
  if (liveSince === null) return state
  if (state === 'ready') return 'live'
  return state === 'too-few' ? 'too-few-live' : state
}

function Figures({ made }: { made: Made }) {
  const { t } = useWords()
  const { from, precision, recall, found } = made
  return (
    <>
      <dl className={css.figures}>
        <Share label={t('examples.precision')} about={t('examples.precision-about')} share={precision} />
        <Share label={t('examples.recall')} about={t('examples.recall-about')} share={recall} />
        <Share label={t('examples.found')} about={t('examples.found-about')} share={found} />
      </dl>
      {found.rate !== null && found.rate > WIDE && <p>{t('examples.too-wide')}</p>}
      {precision.of < TELLING && <p className={css.quiet}>{t('examples.answer-more')}</p>}
      <p className={css.quiet}>
        {t('examples.made', {
          examples: from.examples,
          counter: from.counterExamples,
          judgements: from.judgements,
          voices: from.voices,
        })}
        {from.starterTexts > 0 && ` ${t('examples.starter', { n: from.starterTexts })}`}
      </p>
    </>
  )
}

function Share({ label, about, share }: { label: string; about: string; share: Made['precision'] }) {
  const { t } = useWords()
  const f = useFormat()
  return (
    <div className={css.figure}>
      <dt>
        {label}
        <span className={css.quiet}>{about}</span>
      </dt>
      <dd>
        {share.of < TELLING || share.rate === null ? (
          <span className={css.quiet}>{t('examples.too-few-to-tell', { n: share.of })}</span>
        ) : (
          <>
            <span className={css.value}>{f.share(share.rate, share.interval)}</span>{' '}
            <span className={css.quiet}>{t('figure.n', { n: share.of })}</span>
          </>
        )}
      </dd>
    </div>
  )
}

type UseProps = { id: string; name: string; isLive: boolean; isReady: boolean }

function Use({ id, name, isLive, isReady }: UseProps) {
  const { t } = useWords()
  const [again, setAgain] = useState(false)
  const { start, stop } = useUse(id, name)
  if (isLive) {
    return (
      <div className={css.acts}>
        {isReady && (
          <Button variant="default" loading={start.isPending} onClick={() => start.mutate(true)}>
            {t('examples.read-again')}
          </Button>
        )}
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('examples.stop')}
        </Button>
      </div>
    )
  }
  return (
    <div className={css.acts}>
      <Button loading={start.isPending} disabled={!isReady} onClick={() => start.mutate(again)}>
        {t('examples.use')}
      </Button>
      <Switch
        label={t('examples.again')}
        description={t('examples.again-about')}
        checked={again}
        onChange={(event) => setAgain(event.currentTarget.checked)}
      />
    </div>
  )
}
