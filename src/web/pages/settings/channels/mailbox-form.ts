import { type MailServer, PRESETS, presetOf } from './mailbox-presets.ts'

/** What stands in the fields. A server that is off keeps what was typed. */
export type MailboxForm = {
  address: string
  name: string
  userName: string
  password: string
  provider: string
  imap: MailServer & { on: boolean }
  smtp: MailServer & { on: boolean }
}

type Known = {
  address: string
  name: string
  userName: string
  imap: MailServer | null
  smtp: MailServer | null
}

const IMAP: MailServer = { host: '', port: 993, secure: true }
const SMTP: MailServer = { host: '', port: 465, secure: true }

const providerOf = (imap: MailServer | null) =>
  PRESETS.find((preset) => preset.imap.host === imap?.host)?.key ?? 'other'

export function draftOf(mailbox: Known | null): MailboxForm {
  return {
    address: mailbox?.address ?? '',
    name: mailbox?.name ?? '',
    userName: mailbox?.userName ?? '',
    password: '',
    provider: providerOf(mailbox?.imap ?? null),
    imap: { ...(mailbox?.imap ?? IMAP), on: mailbox === null || mailbox.imap !== null },
    smtp: { ...(mailbox?.smtp ?? SMTP), on: mailbox === null || mailbox.smtp !== null },
  }
}

/** The form with a provider's servers. */
export function withProvider(form: MailboxForm, key: string): MailboxForm {
  const preset = PRESETS.find((one) => one.key === key)
  if (!preset) return { ...form, provider: 'other' }
  return {
    ...form,
    provider: key,
    imap: { ...preset.imap, on: form.imap.on },
    smtp: { ...preset.smtp, on: form.smtp.on },
  }
}

/** The form after its address was typed: the user name follows while it was the address, the servers while untouched. */
export function withAddress(form: MailboxForm, address: string): MailboxForm {
  const followed = form.userName === form.address ? { ...form, userName: address } : form
  const preset = presetOf(address)
  const untouched = form.imap.host === '' && form.smtp.host === ''
  return { ...(preset && untouched ? withProvider(followed, preset.key) : followed), address }
}

/** The body that the server takes. Without a password the one that is kept stays. */
export function sentOf({ address, name, userName, password, imap, smtp }: MailboxForm) {
  const server = ({ on, ...rest }: MailboxForm['imap']) => (on ? { ...rest, host: rest.host.trim() } : null)
  return {
    address: address.trim(),
    name: name.trim(),
    userName: userName.trim(),
    ...(password !== '' && { password }),
    imap: server(imap),
    smtp: server(smtp),
  }
}
