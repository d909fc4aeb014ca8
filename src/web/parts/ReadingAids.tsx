import { Popover, UnstyledButton } from '@mantine/core'
import { IconCheck, IconInfoCircle, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { EmotionView, NeedView, ValuePart, ValueView } from '../../shared/contracts/reading-aids.ts'
import { useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import css from './reading-aids.module.css'

const PARTS = ['relevant', 'authentic', 'specific', 'timely'] as const satisfies readonly ValuePart[]

type Aids = { emotion: EmotionView; need: NeedView; value: ValueView }

/** Emotion, need level and value of a voice, marked as a reading aid. Nothing where nothing is known. */
export function ReadingAids({ aids, ask }: { aids: Aids; ask?: ReactNode }) {
  const { t } = useWords()
  const { emotion, need, value } = aids
  if (emotion === null && need === null && value === null) return null
  return (
    <section className={css.aids}>
      <h3>
        <AidMark />
      </h3>
      <dl>
        <Felt aids={aids} />
        {value && (
          <div>
            <dt>{t('aids.value')}</dt>
            <dd>
              <Parts value={value} />
            </dd>
          </div>
        )}
        {ask && (
          <div>
            <dt>{t('aids.ask')}</dt>
            <dd>{ask}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function Felt({ aids: { emotion, need } }: { aids: Aids }) {
  const { t, term } = useWords()
  const { percent } = useFormat()
  const sure = (name: string, confidence: number) => t('aids.sure', { name, share: percent(confidence) })
  return (
    <>
      {emotion && (
        <div>
          <dt>{t('aids.emotion')}</dt>
          <dd>{sure(term('emotion', emotion.label), emotion.confidence)}</dd>
        </div>
      )}
      {need && (
        <div>
          <dt>{t('aids.need')}</dt>
          <dd>{sure(term('need', need.level), need.confidence)}</dd>
        </div>
      )}
    </>
  )
}

function Parts({ value }: { value: NonNullable<ValueView> }) {
  const { t, term } = useWords()
  const known = PARTS.filter((part) => value[part].holds !== null)
  return (
    <ul className={css.parts}>
      {known.map((part) => {
        const { holds, because } = value[part]
        const Icon = holds ? IconCheck : IconMinus
        return (
          <li key={part} data-not={!holds || undefined}>
            <Icon size={14} stroke={1.75} aria-hidden="true" />
            {t('aids.part', {
              said: term(holds ? 'value' : 'value-not', part),
              reason: term('value-reason', because),
            })}
          </li>
        )
      })}
    </ul>
  )
}

/** The same in one line: what is felt, what is needed, and what a voice lacks. */
export function ReadingAidsLine({ aids: { emotion, need, value } }: { aids: Aids }) {
  const { t, term } = useWords()
  const { percent } = useFormat()
  const sure = (name: string, confidence: number) => t('aids.sure', { name, share: percent(confidence) })
  const felt = [
    ...(emotion ? [{ name: term('emotion', emotion.label), title: sure(t('aids.emotion'), emotion.confidence) }] : []),
    ...(need ? [{ name: term('need', need.level), title: sure(t('aids.need'), need.confidence) }] : []),
  ]
  const lacks = value === null ? [] : PARTS.filter((part) => value[part].holds === false)
  if (value === null || felt.length + lacks.length === 0) return null
  return (
    <p className={css.line}>
      <AidMark />
      {felt.map(({ name, title }) => (
        <span key={title} title={title}>
          {name}
        </span>
      ))}
      {lacks.map((part) => (
        <span key={part} title={term('value-reason', value[part].because)}>
          {term('value-not', part)}
        </span>
      ))}
    </p>
  )
}

/** Says that what stands beside it is a reading aid, and when pressed what that means. */
export function AidMark() {
  const { t } = useWords()
  return (
    <Popover position="bottom-start" width={300} withArrow={false}>
      <Popover.Target>
        <UnstyledButton className={css.mark} title={t('aids.about')}>
          {t('aids.title')}
          <IconInfoCircle size={14} stroke={1.75} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={css.about}>{t('aids.about')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
