import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY } from '../../shared/time/instant.ts'
import { addPerson } from './set-up.actions.ts'

const OURS = { 'x-hx-request': '1' }
const PASSWORD = '春江潮水连海平 海上明月'

let world: World
let admin: string
let ownerKey: string
before(async () => {
  world = await openWorld()
  admin = await world.keyFor('admin')
  ownerKey = await world.keyFor('owner')
})
after(() => world.close())

type Answer = {
  code: string
  items: { id: string; name: string; email: string; role: Role; away: boolean }[]
  id: string
  key: string
  link: string
}
const call = (method: string, path: string, body?: unknown, key = admin) =>
  world.call<Answer>(method, path, { key, ...(body !== undefined && { body }) })

let made = 0
async function newPerson(role: Role) {
  made += 1
  const email = `staff${made}@example.com`
  const uuid = await addPerson(world.db, { email, name: `Staff ${made}`, password: PASSWORD, role }, world.clock.now())
  return { uuid, id: publicIdOf('person', uuid), email }
}

async function signIn(email: string) {
  const { headers, status } = await world.call('POST', '/api/v1/session', { body: { email, password: PASSWORD }, headers: OURS })
  return { status, headers: { ...OURS, cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' } }
}

const tokenOf = (link: string): string => /token=([\w-]+)/.exec(link)?.[1] ?? ''
const actions = async (): Promise<string[]> =>
  (await world.database.owner.query<{ action: string }>('SELECT action FROM audit_entries ORDER BY id')).rows.map(({ action }) => action)

describe('roles', () => {
  it('keep the last owner', async () => {
    const owner = await newPerson('owner')
    const session = await signIn(owner.email)
    const demote = () => world.call<Answer>('PUT', `/api/v1/people/${owner.id}/role`, { body: { role: 'admin' }, headers: session.headers })
    assert.equal((await demote()).body.code, 'person.last-owner')
    const leave = await world.call<Answer>('DELETE', `/api/v1/people/${owner.id}`, { headers: session.headers })
    assert.equal(leave.body.code, 'person.last-owner')
    await newPerson('owner')
    assert.equal((await demote()).status, 204)
    const now = await world.call<{ role: string }>('GET', '/api/v1/session', { headers: session.headers })
    assert.equal(now.body.role, 'admin', 'at once')
  })

  it('are not given or taken above one’s own', async () => {
    const owner = await newPerson('owner')
    const agent = await newPerson('agent')
    assert.equal((await call('PUT', `/api/v1/people/${owner.id}/role`, { role: 'agent' })).body.code, 'person.above-you')
    assert.equal((await call('PUT', `/api/v1/people/${agent.id}/role`, { role: 'owner' })).body.code, 'person.above-you')
    assert.equal((await call('POST', '/api/v1/keys', { name: 'x', role: 'owner' })).body.code, 'person.above-you')
    assert.equal((await call('POST', '/api/v1/invitations', { email: 'a@example.com', role: 'owner' })).body.code, 'person.above-you')
    assert.equal((await call('PUT', `/api/v1/people/${agent.id}/role`, { role: 'manager' })).status, 204)
    assert.equal((await call('PUT', `/api/v1/people/${agent.id}/role`, { role: 'agent' }, await world.keyFor('manager'))).status, 403)
    assert.ok((await actions()).includes('person.role-changed'))
  })

  it('end at once for whoever is removed, and their teams forget them', async () => {
    const agent = await newPerson('agent')
    const session = await signIn(agent.email)
    const team = await call('POST', '/api/v1/teams', { name: '售后一组', leadId: agent.id, memberIds: [agent.id] })
    assert.equal(team.status, 201)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: session.headers })).status, 200)
    assert.equal((await call('DELETE', `/api/v1/people/${agent.id}`)).status, 204)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: session.headers })).status, 401)
    assert.equal((await signIn(agent.email)).status, 403)
    const { body } = await world.call<{ items: { name: string; leadId: string | null; members: object[] }[] }>('GET', '/api/v1/teams', {
      key: admin,
    })
    const after = body.items.find(({ name }) => name === '售后一组')
    assert.deepEqual([after?.leadId, after?.members], [null, []])
    const left = await call('GET', '/api/v1/people?ended=yes')
    assert.ok(left.body.items.some(({ id }) => id === agent.id))
    assert.ok(!(await call('GET', '/api/v1/people')).body.items.some(({ id }) => id === agent.id))
  })
})

