/** What staff are told of what is theirs. */
import { z } from 'zod'
import { moment, publicId } from './values.ts'

export const NOTIFICATIONS = [
  'assigned',
  'mentioned',
  'heard',
  'undelivered',
  'due',
  'broken',
  'reopened',
  'alarm',
  'import-done',
  'verdict',
  'theme-rising',
  'post-coordinated',
] as const
export type NotificationKind = (typeof NOTIFICATIONS)[number]

export const notificationId = publicId('note')

export const NotificationView = z.strictObject({
  id: notificationId,
  kind: z.enum(NOTIFICATIONS),
  /** Outside id of what it is about, for example `case_…`. */
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().nullable(),
  createdAt: moment,
  readAt: moment.nullable(),
})
export const NotificationList = z.strictObject({ items: z.array(NotificationView), unread: z.number().int() })
export const NotificationQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(20) })

export const MarkRead = z.union([
  z.strictObject({ ids: z.array(notificationId).max(500) }),
  z.strictObject({ all: z.literal(true) }),
])
