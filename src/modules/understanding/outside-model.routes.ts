import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  ChangeOutsideSettings,
  OutsideCallPage,
  OutsideCallQuery,
  OutsideSettings,
  OutsideState,
  OutsideTrial,
} from '../../shared/contracts/outside-model.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { changeOutsideSettings, outsideState, showOutsideSettings, tryOutside } from './outside-model.actions.ts'
import { listCalls } from './outside-model.store.ts'

const PATH = '/api/v1/settings/outside-model'

export const outsideModelRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/outside-model',
    who: can('case:answer'),
    summary: 'Whether the model outside may be asked here, and whether it is known to be away',
    reply: OutsideState,
    run: ({ db, tools }) => outsideState(db, tools),
  }),
  route({
    method: 'GET',
    path: PATH,
    who: can('workspace:change'),
    summary: 'The model outside: which it is, whether it is on, its budget and what was used this month',
    reply: OutsideSettings,
    run: ({ db, tools, now }) => showOutsideSettings(db, tools, now),
  }),
  route({
    method: 'PUT',
    path: PATH,
    who: can('workspace:change'),
    summary: 'Turn the model outside on or off, and set its monthly budget',
    body: ChangeOutsideSettings,
    reply: OutsideSettings,
    async run({ db, tools, body, user, origin, now }) {
      await changeOutsideSettings(db, body, { by: user.id, address: origin.address, now })
      return await showOutsideSettings(db, tools, now)
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/trial`,
    who: can('workspace:change'),
    summary: 'Ask the model outside for one word, to see whether it answers; it counts towards the budget',
    reply: OutsideTrial,
    run: ({ db, tools, user, now }) => tryOutside(db, tools, { by: user.id, now }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/outside-calls',
    who: can('audit:read'),
    summary:
      'What was sent to the model outside, exactly as it was sent, and what came back; newest first, kept 90 days',
    query: OutsideCallQuery,
    reply: OutsideCallPage,
    async run({ db, query: { limit, cursor } }) {
      const after = readCursor(cursor, 2)
      const rows = await listCalls(db, after && { at: Number(after[0]) as Instant, id: String(after[1]) }, limit + 1)
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return { items, nextCursor: rows.length > limit && last ? cursorOf([last.at, last.id]) : null }
    },
  }),
]