describe('people', () => {
  it('are paged by name and found by name or address, keys not among them', async () => {
    for (const name of ['阿一', '阿二'])
      await addPerson(world.db, { email: `p${name.codePointAt(1)}@a.example`, name, password: PASSWORD, role: 'viewer' }, world.clock.now())
    const all: string[] = []
    let cursor = ''
    for (let page = 0; page < 100; page += 1) {
      const { body } = await world.call<Answer & { nextCursor: string | null }>(
        'GET',
        `/api/v1/people?limit=2&cursor=${cursor}`.replace(/&cursor=$/, ''),
        { key: admin },
      )
      all.push(...body.items.map(({ id }) => id))
      if (body.nextCursor === null) break
      cursor = body.nextCursor
    }
    const whole = await call('GET', '/api/v1/people')
    assert.deepEqual(
      all,
      whole.body.items.map(({ id }) => id),
    )
    assert.equal(new Set(all).size, all.length)
    assert.deepEqual(
      (await call('GET', `/api/v1/people?q=${encodeURIComponent('阿二')}`)).body.items.map(({ name }) => name),
      ['阿二'],
    )
    assert.ok(!whole.body.items.some(({ name }) => name.startsWith('test ')))
  })

  it('say themselves that they are away, and only administrators say it of others', async () => {
    const one = await newPerson('agent')
    const other = await newPerson('agent')
    const { headers } = await signIn(one.email)
    assert.equal((await world.call('PUT', `/api/v1/people/${one.id}/away`, { body: { away: true }, headers })).status, 204)
    assert.equal((await world.call('PUT', `/api/v1/people/${other.id}/away`, { body: { away: true }, headers })).status, 403)
    assert.equal((await call('PUT', `/api/v1/people/${other.id}/away`, { away: true })).status, 204)
    assert.deepEqual(
      (await call('GET', `/api/v1/people?q=${one.email}`)).body.items.map(({ away }) => away),
      [true],
    )
  })

  it('of another workspace cannot be seen or touched', async () => {
    const person = await newPerson('agent')
    const elsewhere = await world.addWorkspace('elsewhere')
    const foreign = await world.keyFor('owner', elsewhere)
    assert.deepEqual((await call('GET', '/api/v1/people', undefined, foreign)).body.items, [])
    assert.equal((await call('PUT', `/api/v1/people/${person.id}/role`, { role: 'viewer' }, foreign)).status, 404)
    assert.equal((await call('DELETE', `/api/v1/people/${person.id}`, undefined, foreign)).status, 404)
    const team = await call('POST', '/api/v1/teams', { name: 'x', leadId: null, memberIds: [person.id] }, foreign)
    assert.equal(team.body.code, 'team.strangers')
  })
})

describe('teams', () => {
  it('have one name each and a lead from among themselves', async () => {
    const a = await newPerson('agent')
    const b = await newPerson('agent')
    assert.equal((await call('POST', '/api/v1/teams', { name: '电商组', leadId: a.id, memberIds: [b.id] })).body.code, 'team.lead-outside')
    const { body } = await call('POST', '/api/v1/teams', { name: '电商组', memberIds: [a.id, b.id] })
    assert.equal((await call('POST', '/api/v1/teams', { name: '电商组', memberIds: [] })).body.code, 'team.name-taken')
    const changed = await world.call<{ members: { id: string }[]; leadId: string }>('PUT', `/api/v1/teams/${body.id}`, {
      key: admin,
      body: { name: '电商一组', leadId: b.id, memberIds: [b.id] },
    })
    assert.deepEqual([changed.body.members.map(({ id }) => id), changed.body.leadId], [[b.id], b.id])
    assert.equal((await call('DELETE', `/api/v1/teams/${body.id}`)).status, 204)
    assert.equal((await call('DELETE', `/api/v1/teams/${body.id}`)).status, 404)
  })
})

