/** The settings of contract.md, read once from the environment. A wrong one stops the start with one line. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { StartRefusal } from './errors.ts'

export type Config = {
  port: number
  host: string
  publicUrl: string | null
  databaseUrl: string | null
  dataDir: string | null
  role: 'all' | 'web' | 'worker'
  secret: string | null
  admin: { email: string; password: string } | null
  smtpUrl: string | null
  trustProxy: readonly string[]
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  testClock: string | null
  ai: { baseUrl: string; key: string; model: string } | null
}

type Env = Readonly<Record<string, string | undefined>>

function oneOf<T extends string>(env: Env, name: string, allowed: readonly T[], otherwise: T): T {
  const value = env[name]
  if (value === undefined || value === '') return otherwise
  if ((allowed as readonly string[]).includes(value)) return value as T
  throw new StartRefusal(`${name} is "${value}", but it must be one of: ${allowed.join(', ')}.`)
}

function portOf(env: Env): number {
  const text = env.PORT ?? ''
  if (text === '') return 7300
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartRefusal(`PORT is "${text}", but it must be a whole number from 0 to 65535.`)
}

function urlOf(env: Env, name: string, protocols: readonly string[]): string | null {
  const text = env[name]
  if (text === undefined || text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && protocols.includes(url.protocol)) return text
  throw new StartRefusal(`${name} must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
}

/** Links are written behind it, and the server answers at the root of a name. */
function publicUrlOf(env: Env): string | null {
  const text = urlOf(env, 'HX_PUBLIC_URL', ['http:', 'https:'])
  if (text === null) return null
  const { origin, pathname, search, hash, username } = new URL(text)
  if (pathname === '/' && search === '' && hash === '' && username === '') return origin
  throw new StartRefusal(`HX_PUBLIC_URL must be an address without anything behind the name, such as ${origin}.`)
}

function smtpUrlOf(env: Env): string | null {
  const text = urlOf(env, 'HX_SMTP_URL', ['smtp:', 'smtps:'])
  if (text === null || new URL(text).hostname !== '') return text
  throw new StartRefusal('HX_SMTP_URL must name a server, such as smtp://user:password@mail.example.com:587.')
}

function proxiesOf(env: Env): string[] {
  const entries = (env.HX_TRUST_PROXY ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const wrong = entries.find((entry) => !isNetwork(entry))
  if (wrong === undefined) return entries
  throw new StartRefusal(
    `HX_TRUST_PROXY has "${wrong}", but it must be addresses or networks with commas between, such as 10.0.0.7,192.168.0.0/16.`,
  )
}

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

function secretOf(env: Env): string | null {
  const secret = env.HX_SECRET || null
  if (secret === null || secret.length >= 16) return secret
  throw new StartRefusal('HX_SECRET must have at least 16 characters.')
}

function adminOf(env: Env): Config['admin'] {
  const email = env.HX_ADMIN_EMAIL ?? ''
  const password = env.HX_ADMIN_PASSWORD ?? ''
  if (email === '' && password === '') return null
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw new StartRefusal('HX_ADMIN_EMAIL must be an e-mail address, together with HX_ADMIN_PASSWORD.')
  if (password.length < 10)
    throw new StartRefusal('HX_ADMIN_PASSWORD must have at least 10 characters, together with HX_ADMIN_EMAIL.')
  return { email, password }
}

function aiOf(env: Env): Config['ai'] {
  const baseUrl = urlOf(env, 'HX_AI_BASE_URL', ['http:', 'https:'])
  if (baseUrl === null) {
    const lonely = ['HX_AI_MODEL', 'HX_AI_KEY'].find((name) => env[name])
    if (lonely === undefined) return null
    throw new StartRefusal(
      `${lonely} is set without HX_AI_BASE_URL, which must say where the model is asked, such as https://api.deepseek.com.`,
    )
  }
  if (!env.HX_AI_MODEL) throw new StartRefusal('HX_AI_MODEL must name a model when HX_AI_BASE_URL is set.')
  const { search, hash, pathname } = new URL(baseUrl)
  if (search !== '' || hash !== '' || /\/chat\/completions\/?$/.test(pathname))
    throw new StartRefusal(
      'HX_AI_BASE_URL must end before /chat/completions, such as https://api.deepseek.com or http://localhost:11434/v1.',
    )
  return { baseUrl, key: env.HX_AI_KEY ?? '', model: env.HX_AI_MODEL }
}

/**
 * Reads the settings.
 *
 * @throws StartRefusal naming the first wrong setting and what is allowed
 */
export function readConfig(env: Env = process.env): Config {
  const publicUrl = publicUrlOf(env)
  if (publicUrl !== null && env.HX_TEST_CLOCK)
    throw new StartRefusal('HX_TEST_CLOCK is for checks only and must not be set together with HX_PUBLIC_URL.')
  return {
    port: portOf(env),
    host: env.HOST || (publicUrl === null ? '127.0.0.1' : '0.0.0.0'),
    publicUrl,
    databaseUrl: urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDir: env.HX_DATA_DIR ? resolve(env.HX_DATA_DIR) : null,
    role: oneOf(env, 'HX_ROLE', ['all', 'web', 'worker'], 'all'),
    secret: secretOf(env),
    admin: adminOf(env),
    smtpUrl: smtpUrlOf(env),
    trustProxy: proxiesOf(env),
    log: oneOf(env, 'HX_LOG', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    testClock: env.HX_TEST_CLOCK || null,
    ai: aiOf(env),
  }
}
