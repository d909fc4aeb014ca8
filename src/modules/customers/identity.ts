import type { Speaker } from '../../shared/contracts/feedback.ts'
import type { MisfitCode } from '../../shared/contracts/misfit.ts'
import { foldedEmail, foldedPhone } from '../../shared/text/identity.ts'

export const IDENTITY_KINDS = ['external', 'email', 'phone', 'openid', 'device'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]
export type Identity = { kind: IdentityKind; value: string }

export type Told = Speaker & { openid?: string | undefined; device?: string | undefined }
export type Misfit = { path: string; message: string; code: MisfitCode }

/**
 * The ways to recognise someone in what was said of them, the surest first: the organisation's own id, then
 * e-mail, telephone, openid and device. What cannot be one is named instead.
 */
export function identitiesOf(told: Told): { identities: Identity[]; misfits: Misfit[] } {
  const identities: Identity[] = []
  const misfits: Misfit[] = []
  const take = (
    kind: IdentityKind,
    given: string | undefined,
    fold: (text: string) => string | null = (text) => text.trim(),
    wrong?: Misfit,
  ) => {
    if (given === undefined || given.trim() === '') return
    const value = fold(given)
    if (value !== null) identities.push({ kind, value })
    else if (wrong !== undefined) misfits.push(wrong)
  }
  take('external', told.externalId)
  take('email', told.email, foldedEmail, NOT_EMAIL)
  take('phone', told.phone, foldedPhone, NOT_PHONE)
  take('openid', told.openid)
  take('device', told.device)
  return { identities, misfits }
}

const NOT_EMAIL: Misfit = { path: 'email', message: 'This is not an e-mail address.', code: 'not-email' }
const NOT_PHONE: Misfit = {
  path: 'phone',
  message: 'This is not a telephone number; write numbers outside mainland China with + and the country.',
  code: 'not-phone',
}
