import { NumberInput, Select } from '@mantine/core'
import type { Speak } from '../../../../shared/words/say.ts'
import { useWords } from '../../../words.tsx'
import { CHANNELS } from '../../explorer/members.ts'
import { type Choices, choose, type Extras, type Meaning, TARGETS, type Target } from './columns.ts'
import css from './imports.module.css'
import type { Preview } from './imports.ts'

type Props = {
  preview: Preview
  choices: Choices
  setChoices: (choices: Choices) => void
  extras: Extras
  setExtras: (extras: Extras) => void
  still: boolean
}

const SHOWN = 3

/** Each column with its first values and what it is read as. */
export function MappingTable({ preview, choices, setChoices, extras, setExtras, still }: Props) {
  const { t, term } = useWords()
  const meanings = useMeanings()
  const chosen = Object.values(choices)
  return (
    <>
      <div className={css.wide}>
        <table className={css.table} aria-label={t('imports.columns')}>
          <thead>
            <tr>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.sample')}</th>
              <th scope="col">{t('imports.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column) => (
              <tr key={column} data-skip={choices[column] === 'skip' || undefined}>
                <th scope="row">{column}</th>
                <td>
                  {preview.sample
                    .slice(0, SHOWN)
                    .map((row) => row[column] ?? '')
                    .filter((value) => value !== '')
                    .join(' · ')}
                </td>
                <td>
                  <Select
                    aria-label={`${column}: ${t('imports.meaning')}`}
                    data={meanings}
                    value={choices[column] ?? 'skip'}
                    allowDeselect={false}
                    searchable
                    disabled={still}
                    w={{ base: 170, sm: 220 }}
                    onChange={(value) => {
                      const meaning = meanings.find((one) => one.value === value)
                      if (meaning) setChoices(choose(choices, column, meaning.value))
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.extras}>
        {!chosen.includes('channel') && (
          <Select
            label={t('imports.fixed-channel')}
            description={t('imports.fixed-channel-about')}
            data={CHANNELS.map((value) => ({ value, label: term('channel', value) }))}
            value={extras.fixedChannel ?? null}
            onChange={(value) =>
              setExtras({ ...extras, fixedChannel: CHANNELS.find((channel) => channel === value) ?? null })
            }
            disabled={still}
            searchable
            clearable
          />
        )}
        {chosen.includes('rating') && (
          <NumberInput
            label={t('imports.rating-max')}
            min={1}
            max={1000}
            value={extras.ratingMax}
            disabled={still}
            onChange={(value) => setExtras({ ...extras, ratingMax: Number(value) || 5 })}
          />
        )}
      </div>
    </>
  )
}

const namesOf = (t: Speak): Record<Exclude<Target, 'nps' | 'csat' | 'ces'>, string> => ({
  text: t('imports.text'),
  subject: t('imports.subject'),
  sourceId: t('imports.source-id'),
  occurredAt: t('imports.occurred-at'),
  channel: t('imports.channel'),
  rating: t('imports.rating'),
  externalId: t('imports.external-id'),
  name: t('imports.name'),
  email: t('imports.email'),
  phone: t('imports.phone'),
  language: t('imports.language'),
  url: t('imports.url'),
})

function useMeanings(): { value: Meaning; label: string }[] {
  const { t, term } = useWords()
  const names: Partial<Record<Target, string>> = namesOf(t)
  return [
    { value: 'skip', label: t('imports.skip') },
    { value: 'fact', label: t('imports.fact') },
    ...TARGETS.map((value) => ({ value, label: names[value] ?? term('score', value) })),
  ]
}
