/** The workspace's own settings. */
import { z } from 'zod'
import { isZone } from '../time/zone.ts'
import { misfit } from './misfit.ts'
import { matching } from './plain.ts'
import { email } from './session.ts'
import { locale, workspaceId } from './values.ts'

export const PRONOUNS = ['你', '您'] as const

/** What stands in `workspaces.settings`; only accounts writes it. */
export const WorkspaceSettings = z.object({
  colour: z.string().nullable().default(null),
  /** A picture as `data:` address, at most 64 KB, or null. */
  logo: z.string().nullable().default(null),
  pronoun: z.enum(PRONOUNS).default('你'),
  /** The sender of mails that no mailbox of a channel sends; null takes it from HX_SMTP_URL. */
  mailFrom: z.string().nullable().default(null),
})
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>

export const slug = matching(
  z.string(),
  /^[a-z0-9][a-z0-9-]{0,62}$/,
  'want lower-case letters, digits and dashes',
  'not-slug',
)
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'want a colour like #0F766E')
const logo = z
  .string()
  .max(90_000, 'at most 64 KB')
  .regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/, 'want a PNG, JPEG or WebP')

export const WorkspaceView = z.strictObject({
  id: workspaceId,
  name: z.string(),
  slug: z.string(),
  timezone: z.string(),
  locale,
  firstRunDone: z.boolean(),
  colour: z.string().nullable(),
  logo: z.string().nullable(),
  pronoun: z.enum(PRONOUNS),
  mailFrom: z.string().nullable(),
})

/** Fields left out stay as they are. */
export const ChangeWorkspace = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  slug: slug.optional(),
  timezone: z
    .string()
    .max(60)
    .refine(isZone, { error: 'want a time zone like Asia/Shanghai', params: misfit('not-zone') })
    .optional(),
  locale: locale.optional(),
  firstRunDone: z.boolean().optional(),
  colour: colour.nullable().optional(),
  logo: logo.nullable().optional(),
  pronoun: z.enum(PRONOUNS).optional(),
  mailFrom: email.nullable().optional(),
})
