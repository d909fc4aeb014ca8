/** Signing in, setting up, joining, resetting: what happens before or at the door. */
import { z } from 'zod'
import { PERMISSIONS, type Permission, ROLES } from './permissions.ts'
import { matching } from './plain.ts'
import { locale, moment, personId, publicId, workspaceId } from './values.ts'

export const role = z.enum(ROLES)
export const email = matching(
  z.string().trim().toLowerCase().max(254),
  /^[^\s@<>",;:\\()[\]]{1,64}@[^\s@<>",;:\\()[\]]{1,190}$/,
  'want an e-mail address',
  'not-email',
)
export const personName = z.string().trim().min(1).max(120)

/** As typed to get in: whatever was accepted once must be accepted again. */
const password = z.string().min(1).max(400)

export const SignIn = z.strictObject({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password,
  code: z.string().trim().max(40).optional(),
})

const place = { id: workspaceId, name: z.string(), slug: z.string() }

export const SessionView = z.strictObject({
  person: z.strictObject({ id: personId, name: z.string(), email: z.string(), locale, twoFactor: z.boolean() }),
  workspace: z.strictObject({ ...place, timezone: z.string(), locale, firstRunDone: z.boolean() }),
  role,
  permissions: z.array(z.enum(Object.keys(PERMISSIONS) as Permission[])),
  workspaces: z.array(z.strictObject(place)),
})

export const MoveSession = z.strictObject({ workspaceId })

export const SetupToken = z.strictObject({ token: z.string().max(100) })
/** The link can be used; one that cannot is a 404. */
export const SetupOpen = z.strictObject({ open: z.literal(true) })
export const SetUp = z.strictObject({
  token: z.string().max(100),
  name: personName,
  email,
  password,
  workspaceName: z.string().trim().min(1).max(120),
  locale: locale.default('zh-CN'),
})

export const AskReset = z.strictObject({ email: z.string().trim().toLowerCase().min(1).max(254) })
export const SetPassword = z.strictObject({ password })

export const InvitationSeen = z.strictObject({ workspaceName: z.string(), email: z.string(), role })
export const AcceptInvitation = z.strictObject({ name: personName, password })

export const ChangePassword = z.strictObject({ current: password, next: password })
export const ChangeEmail = z.strictObject({ email, password })
export const ProvePassword = z.strictObject({ password })
export const ConfirmFactor = z.strictObject({ code: z.string().trim().max(40) })

/** The secret as text for typing in, as `otpauth://` address, and as a picture (SVG) to scan. */
export const FactorOffer = z.strictObject({ secret: z.string(), uri: z.string(), picture: z.string() })
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) })

export const sessionId = publicId('session')
export const SessionList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: sessionId,
      address: z.string(),
      userAgent: z.string(),
      startedAt: moment,
      seenAt: moment,
      current: z.boolean(),
    }),
  ),
})

export const MeView = z.strictObject({
  id: personId,
  name: z.string(),
  email: z.string(),
  locale,
  away: z.boolean(),
  digest: z.enum(['off', 'daily']),
  twoFactor: z.boolean(),
  recoveryCodesLeft: z.number().int(),
})
export const ChangeMe = z.strictObject({
  name: personName.optional(),
  locale: locale.optional(),
  away: z.boolean().optional(),
  digest: z.enum(['off', 'daily']).optional(),
})
