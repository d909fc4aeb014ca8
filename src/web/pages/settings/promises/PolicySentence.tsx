import { Select } from '@mantine/core'
import { useWords } from '../../../words.tsx'
import { PROMISES } from '../../inbox/case-types.ts'
import { DurationField } from './DurationField.tsx'
import type { Policy } from './PromisesPage.tsx'

type Props = { policy: Policy; put: (part: Partial<Policy>) => void }

/** One policy as a sentence: what, within how long, by which time. */
export function PolicySentence({ policy, put }: Props) {
  const { t, term } = useWords()
  return (
    <>
      <Select
        aria-label={t('promises.kind')}
        w={{ base: '100%', sm: 150 }}
        allowDeselect={false}
        data={PROMISES.map((value) => ({ value, label: term('promise', value) }))}
        value={policy.kind}
        onChange={(kind) => put({ kind: PROMISES.find((each) => each === kind) ?? policy.kind })}
      />
      <span className="hx-quiet">{t('promises.within')}</span>
      <DurationField label={t('promises.duration')} value={policy.duration} change={(duration) => put({ duration })} />
      <Select
        aria-label={t('promises.basis')}
        w={{ base: '100%', sm: 170 }}
        allowDeselect={false}
        data={[
          { value: 'clock', label: t('promises.basis.clock') },
          { value: 'calendar', label: t('promises.basis.calendar') },
        ]}
        value={policy.basis ?? 'clock'}
        onChange={(basis) => put({ basis: basis === 'calendar' ? 'calendar' : 'clock' })}
      />
    </>
  )
}
