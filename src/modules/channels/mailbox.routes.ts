import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { MailboxDraft, MailboxList, MailboxTrial, mailboxId } from '../../shared/contracts/channels.ts'
import { addMailbox, changeMailbox, pauseMailbox, removeMailbox, tryMailbox } from './mailbox.actions.ts'
import { allMailboxes } from './mailbox.store.ts'
import type { Mailbox } from './mailbox.ts'

const who = can('channel:change')
const params = z.object({ mailboxId })

const viewOf = ({ passwordSealed: _, uidValidity: __, lastUid: ___, ...mailbox }: Mailbox) => mailbox

const listMailboxes = route({
  method: 'GET',
  path: '/api/v1/mailboxes',
  who,
  summary: 'The mailboxes that are read and written',
  reply: MailboxList,
  run: async ({ db }) => ({ items: (await allMailboxes(db)).map(viewOf) }),
})

const postMailbox = route({
  method: 'POST',
  path: '/api/v1/mailboxes',
  who,
  summary: 'Set up a mailbox',
  body: MailboxDraft,
  status: 201,
  reply: z.strictObject({ id: mailboxId }),
  run: async ({ body, db, user, origin, now, tools }) => ({
    id: await addMailbox(db, body, { by: user.id, address: origin.address, now, tools }),
  }),
})

const putMailbox = route({
  method: 'PUT',
  path: '/api/v1/mailboxes/:mailboxId',
  who,
  summary: 'Change a mailbox; without a password the old one stays',
  params,
  body: MailboxDraft,
  run: ({ params: { mailboxId: id }, body, db, user, origin, now, tools }) =>
    changeMailbox(db, id, body, { by: user.id, address: origin.address, now, tools }),
})

const putPause = route({
  method: 'PUT',
  path: '/api/v1/mailboxes/:mailboxId/pause',
  who,
  summary: 'Stop or resume reading a mailbox',
  params,
  body: z.strictObject({ paused: z.boolean() }),
  run: ({ params: { mailboxId: id }, body, db, user, origin, now, tools }) =>
    pauseMailbox(db, id, body.paused, { by: user.id, address: origin.address, now, tools }),
})

const postTrial = route({
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/trial',
  who,
  summary: 'Sign in to the servers of a mailbox and say what they answer',
  params,
  reply: MailboxTrial,
  run: ({ params: { mailboxId: id }, db, tools }) => tryMailbox(db, id, tools),
})

const removeRoute = route({
  method: 'DELETE',
  path: '/api/v1/mailboxes/:mailboxId',
  who,
  summary: 'Remove a mailbox; its conversations stay',
  params,
  run: ({ params: { mailboxId: id }, db, user, origin, now, tools }) =>
    removeMailbox(db, id, { by: user.id, address: origin.address, now, tools }),
})

export const channelRoutes: readonly Route[] = [
  listMailboxes,
  postMailbox,
  putMailbox,
  putPause,
  postTrial,
  removeRoute,
]
