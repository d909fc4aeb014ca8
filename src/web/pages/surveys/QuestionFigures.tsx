import { Link } from '@tanstack/react-router'
import { CSAT_POINTS } from '../../../shared/questions/csat.ts'
import { isChoice, OTHER, textIn } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import type { Speak } from '../../../shared/words/say.ts'
import { useFormat } from '../../format.ts'
import { Figure } from '../../parts/Figure.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import css from './results.module.css'
import { kindWord, type QuestionResult } from './surveys.ts'

type Props = { surveyId: string; result: QuestionResult; number: number | null }

/** One question: its score, how its answers are spread, and the newest words. Every bar opens the answers it counts. */
export function QuestionFigures({ surveyId, result, number }: Props) {
  const { t, locale } = useWords()
  const { key, kind, asked, n, retired, score, buckets, texts } = result
  return (
    <section className={css.question}>
      <h2>
        {number !== null && <span className={css.number}>{number}</span>}
        {textIn(asked.label, locale)}
      </h2>
      <p className={css.about}>
        {kindWord(t, kind)} · {t('survey.answered', { n })}
        {retired && ` · ${t('survey.retired')}`}
      </p>
      {score && (
        <div className={css.scores}>
          <Figure
            label={scoreWord(t, score.kind)}
            kind={score.kind === 'csat' ? 'share' : 'score'}
            value={score.value}
            interval={score.interval}
            n={n}
            to={{ path: `/surveys/${surveyId}`, search: { tab: 'responses', question: key } }}
          />
          {score.kind !== 'ces' && (
            <Figure label={t('survey.mean')} kind="score" value={score.mean} interval={score.meanInterval} n={n} />
          )}
        </div>
      )}
      {n > 0 && score === null && 'low' in asked && <p className={css.about}>{t('survey.too-few')}</p>}
      {n > 0 && buckets.length > 0 && <Spread surveyId={surveyId} result={result} />}
      {texts.length > 0 && <Said texts={texts} />}
    </section>
  )
}

const scoreWord = (t: Speak, kind: 'nps' | 'csat' | 'ces'): string =>
  ({ nps: t('survey.score-nps'), csat: t('survey.score-csat'), ces: t('survey.score-ces') })[kind]

function bucketWord(t: Speak, locale: Locale, { asked }: QuestionResult, bucket: string): string {
  if (isChoice(asked)) {
    if (bucket === OTHER) return t('survey.other-option')
    const option = asked.options.find((each) => each.key === bucket)
    return option ? textIn(option.label, locale) : t('survey.gone-option', { option: bucket })
  }
  const word = asked.kind === 'csat' ? textIn(CSAT_POINTS[Number(bucket) - 1] ?? {}, locale) : ''
  return word === '' ? bucket : `${bucket} ${word}`
}

/** Bars in the order of the question: what was said, its share with the interval, how many. */
function Spread({ surveyId, result }: { surveyId: string; result: QuestionResult }) {
  const { t, locale } = useWords()
  const f = useFormat()
  return (
    <ul className={css.bars}>
      {result.buckets.map(({ key, count, share, interval }) => {
        const place = isChoice(result.asked) ? { option: key } : { number: key }
        return (
          <li key={key}>
            <Link
              className={css.bar}
              to={`/surveys/${surveyId}`}
              search={{ tab: 'responses', question: result.key, ...place }}
              title={t('survey.open-answers')}
              disabled={count === 0}
            >
              <span className={css.word}>{bucketWord(t, locale, result, key)}</span>
              <span className={css.track} aria-hidden="true">
                <span className={css.fill} style={{ width: `${share * 100}%` }} />
              </span>
              <span className={css.share}>{f.share(share, count === 0 ? null : interval)}</span>
              <span className={css.count}>{t('survey.people', { n: count })}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function Said({ texts }: Pick<QuestionResult, 'texts'>) {
  return (
    <ul className={css.texts}>
      {texts.slice(0, 8).map(({ text, feedback, answeredAt }) => (
        <li key={`${feedback} ${answeredAt} ${text.slice(0, 20)}`}>
          {feedback ? (
            <Link to="/explorer" search={{ voice: feedback }}>
              {text}
            </Link>
          ) : (
            text
          )}
          <TimeAgo at={answeredAt} />
        </li>
      ))}
    </ul>
  )
}
