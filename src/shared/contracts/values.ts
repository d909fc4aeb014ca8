/** The small values every contract is made of. Outside form (JSON) ↔ inside form, as zod codecs. */
import { z } from 'zod'
import { publicIdOf, uuidOf } from '../ids/public-id.ts'
import { type Instant, isoOf } from '../time/instant.ts'
import { misfit } from './misfit.ts'

/** An id: `fb_…` outside, a UUID inside. */
export function publicId<Kind extends string>(kind: Kind) {
  return z
    .codec(z.string(), z.string(), {
      decode: (outside, context) => {
        const uuid = uuidOf(kind, outside)
        if (uuid !== null) return uuid
        context.issues.push({
          code: 'custom',
          input: outside,
          message: `want an id like ${kind}_…`,
          params: misfit('not-id'),
        })
        return z.NEVER
      },
      encode: (uuid) => publicIdOf(kind, uuid),
    })
    .meta({ description: `Id like ${kind}_…`, pattern: `^${kind}_[0-9a-hjkmnp-tv-z]{26}$` })
}

/** A moment: ISO 8601 with zone outside, milliseconds inside. Years 1970 to 9999. */
export const moment = z
  .codec(
    z.iso.datetime({ offset: true }),
    z.custom<Instant>((value) => typeof value === 'number'),
    {
      decode: (iso) => Date.parse(iso) as Instant,
      encode: (at) => isoOf(at),
    },
  )
  .meta({ description: 'ISO 8601 moment; answers are in UTC' })

export const workspaceId = publicId('ws')
export const personId = publicId('person')
export const teamId = publicId('team')
export const customerId = publicId('cust')
export const feedbackId = publicId('fb')
export const caseId = publicId('case')
export const messageId = publicId('msg')
export const surveyId = publicId('survey')
export const responseId = publicId('resp')
export const improvementId = publicId('imp')
export const categoryId = publicId('cat')
export const attachmentId = publicId('file')
export const keyId = publicId('key')

export const CHANNELS = [
  'api',
  'web',
  'survey',
  'widget',
  'email',
  'sms',
  'call',
  'chat',
  'wechat',
  'wecom',
  'messenger',
  'telegram',
  'social',
  'review',
  'forum',
  'paper',
  'counter',
  'import',
  'gathering',
  'other',
] as const
export const channel = z.enum(CHANNELS)
export type Channel = z.output<typeof channel>

export const INTENTS = ['complaint', 'suggestion', 'question', 'praise', 'churn', 'other'] as const
export const intentLabel = z.enum(INTENTS)
export type Intent = z.output<typeof intentLabel>

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const
export const sentimentLabel = z.enum(SENTIMENTS)
export type Sentiment = z.output<typeof sentimentLabel>

export const URGENCIES = ['low', 'normal', 'high', 'critical'] as const
export const urgencyLabel = z.enum(URGENCIES)
export type Urgency = z.output<typeof urgencyLabel>

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const
export const locale = z.enum(LOCALES)
export type Locale = z.output<typeof locale>

/** The query part of a list that pages by cursor. */
export const Paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** A page of a list. `nextCursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

/** A share with its interval, as fractions of 1; null when nothing was counted. */
export const Interval = z.strictObject({ low: z.number(), high: z.number() })
