import type { Speaker } from '../../shared/contracts/feedback.ts'
import { foldedEmail, foldedPhone } from '../../shared/text/identity.ts'

export const IDENTITY_KINDS = ['external', 'email', 'phone', 'openid', 'device'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]
export type Identity = { kind: IdentityKind; value: string }

export type Told = Speaker & { openid?: string | undefined; device?: string | undefined }
export type Misfit = { path: string; message: string }

/**
 * The ways to recognise someone in what was said of them, the surest first: the organisation's own id, then
 * e-mail, telephone, openid and device. What cannot be one is named instead.
 */
export function identitiesOf(told: Told): { identities: Identity[]; misfits: Misfit[] } {
  const identities: Identity[] = []
  const misfits: Misfit[] = []
  const take = (
    kind: IdentityKind,
    path: string,
    given: string | undefined,
    fold: (text: string) => string | null,
    message: string,
  ) => {
    if (given === undefined || given.trim() === '') return
    const value = fold(given)
    if (value === null) misfits.push({ path, message })
    else identities.push({ kind, value })
  }
  const asIs = (text: string) => text.trim()
  take('external', 'externalId', told.externalId, asIs, '')
  take('email', 'email', told.email, foldedEmail, 'This is not an e-mail address.')
  take(
    'phone',
    'phone',
    told.phone,
    foldedPhone,
    'This is not a telephone number; write numbers outside mainland China with + and the country.',
  )
  take('openid', 'openid', told.openid, asIs, '')
  take('device', 'device', told.device, asIs, '')
  return { identities, misfits }
}