describe('invitations', () => {
  const accept = (token: string, body = { name: '周明', password: PASSWORD }) =>
    world.call<Answer & { role: string }>('POST', `/api/v1/staff-invitations/${token}/acceptance`, { body, headers: OURS })

  it('go by mail, are sent again under a new link, and join once', async () => {
    const first = await call('POST', '/api/v1/invitations', { email: 'zhou@example.com', role: 'agent' })
    assert.equal(first.status, 201)
    const again = await call('POST', `/api/v1/invitations/${first.body.id}/sending`)
    assert.equal((await world.call('GET', `/api/v1/staff-invitations/${tokenOf(first.body.link)}`)).status, 404)
    const seen = await world.call('GET', `/api/v1/staff-invitations/${tokenOf(again.body.link)}`)
    assert.deepEqual(seen.body, { workspaceName: 'main', email: 'zhou@example.com', role: 'agent' })
    const { rows } = await world.database.owner.query<{ text: string; html: string }>(
      `SELECT text, html FROM mails WHERE recipient = 'zhou@example.com' ORDER BY id`,
    )
    assert.equal(rows.length, 2)
    assert.ok(rows[1]?.text.includes(again.body.link))
    assert.ok(rows[1]?.html.includes(`href="${again.body.link}"`))

    const joined = await accept(tokenOf(again.body.link))
    assert.deepEqual([joined.status, joined.body.role], [201, 'agent'])
    assert.equal((await accept(tokenOf(again.body.link))).status, 404)
    const open = await call('GET', '/api/v1/invitations')
    assert.ok(!open.body.items.some(({ email }) => email === 'zhou@example.com'))
    assert.equal(
      (await call('POST', '/api/v1/invitations', { email: 'zhou@example.com', role: 'agent' })).body.code,
      'invitation.already-here',
    )
  })

  it('end when taken back, and after seven days', async () => {
    const back = await call('POST', '/api/v1/invitations', { email: 'back@example.com', role: 'viewer' })
    assert.equal((await call('DELETE', `/api/v1/invitations/${back.body.id}`)).status, 204)
    assert.equal((await accept(tokenOf(back.body.link))).status, 404)
    const late = await call('POST', '/api/v1/invitations', { email: 'late@example.com', role: 'viewer' })
    world.clock.advance(7 * DAY)
    assert.equal((await accept(tokenOf(late.body.link))).status, 404)
  })

  it('to an address with an account ask for its password and keep its name', async () => {
    const known = await newPerson('agent')
    const other = await world.addWorkspace('sister')
    const sister = await world.keyFor('owner', other)
    const { body } = await call('POST', '/api/v1/invitations', { email: known.email, role: 'manager' }, sister)
    const wrong = await accept(tokenOf(body.link), { name: 'Intruder', password: 'a password of my own' })
    assert.equal(wrong.body.code, 'session.wrong-credentials')
    assert.equal((await accept(tokenOf(body.link))).status, 201)
    const people = await call('GET', '/api/v1/people', undefined, sister)
    assert.deepEqual(
      people.body.items.map(({ email, role }) => [email, role]),
      [[known.email, 'manager']],
    )
    assert.notEqual(people.body.items[0]?.name, '周明')
  })
})

describe('keys', () => {
  it('are shown once, kept as a hash, and refused from the moment they are revoked', async () => {
    const { body } = await call('POST', '/api/v1/keys', { name: 'CRM', role: 'agent' })
    assert.match(body.key, /^hx_[\w-]{43}$/)
    assert.equal((await call('GET', '/api/v1/workspace', undefined, body.key)).status, 200)
    const list = await world.call<{ items: Record<string, unknown>[] }>('GET', '/api/v1/keys', { key: admin })
    assert.ok(!JSON.stringify(list.body).includes(body.key))
    const { rows } = await world.database.owner.query<{ row: string }>('SELECT row_to_json(k)::text AS row FROM api_keys k')
    assert.ok(!rows.some(({ row }) => row.includes(body.key)))
    const shown = list.body.items.find(({ name }) => name === 'CRM')
    assert.notEqual(shown?.lastUsedAt, null)
    assert.equal((await call('DELETE', `/api/v1/keys/${body.id}`)).status, 204)
    const refused = await call('GET', '/api/v1/workspace', undefined, body.key)
    assert.deepEqual([refused.status, refused.body.code], [401, 'key.unknown'])
    assert.equal((await call('DELETE', `/api/v1/keys/${body.id}`)).status, 404)
    assert.deepEqual((await actions()).filter((action) => action.startsWith('key.')).slice(-2), ['key.made', 'key.revoked'])
  })

  it('of scope read only read', async () => {
    const { body } = await call('POST', '/api/v1/keys', { name: 'BI', role: 'admin', scope: 'read' })
    assert.equal((await call('GET', '/api/v1/people', undefined, body.key)).status, 200)
    const refused = await call('PUT', '/api/v1/workspace', { name: 'x' }, body.key)
    assert.deepEqual([refused.status, refused.body.code], [403, 'key.read-only'])
  })

  it('with a limit are stopped beyond it', async () => {
    const { body } = await call('POST', '/api/v1/keys', { name: 'slow', role: 'viewer', callsPerMinute: 2 })
    const statuses = []
    for (let i = 0; i < 6; i += 1) statuses.push((await call('GET', '/api/v1/workspace', undefined, body.key)).status)
    assert.ok(statuses.includes(429), 'six calls in two windows at most hold one too many')
  })

  it('that are no keys of ours are refused, also where anyone may call', async () => {
    for (const bearer of ['hx_0000000000000000000000000000000000000000000', 'x', '']) {
      const { status } = await world.call('GET', '/api/v1/setup?token=x', { headers: { authorization: `Bearer ${bearer}` } })
      assert.equal(status, 401, bearer)
    }
  })

  it('have no account of their own', async () => {
    assert.equal((await call('GET', '/api/v1/me')).body.code, 'person.needed')
    assert.equal((await call('GET', '/api/v1/session')).body.code, 'person.needed')
  })
})

