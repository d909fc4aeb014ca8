import { Link } from '@tanstack/react-router'
import { CSAT_POINTS } from '../../../shared/questions/csat.ts'
import { endsOf, scaleOf } from '../../../shared/questions/kinds.ts'
import { isChoice, isScore, isText, OTHER, type Question, textIn } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import type { Speak } from '../../../shared/words/say.ts'
import { useFormat } from '../../format.ts'
import { Figure } from '../../parts/Figure.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import css from './results.module.css'
import { kindWord, type QuestionResult } from './surveys.ts'

type Props = {
  surveyId: string
  /** The days that are looked at, as the address has them. */
  span: Record<string, string>
  result: QuestionResult
  number: number | null
}

/** One question: its score, how its answers are spread, and the newest words. Every bar opens the answers it counts. */
export function QuestionFigures({ surveyId, span, result, number }: Props) {
  const { t, locale } = useWords()
  const { key, kind, asked, n, retired, score, buckets, texts } = result
  const to = (place: Record<string, string> = {}): Behind => ({
    path: `/surveys/${surveyId}`,
    search: { tab: 'responses', question: key, ...span, ...place },
  })
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
            to={to()}
          />
          {score.kind !== 'ces' && (
            <Figure label={t('survey.mean')} kind="score" value={score.mean} interval={score.meanInterval} n={n} />
          )}
        </div>
      )}
      {n > 0 && score === null && 'low' in asked && <p className={css.about}>{t('survey.too-few')}</p>}
      {score?.groups && <Groups groups={score.groups} />}
      {n > 0 && buckets.length > 0 && <Spread to={to} result={result} />}
      {texts.length > 0 && <Said texts={texts} />}
      {texts.length > SAID_SHOWN && isText(asked) && (
        <Link className={css.all} to={to().path} search={to().search}>
          {t('survey.all-texts', { n })}
        </Link>
      )}
    </section>
  )
}

/** A way to the responses behind a figure. */
type Behind = { path: string; search: Record<string, string> }

const SAID_SHOWN = 8

const scoreWord = (t: Speak, kind: 'nps' | 'csat' | 'ces'): string =>
  ({ nps: t('survey.score-nps'), csat: t('survey.score-csat'), ces: t('survey.score-ces') })[kind]

function bucketWord(t: Speak, locale: Locale, { asked }: QuestionResult, bucket: string): string {
  if (isChoice(asked)) {
    if (bucket === OTHER) return t('survey.other-option')
    const option = asked.options.find((each) => each.key === bucket)
    return option ? textIn(option.label, locale) : t('survey.gone-option', { option: bucket })
  }
  const word = pointWord(asked, Number(bucket), locale)
  return word === '' ? bucket : `${bucket} ${word}`
}

/** What stands beside a point of a scale; '' for those in between. */
function pointWord(asked: Question, point: number, locale: Locale): string {
  if (!isScore(asked)) return ''
  const { low, high } = endsOf(asked)
  const { min, max } = scaleOf(asked) ?? { min: 0, max: 0 }
  if (point === min) return textIn(low, locale)
  if (point === max) return textIn(high, locale)
  return asked.kind === 'csat' ? textIn(CSAT_POINTS[point - 1] ?? {}, locale) : ''
}

/** Who promotes, who is passive, who detracts: what an NPS is made of. */
function Groups({ groups }: { groups: NonNullable<NonNullable<QuestionResult['score']>['groups']> }) {
  const { t } = useWords()
  const f = useFormat()
  const words = {
    promoters: t('survey.group-promoters'),
    passives: t('survey.group-passives'),
    detractors: t('survey.group-detractors'),
  }
  return (
    <>
      <ul className={css.bars}>
        {groups.map(({ key, count, share, interval }) => (
          <li key={key} className={css.bar}>
            <Bar word={words[key]} share={share} said={f.share(share, count === 0 ? null : interval)} count={count} />
          </li>
        ))}
      </ul>
      <p className={css.about}>{t('survey.nps-note')}</p>
      <h3 className={css.spread}>{t('survey.spread')}</h3>
    </>
  )
}

function Bar({ word, share, said, count }: { word: string; share: number; said: string; count: number }) {
  const { t } = useWords()
  return (
    <>
      <span className={css.word}>{word}</span>
      <span className={css.track} aria-hidden="true">
        <span className={css.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={css.share}>{said}</span>
      <span className={css.count}>{t('survey.people', { n: count })}</span>
    </>
  )
}

/** Bars in the order of the question: what was said, its share with the interval, how many. */
function Spread({ to, result }: { to: (place: Record<string, string>) => Behind; result: QuestionResult }) {
  const { t, locale } = useWords()
  const f = useFormat()
  return (
    <ul className={css.bars}>
      {result.buckets.map(({ key, count, share, interval }) => {
        const { path, search } = to(isChoice(result.asked) ? { option: key } : { number: key })
        const bar = (
          <Bar
            word={bucketWord(t, locale, result, key)}
            share={share}
            said={f.share(share, count === 0 ? null : interval)}
            count={count}
          />
        )
        return (
          <li key={key}>
            {count === 0 ? (
              <div className={css.bar}>{bar}</div>
            ) : (
              <Link className={css.bar} to={path} search={search} title={t('survey.open-answers')}>
                {bar}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Said({ texts }: Pick<QuestionResult, 'texts'>) {
  return (
    <ul className={css.texts}>
      {texts.slice(0, SAID_SHOWN).map(({ text, feedback, answeredAt }) => (
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
