import { z } from 'zod'
import { queryTokens } from '../../engine/language/search-tokens.ts'
import { Refusal } from '../../platform/errors.ts'
import { notAllowed } from '../../platform/http/refusals.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  BulkAct,
  BulkResult,
  Case,
  CaseCounts,
  CaseItem,
  CasePage,
  CaseQuery,
  Merge,
  Message,
  OpenCase,
  Owner,
  Reply,
  Resolve,
  Split,
  StageChange,
} from '../../shared/contracts/cases.ts'
import { OutsideText } from '../../shared/contracts/outside-model.ts'
import { type Permission, roleMay } from '../../shared/contracts/permissions.ts'
import { caseId, messageId, personId } from '../../shared/contracts/values.ts'
import { familyOf } from '../customers/index.ts'
import { handOver, release, unwatch, watch } from './assignment.actions.ts'
import { countViews } from './case-list.store.ts'
import { addNote, reply, retryMessage } from './conversation.actions.ts'
import { draftReply, summarise } from './drafting.actions.ts'
import { link, merge, split, unlink } from './merge.actions.ts'
import { openOrJoin } from './opening.actions.ts'
import { reopenByHand, resolve } from './resolution.actions.ts'
import { seenBy } from './seen-by.ts'
import { moveByHand } from './stage.actions.ts'
import { showCase, showItem, showList, showMessage } from './view.actions.ts'

const one = z.object({ caseId })

const getCases = route({
  method: 'GET',
  path: '/api/v1/cases',
  who: can('case:read'),
  summary: 'Cases of a view, with filters; open views by due time, others by last activity',
  query: CaseQuery,
  reply: CasePage,
  async run({ query, user, db, now }) {
    const { q, customer, ...wanted } = query
    const family = customer === undefined ? undefined : await familyOf(db, customer)
    const number = /^#?(\d{1,12})$/.exec(q ?? '')?.[1]
    const search =
      number !== undefined ? { number: Number(number) } : q === undefined || q === '' ? {} : { tokens: queryTokens(q) }
    return await showList(db, { ...wanted, ...search, customer: family, me: user.id, now })
  },
})

const getCounts = route({
  method: 'GET',
  path: '/api/v1/cases/counts',
  who: can('case:read'),
  summary: 'How many cases stand in each view, counted up to 1,000',
  reply: CaseCounts,
  run: async ({ user, db, now }) => ({ counts: await countViews(db, user.id, now) }),
})

const postCase = route({
  method: 'POST',
  path: '/api/v1/cases',
  who: can('case:answer'),
  summary: 'Open a case for a feedback by hand; 200 with the case it has already',
  body: OpenCase,
  reply: Case,
  status: 201,
  async run({ body, user, db, now, tools, status }) {
    const { publicUrl } = tools
    const opened = await openOrJoin(db, { feedbackId: body.feedback, since: now, by: user.id, publicUrl, now })
    if (opened.how === 'already') status(200)
    return await showCase(db, opened.caseId, publicUrl, now)
  },
})

const getCase = route({
  method: 'GET',
  path: '/api/v1/cases/:caseId',
  who: can('case:read'),
  summary: 'Everything about one case',
  params: one,
  reply: Case,
  run: async ({ params, user, db, now, tools }) =>
    seenBy(user.role, await showCase(db, params.caseId, tools.publicUrl, now)),
})

const postReply = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/replies',
  who: can('case:answer'),
  summary: 'Reply to the customer, or leave an internal note',
  params: one,
  body: Reply,
  reply: Message,
  status: 201,
  async run({ params, body, user, db, now, tools }) {
    const said = {
      caseId: params.caseId,
      text: body.text,
      attachments: body.attachments,
      by: user.id,
      byName: user.name,
      now,
    }
    const id = body.internal
      ? await addNote(db, { ...said, mentions: body.mentions })
      : await reply(db, { ...said, wait: body.wait, after: body.after, publicUrl: tools.publicUrl })
    return await showMessage(db, params.caseId, id)
  },
})

const postRetry = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/messages/:messageId/retry',
  who: can('case:answer'),
  summary: 'Send a message whose mail failed once more',
  params: z.object({ caseId, messageId }),
  reply: Message,
  async run({ params, db, now }) {
    await retryMessage(db, { ...params, now })
    return await showMessage(db, params.caseId, params.messageId)
  },
})

/** What was written is shown once and kept nowhere: no key repeats it, for personal data stands in it. */
const postDraft = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/draft',
  who: can('case:answer'),
  summary: 'Let the model outside draft a reply, from the masked conversation; a person reads it, nothing is sent',
  params: one,
  reply: OutsideText,
  ownIdempotency: true,
  run: ({ params, user, db, tools, now }) => draftReply(db, { ...params, user, tools, now }),
})

const postSummary = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/summary',
  who: can('case:answer'),
  summary: 'Let the model outside sum up a conversation of six turns or more, masked',
  params: one,
  reply: OutsideText,
  ownIdempotency: true,
  run: ({ params, user, db, tools, now }) => summarise(db, { ...params, user, tools, now }),
})

const putOwner = route({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/owner',
  who: can('case:assign'),
  summary: 'Take a case, or hand it to a person or a team',
  params: one,
  body: Owner,
  reply: CaseItem,
  async run({ params, body, user, db, now }) {
    const { note, ...to } = body
    await db.transaction(async (tx) => {
      await handOver(tx, { ...params, ...to, by: user.id, now })
      if (note)
        await addNote(tx, { ...params, text: note, attachments: [], mentions: [], by: user.id, byName: user.name, now })
    })
    return await showItem(db, params.caseId, now)
  },
})

