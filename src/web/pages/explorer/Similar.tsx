import { Alert } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { toInstant, useFormat } from '../../format.ts'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { snippetOf } from './found-words.ts'
import { type AlikeVoice, type SimilarTo, useSimilar, type Voice } from './voices.ts'

type Props = { voice: Voice; open: (id: string) => void }

/** Copies of a voice, and voices that mean the same, the most alike first. */
export function Similar({ voice, open }: Props) {
  const { t } = useWords()
  const { number } = useFormat()
  const { data } = useSimilar(voice)
  if (data === undefined) return null
  const { copies, similar } = data
  return (
    <>
      {copies.n > 0 && (
        <section>
          <h3>
            {t('explorer.copies')}
            <span className={css.quiet}>
              {t(copies.more ? 'explorer.copies-more' : 'explorer.copies-n', { n: number(copies.n) })}
            </span>
          </h3>
          {copies.coordinated && <Burst burst={copies.coordinated} />}
          <Voices items={copies.items} open={open} />
        </section>
      )}
      <section>
        <h3>{t('explorer.similar')}</h3>
        {similar.length === 0 && <p className={css.quiet}>{t('explorer.similar-none')}</p>}
        <Voices items={similar} open={open} />
      </section>
    </>
  )
}

/** Many speakers, one text, a short time: what was seen, and that nothing follows from it by itself. */
function Burst({ burst }: { burst: NonNullable<SimilarTo['copies']['coordinated']> }) {
  const { t } = useWords()
  const { number, percent, span, moment } = useFormat()
  const { people, unknown, alike, from, to } = burst
  return (
    <Alert variant="light" color="yellow" icon={<IconCopy size={18} stroke={1.75} />}>
      {t('explorer.coordinated', {
        span: span(Math.max(60_000, toInstant(to) - toInstant(from))),
        people: number(people),
        unknown: unknown === 0 ? '' : t('explorer.coordinated-unknown', { n: number(unknown) }),
        share: percent(alike),
        from: moment(from),
        to: moment(to),
      })}{' '}
      <Link to="/coordinated">{t('coordinated.see-post')}</Link>
    </Alert>
  )
}

function Voices({ items, open }: { items: readonly AlikeVoice[]; open: (id: string) => void }) {
  const { t } = useWords()
  const { percent } = useFormat()
  return (
    <ul className={css.similar}>
      {items.map((item) => (
        <li key={item.id}>
          <button type="button" onClick={() => open(item.id)}>
            <SentimentMark sentiment={item.sentiment} short />
            <span>
              {snippetOf(item.text, [], 90).text}{' '}
              <span className={css.quiet}>{t('explorer.alike', { share: percent(item.alike) })}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
