import { Checkbox, Select, Switch } from '@mantine/core'
import { NumberField, SecretField, TextField } from '../../../parts/fields.tsx'
import { useWords } from '../../../words.tsx'
import css from './channels.module.css'
import { type MailboxForm, withAddress, withProvider } from './mailbox-form.ts'
import { PRESETS } from './mailbox-presets.ts'

type Props = { form: MailboxForm; setForm: (form: MailboxForm) => void; known: boolean }

/** Address first: what it tells fills in the rest. */
export function MailboxFields({ form, setForm, known }: Props) {
  const { t } = useWords()
  const preset = PRESETS.find(({ key }) => key === form.provider)
  return (
    <>
      <TextField
        path="address"
        type="email"
        required
        label={t('channels.address')}
        placeholder="care@example.com"
        value={form.address}
        onChange={(event) => setForm(withAddress(form, event.currentTarget.value))}
      />
      <Select
        label={t('channels.provider')}
        data={[
          ...PRESETS.map(({ key, name }) => ({ value: key, label: t(name) })),
          { value: 'other', label: t('channels.provider-other') },
        ]}
        value={form.provider}
        allowDeselect={false}
        onChange={(key) => setForm(withProvider(form, key ?? 'other'))}
      />
      {preset?.hint && <p className={css.hint}>{t(preset.hint)}</p>}
      <SecretField
        path="password"
        required={!known}
        label={t('channels.password')}
        description={known ? t('channels.password-kept') : t('channels.password-about')}
        autoComplete="new-password"
        value={form.password}
        onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
      />
      <TextField
        path="name"
        label={t('channels.name')}
        description={t('channels.name-about')}
        value={form.name}
        maxLength={120}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <TextField
        path="userName"
        required
        label={t('channels.user')}
        description={t('channels.user-about')}
        autoComplete="off"
        value={form.userName}
        onChange={(event) => setForm({ ...form, userName: event.currentTarget.value })}
      />
      <Server which="imap" label={t('channels.reads')} form={form} setForm={setForm} />
      <Server which="smtp" label={t('channels.writes')} form={form} setForm={setForm} />
    </>
  )
}

type ServerProps = Omit<Props, 'known'> & { which: 'imap' | 'smtp'; label: string }

function Server({ which, label, form, setForm }: ServerProps) {
  const { t } = useWords()
  const server = form[which]
  const set = (change: Partial<MailboxForm['imap']>) => setForm({ ...form, [which]: { ...server, ...change } })
  return (
    <fieldset className={css.server}>
      <legend>
        <Switch label={label} checked={server.on} onChange={(event) => set({ on: event.currentTarget.checked })} />
      </legend>
      {server.on && (
        <>
          <div className={css.place}>
            <TextField
              path={`${which}.host`}
              required
              label={t('channels.host')}
              value={server.host}
              onChange={(event) => set({ host: event.currentTarget.value })}
            />
            <NumberField
              path={`${which}.port`}
              required
              label={t('channels.port')}
              min={1}
              max={65_535}
              thousandSeparator={false}
              value={server.port}
              onChange={(value) => set({ port: Number(value) })}
            />
          </div>
          <Checkbox
            label={t('channels.secure')}
            checked={server.secure}
            onChange={(event) => set({ secure: event.currentTarget.checked })}
          />
        </>
      )}
    </fieldset>
  )
}