describe('the workspace', () => {
  it('is changed in what is given, by those who may', async () => {
    const before = (await world.call('GET', '/api/v1/workspace', { key: admin })).body
    const { body, status } = await world.call('PUT', '/api/v1/workspace', {
      key: admin,
      body: { pronoun: '您', timezone: 'Asia/Taipei', colour: '#0F766E' },
    })
    assert.equal(status, 200)
    assert.deepEqual(body, { ...before, pronoun: '您', timezone: 'Asia/Taipei', colour: '#0F766E' })
    assert.equal((await call('PUT', '/api/v1/workspace', { name: 'x' }, await world.keyFor('manager'))).status, 403)
    assert.equal((await call('PUT', '/api/v1/workspace', { timezone: 'Mars/Olympus' })).status, 422)
    assert.equal((await call('PUT', '/api/v1/workspace', { logo: 'data:image/svg+xml;base64,AAAA' })).status, 422)
    await world.addWorkspace('taken')
    assert.equal((await call('PUT', '/api/v1/workspace', { slug: 'taken' })).body.code, 'workspace.slug-taken')
  })

  it('shows its picture to customers', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    assert.equal((await world.call('GET', '/logo/main')).status, 404)
    await call('PUT', '/api/v1/workspace', { logo: `data:image/png;base64,${png}` })
    const { status, headers } = await world.call('GET', '/logo/main')
    assert.deepEqual([status, headers.get('content-type')], [200, 'image/png'])
  })
})

describe('the audit log', () => {
  it('is filtered, paged, and never changed by the app', async () => {
    await call('POST', '/api/v1/keys', { name: '=cmd|x', role: 'viewer' })
    type Page = { items: { id: string; action: string; person: { kind: string } | null }[]; nextCursor: string | null }
    const get = (query: string, key = admin) => world.call<Page>('GET', `/api/v1/audit-entries${query}`, { key })
    const keysOnly = await get('?action=key')
    assert.ok(keysOnly.body.items.length > 0 && keysOnly.body.items.every(({ action }) => action.startsWith('key.')))
    assert.equal(keysOnly.body.items[0]?.person?.kind, 'key')
    const first = await get('?limit=3')
    const second = await get(`?limit=3&cursor=${first.body.nextCursor}`)
    assert.equal(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size, 6)
    const future = new Date(world.clock.now() + DAY).toISOString()
    assert.deepEqual((await get(`?from=${future}`)).body.items, [])
    assert.equal((await get('', await world.keyFor('manager'))).status, 403)
    await assert.rejects(
      world.database.lookups.run((await import('../../platform/db/db.ts')).sql`DELETE FROM audit_entries`),
      /permission denied/,
    )
  })

  it('tells what was changed, before and after, and nothing when nothing was', async () => {
    const entries = async () =>
      (await world.call<{ items: { facts: object }[] }>('GET', '/api/v1/audit-entries?action=workspace.changed&limit=200', { key: admin }))
        .body.items
    await call('PUT', '/api/v1/workspace', { colour: '#112233', mailFrom: null })
    const before = await entries()
    await call('PUT', '/api/v1/workspace', { colour: '#445566', mailFrom: 'care@example.com' })
    await call('PUT', '/api/v1/workspace', { colour: '#445566' })
    const after = await entries()
    assert.equal(after.length, before.length + 1)
    const told = { colour: { from: '#112233', to: '#445566' }, mailFrom: { from: null, to: 'care@example.com' } }
    assert.deepEqual(after[0]?.facts, told)
  })

  it('comes as a file that runs nothing, and says that it was taken', async () => {
    const { text, headers } = await world.call('GET', '/api/v1/audit-entries.csv?action=key', { key: admin })
    assert.match(headers.get('content-type') ?? '', /^text\/csv/)
    assert.match(text, /^at,person,kind,action,subject,facts,address\r\n/)
    assert.ok(text.includes(`,'=cmd|x,`))
    assert.ok((await actions()).includes('audit.exported'))
  })
})

describe('the schedule', () => {
  it('lists every job with its rhythm', async () => {
    const { body } = await world.call<{ jobs: { name: string; every: string }[] }>('GET', '/api/v1/jobs', { key: admin })
    assert.ok(body.jobs.some(({ name, every }) => name === 'mail.send' && every === '5 seconds'))
    assert.equal((await call('GET', '/api/v1/jobs', undefined, await world.keyFor('agent'))).status, 403)
    assert.ok(ownerKey)
  })
})
