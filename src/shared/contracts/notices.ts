/**
 * Notices: "you said, we did", one for each who asked.
 *
 *   GET  /api/v1/improvements/{id}/notices          who was told what, newest first (NoticePage)
 *   POST /api/v1/improvements/{id}/notices/preview  what one of them would read (PreviewNotice → NoticePreview)
 */
import { z } from 'zod'
import { plainText } from './plain.ts'
import { feedbackId, locale, moment, Paging, pageOf, publicId } from './values.ts'

export const noticeId = publicId('notice')

/** `waiting`, `sent`, `delivered`, `failed` are of mails; `shown` stands on the status page, `seen` was read there. */
export const NOTICE_STATES = ['waiting', 'sent', 'delivered', 'failed', 'shown', 'seen'] as const

export const Notice = z.strictObject({
  id: noticeId,
  feedback: feedbackId,
  customer: z.string().nullable().meta({ description: 'Name, when one is known' }),
  by: z.enum(['email', 'status-page']),
  text: z.string(),
  state: z.enum(NOTICE_STATES),
  fault: z.string().nullable().meta({ description: 'What kind of failure it is' }),
  reason: z.string().nullable().meta({ description: 'Why a mail failed, in the words of the server' }),
  sentAt: moment,
  seenAt: moment.nullable(),
})
export type Notice = z.output<typeof Notice>
export const NoticeQuery = Paging
export const NoticePage = z.strictObject({
  ...pageOf(Notice).shape,
  told: z.number().int(),
  recipients: z.number().int().meta({ description: 'How many are to be told, as voices are linked now' }),
})

export const PreviewNotice = z.strictObject({ text: plainText(4_000) })
export const NoticePreview = z.strictObject({
  locale: locale.nullable().meta({ description: 'Null while no voice is linked that could be told' }),
  subject: z.string(),
  text: z.string(),
  unknownPlaces: z.array(z.string()),
})