const deleteOwner = route({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/owner',
  who: can('case:assign'),
  summary: 'Put a case back into its team’s pool',
  params: one,
  reply: CaseItem,
  async run({ params, user, db, now }) {
    await release(db, { ...params, by: user.id, now })
    return await showItem(db, params.caseId, now)
  },
})

const putStage = route({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/stage',
  who: can('case:answer'),
  summary: 'Say that a case is being worked on, or waits for the customer (which stops its clocks)',
  params: one,
  body: StageChange,
  reply: CaseItem,
  async run({ params, body, user, db, now }) {
    await moveByHand(db, { ...params, ...body, by: user.id, now })
    return await showItem(db, params.caseId, now)
  },
})

/** Resolving is putting a resolution: a resource, not a verb, so reopening is its DELETE. */
const putResolution = route({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/resolution',
  who: can('case:close'),
  summary: 'Resolve a case; the customer reads the note and is asked whether it is solved',
  params: one,
  body: Resolve,
  reply: CaseItem,
  async run({ params, body, user, db, now, tools }) {
    await resolve(db, { ...params, ...body, by: user.id, byName: user.name, publicUrl: tools.publicUrl, now })
    return await showItem(db, params.caseId, now)
  },
})

const deleteResolution = route({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/resolution',
  who: can('case:close'),
  summary: 'Open a resolved or closed case again',
  params: one,
  reply: CaseItem,
  async run({ params, user, db, now }) {
    await reopenByHand(db, { ...params, by: user.id, now })
    return await showItem(db, params.caseId, now)
  },
})

const watcher = z.object({ caseId, person: z.union([z.literal('me'), personId]) })

const putWatcher = route({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/watchers/:person',
  who: can('case:read'),
  summary: 'Watch a case (`me`), or let a person watch it',
  params: watcher,
  run: async ({ params, user, db }) =>
    await watch(db, { caseId: params.caseId, personId: params.person === 'me' ? user.id : params.person }),
})

const deleteWatcher = route({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/watchers/:person',
  who: can('case:read'),
  summary: 'Stop watching a case',
  params: watcher,
  run: async ({ params, user, db }) =>
    await unwatch(db, { caseId: params.caseId, personId: params.person === 'me' ? user.id : params.person }),
})

const postMerge = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/merge',
  who: can('case:close'),
  summary: 'Move a case’s voices, messages and promises into another and close it',
  params: one,
  body: Merge,
  reply: Case,
  async run({ params, body, user, db, now, tools }) {
    await merge(db, { ...params, ...body, by: user.id, now })
    return await showCase(db, body.into, tools.publicUrl, now)
  },
})

const postSplit = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/split',
  who: can('case:close'),
  summary: 'Make some of a case’s voices a case of their own',
  params: one,
  body: Split,
  reply: Case,
  status: 201,
  async run({ params, body, user, db, now, tools }) {
    const { publicUrl } = tools
    const fresh = await split(db, { ...params, ...body, by: user.id, publicUrl, now })
    return await showCase(db, fresh, publicUrl, now)
  },
})

const pair = z.object({ caseId, other: caseId })

const putLink = route({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/links/:other',
  who: can('case:answer'),
  summary: 'Link two cases that belong together',
  params: pair,
  run: async ({ params, user, db, now }) => await link(db, { ...params, by: user.id, now }),
})

const deleteLink = route({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/links/:other',
  who: can('case:answer'),
  summary: 'Unlink two cases',
  params: pair,
  run: async ({ params, user, db, now }) => await unlink(db, { ...params, by: user.id, now }),
})

/** What each act on many needs: the same as on one. */
const NEEDED = {
  assign: 'case:assign',
  resolve: 'case:close',
  stage: 'case:answer',
  watch: 'case:read',
  unwatch: 'case:read',
} as const satisfies Record<z.output<typeof BulkAct>['act']['action'], Permission>

const postBulk = route({
  method: 'POST',
  path: '/api/v1/cases/bulk',
  who: can('case:read'),
  summary: 'One act on up to 100 cases, for those who may do it to one; one refusal does not undo the others',
  body: BulkAct,
  reply: BulkResult,
  async run({ body, user, db, now, tools }) {
    const { act } = body
    if (!roleMay(user.role, NEEDED[act.action])) throw notAllowed(NEEDED[act.action])
    const actor = { by: user.id, now }
    const perform = async (id: string): Promise<void> => {
      const on = { caseId: id, ...actor }
      if (act.action === 'assign') await handOver(db, { ...on, person: act.person, team: act.team })
      else if (act.action === 'resolve')
        await resolve(db, {
          ...on,
          outcome: act.outcome,
          note: act.note,
          byName: user.name,
          publicUrl: tools.publicUrl,
        })
      else if (act.action === 'stage') await moveByHand(db, { ...on, stage: act.stage })
      else if (act.action === 'watch') await watch(db, { caseId: id, personId: user.id })
      else await unwatch(db, { caseId: id, personId: user.id })
    }
    const results: z.output<typeof BulkResult>['results'] = []
    for (const id of new Set(body.ids)) {
      try {
        await perform(id)
        results.push({ id, status: 'done' })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        results.push({ id, status: 'refused', code: error.code, message: error.message })
      }
    }
    return { results }
  },
})

export const caseRoutes: readonly Route[] = [
  getCases,
  getCounts,
  postCase,
  postBulk,
  getCase,
  postReply,
  postRetry,
  postDraft,
  postSummary,
  putOwner,
  deleteOwner,
  putStage,
  putResolution,
  deleteResolution,
  putWatcher,
  deleteWatcher,
  postMerge,
  postSplit,
  putLink,
  deleteLink,
]
