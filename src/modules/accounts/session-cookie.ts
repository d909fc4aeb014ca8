import { DAY, MINUTE } from '../../shared/time/instant.ts'

export const SESSION_COOKIE = 'hx_session'

/** A session ends when it was not used for so long. */
export const SESSION_LASTS = 30 * DAY

/** How exact "last seen" is: it is written no more often. */
export const SEEN_EVERY = MINUTE

const attributes = (publicUrl: string) =>
  `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`

/** Scripts cannot read it, other sites cannot send it with a form, and on TLS it never leaves TLS. */
export const sessionCookie = (token: string, publicUrl: string): string =>
  `${SESSION_COOKIE}=${token}; Max-Age=${SESSION_LASTS / 1000}; ${attributes(publicUrl)}`

export const endedCookie = (publicUrl: string): string => `${SESSION_COOKIE}=; Max-Age=0; ${attributes(publicUrl)}`
