import { Button, Switch } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { FormProblem, NumberField, RestOfProblem } from '../../../parts/fields.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import css from '../settings.module.css'
import { CallList } from './CallList.tsx'
import { type Change, type Settings, useChange, useSettings, useTrial } from './outside-model.ts'

/** Whether a model outside may help here, what that may cost and did cost, and every word that was sent. */
export function OutsideModelPage() {
  const { t } = useWords()
  const found = useSettings()
  return (
    <SettingsFrame title={t('settings.outside-model')} about={t('outside.why')}>
      <PageBody>
        <Loaded found={found}>
          {(settings) =>
            settings.service === null ? (
              <EmptyState
                icon={<IconPlugConnectedX size={28} stroke={1.5} />}
                said={t('outside.none')}
                next={t('outside.none-next')}
              />
            ) : (
              <>
                <Service settings={settings} service={settings.service} />
                <Form settings={settings} />
              </>
            )
          }
        </Loaded>
      </PageBody>
      <CallList />
    </SettingsFrame>
  )
}

function Service({ settings, service }: { settings: Settings; service: NonNullable<Settings['service']> }) {
  const { t, tell } = useWords()
  const f = useFormat()
  const trial = useTrial()
  const { used, monthlyTokens, monthlyCalls, enabled, away } = settings
  return (
    <section className={css.part}>
      <h2>{t('outside.service')}</h2>
      <p>{t('outside.service-is', service)}</p>
      <p className={css.quiet}>
        {t('outside.used', {
          month: used.month,
          tokens: f.number(used.tokens),
          most: f.number(monthlyTokens),
          calls: f.number(used.calls),
          mostCalls: f.number(monthlyCalls),
        })}
      </p>
      {away && <p role="status">{t('outside.away')}</p>}
      <div className={css.row}>
        <Button
          variant="default"
          title={t('outside.try-about')}
          loading={trial.isPending}
          disabled={!enabled}
          onClick={() => trial.mutate()}
        >
          {t('outside.try')}
        </Button>
        <span role="status">
          {trial.isError && tell(problemOf(trial.error))}
          {trial.data &&
            t('outside.tried', { ...trial.data, ms: f.number(trial.data.ms), tokens: f.number(trial.data.tokens) })}
        </span>
      </div>
    </section>
  )
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useWords()
  const { say } = useSaying()
  const change = useChange()
  const { enabled, monthlyTokens, monthlyCalls } = settings
  const [form, setForm] = useState<Change>({ enabled, monthlyTokens, monthlyCalls })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(form, { onSuccess: () => say(t('settings.saved')) })
  }
  const amount = (path: 'monthlyTokens' | 'monthlyCalls') => ({
    path,
    min: 0,
    allowDecimal: false,
    allowNegative: false,
    thousandSeparator: ',',
    value: form[path],
    onChange: (value: number | string) => setForm({ ...form, [path]: Number(value) || 0 }),
  })
  return (
    <FormProblem problem={change.error}>
      <form className={`${css.form} ${css.part}`} onSubmit={submit}>
        <Switch
          label={t('outside.enabled')}
          description={t('outside.enabled-about')}
          checked={form.enabled}
          onChange={(event) => setForm({ ...form, enabled: event.currentTarget.checked })}
        />
        <NumberField
          {...amount('monthlyTokens')}
          label={t('outside.monthly-tokens')}
          description={t('outside.monthly-tokens-about')}
          max={100_000_000}
        />
        <NumberField {...amount('monthlyCalls')} label={t('outside.monthly-calls')} max={1_000_000} />
        <RestOfProblem />
        <div>
          <Button type="submit" loading={change.isPending}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </FormProblem>
  )
}
