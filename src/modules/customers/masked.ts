/** Identities for those who may know that there is one, but not what it is. */
import type { Identity } from './identity.ts'

const SHOWN_OF_PHONE = 4

const first = (text: string): string => [...text][0] ?? ''

/** 'wang@example.com' → 'w***@example.com'; the domain tells nothing of the person. */
function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 0 ? `${first(email)}***` : `${first(email)}***${email.slice(at)}`
}

/** An identity with what could reach the person taken out. An id of the organisation's own stays as it is. */
export function masked<T extends Pick<Identity, 'kind' | 'value'>>(identity: T): T {
  const { kind, value } = identity
  if (kind === 'external') return identity
  if (kind === 'email') return { ...identity, value: maskedEmail(value) }
  if (kind === 'phone') return { ...identity, value: `***${value.slice(-SHOWN_OF_PHONE)}` }
  return { ...identity, value: '***' }
}
