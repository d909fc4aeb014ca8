import type { WordKey } from '../../../../shared/words/say.ts'

export type MailServer = { host: string; port: number; secure: boolean }

export type Preset = {
  key: string
  name: WordKey
  /** What is different about signing in there. */
  hint: WordKey | null
  /** Addresses that belong to it. */
  domains: readonly string[]
  imap: MailServer
  smtp: MailServer
}

const pair = (imap: string, smtp: string, smtpPort = 465): Pick<Preset, 'imap' | 'smtp'> => ({
  imap: { host: imap, port: 993, secure: true },
  smtp: { host: smtp, port: smtpPort, secure: smtpPort === 465 },
})

/** Servers as their operators publish them (help pages, November 2026). */
export const PRESETS: readonly Preset[] = [
  {
    key: 'exmail',
    name: 'channels.provider-exmail',
    hint: 'channels.hint-exmail',
    domains: [],
    ...pair('imap.exmail.qq.com', 'smtp.exmail.qq.com'),
  },
  {
    key: 'qq',
    name: 'channels.provider-qq',
    hint: 'channels.hint-code',
    domains: ['qq.com', 'foxmail.com', 'vip.qq.com'],
    ...pair('imap.qq.com', 'smtp.qq.com'),
  },
  {
    key: '163',
    name: 'channels.provider-163',
    hint: 'channels.hint-code',
    domains: ['163.com'],
    ...pair('imap.163.com', 'smtp.163.com'),
  },
  {
    key: 'aliyun',
    name: 'channels.provider-aliyun',
    hint: null,
    domains: [],
    ...pair('imap.qiye.aliyun.com', 'smtp.qiye.aliyun.com'),
  },
  {
    key: 'gmail',
    name: 'channels.provider-gmail',
    hint: 'channels.hint-app',
    domains: ['gmail.com', 'googlemail.com'],
    ...pair('imap.gmail.com', 'smtp.gmail.com'),
  },
  {
    key: 'outlook',
    name: 'channels.provider-outlook',
    hint: 'channels.hint-outlook',
    domains: ['outlook.com', 'hotmail.com', 'live.com'],
    ...pair('outlook.office365.com', 'smtp.office365.com', 587),
  },
]

/** The preset whose address this is; null for an organisation's own domain. */
export function presetOf(address: string): Preset | null {
  const domain = address.split('@')[1]?.trim().toLowerCase() ?? ''
  return PRESETS.find(({ domains }) => domains.includes(domain)) ?? null
}
