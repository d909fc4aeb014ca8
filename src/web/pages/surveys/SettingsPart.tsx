import { Checkbox, NumberInput, Switch } from '@mantine/core'
import { type Definition, SENT_A_MINUTE, type SurveySettings } from '../../../shared/questions/definition.ts'
import { isoOf } from '../../../shared/time/instant.ts'
import { LOCALE_NAMES, LOCALES } from '../../../shared/words/locale.ts'
import { useFormat } from '../../format.ts'
import { MomentPick } from '../../parts/DatePick.tsx'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { withLocale } from './draft.ts'
import { instantOfWall, wallOf } from './wall-clock.ts'

type Props = { draft: Definition; change: (draft: Definition) => void }

/** Languages, when it is open, how many may answer, and whether a way to answer back is asked for. */
export function SettingsPart({ draft, change }: Props) {
  const { t } = useWords()
  const { zone } = useFormat()
  const { settings } = draft
  const put = (changed: Partial<SurveySettings>) => change({ ...draft, settings: { ...settings, ...changed } })
  const moment = (name: 'opensAt' | 'closesAt', label: string) => (
    <MomentPick
      label={label}
      value={settings[name] === null ? null : wallOf(settings[name], zone)}
      pick={(wall) => put({ [name]: wall === null ? null : isoOf(instantOfWall(wall, zone)) })}
    />
  )
  return (
    <section className={css.part} aria-label={t('survey.settings')}>
      <h2>{t('survey.settings')}</h2>
      <fieldset className={css.plain}>
        <legend>{t('survey.languages')}</legend>
        {LOCALES.map((locale) => (
          <Checkbox
            key={locale}
            label={LOCALE_NAMES[locale]}
            checked={draft.locales.includes(locale)}
            onChange={(event) => change(withLocale(draft, locale, event.currentTarget.checked, LOCALES))}
          />
        ))}
      </fieldset>
      <div className={css.pair}>
        {moment('opensAt', t('survey.opens-at'))}
        {moment('closesAt', t('survey.closes-at'))}
      </div>
      <NumberInput
        label={t('survey.cap')}
        description={t('survey.cap-about')}
        min={1}
        max={10_000_000}
        allowDecimal={false}
        value={settings.cap ?? ''}
        onChange={(value) => put({ cap: typeof value === 'number' && value >= 1 ? value : null })}
      />
      <NumberInput
        label={t('survey.per-address')}
        description={t('survey.per-address-about', { n: SENT_A_MINUTE })}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={settings.perAddress ?? ''}
        onChange={(value) => put({ perAddress: typeof value === 'number' && value >= 1 ? value : null })}
      />
      <Switch
        label={t('survey.contact')}
        description={t('survey.contact-about')}
        checked={settings.contact === 'optional'}
        onChange={(event) => put({ contact: event.currentTarget.checked ? 'optional' : 'none' })}
      />
    </section>
  )
}
