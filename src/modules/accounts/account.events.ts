import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'

/** A workspace was made: modules fill it with their defaults in its language. */
export const workspaceCreated = defineEvent(
  'workspace.created',
  z.object({ workspaceId: z.uuid(), locale: z.enum(['zh-CN', 'zh-TW', 'en']) }),
)

export const workspaceChanged = defineEvent('workspace.changed', z.object({ workspaceId: z.uuid(), at: z.number() }))

export const personJoined = defineEvent(
  'person.joined',
  z.object({ personId: z.uuid(), role: z.string(), at: z.number() }),
)

/** What stood with them is to be given to others. */
export const personLeft = defineEvent('person.left', z.object({ personId: z.uuid(), at: z.number() }))

/** Somebody was told something: the bell of that person looks again. */
export const notificationAdded = defineEvent(
  'notification.added',
  z.object({ notificationId: z.uuid(), personId: z.uuid(), kind: z.string(), at: z.number() }),
)
