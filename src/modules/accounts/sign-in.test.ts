import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { DAY, HOUR, MINUTE } from '../../shared/time/instant.ts'
import { codeAt } from './second-factor.ts'
import { addPerson, createWorkspace, ensureFirstRun } from './set-up.actions.ts'

const OURS = { 'x-hx-request': '1' }
const PASSWORD = '春江潮水连海平 海上明月'

type Session = { person: { id: string; twoFactor: boolean }; workspace: { id: string; slug: string }; role: string; workspaces: object[] }

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** What a browser keeps of an answer. */
const cookieOf = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? ''

const signIn = (body: object, headers: Record<string, string> = {}) =>
  world.call<Session & { code: string }>('POST', '/api/v1/session', { body, headers: { ...OURS, ...headers } })

const as = (cookie: string) => ({ ...OURS, cookie })

let made = 0
async function newPerson(role: 'owner' | 'admin' | 'agent' = 'agent') {
  made += 1
  const email = `person${made}@example.com`
  const id = await addPerson(world.db, { email, name: `Person ${made}`, password: PASSWORD, role }, world.clock.now())
  return { id, email }
}

async function signedIn(role: 'owner' | 'admin' | 'agent' = 'agent') {
  const person = await newPerson(role)
  const { headers } = await signIn({ email: person.email, password: PASSWORD })
  return { ...person, cookie: cookieOf(headers) }
}

describe('setting up', () => {
  it('makes the first owner by a link that works once', async () => {
    const path = await ensureFirstRun({ database: world.database, tools: world.tools, admin: null })
    const token = new URL(`http://x${path}`).searchParams.get('token') ?? ''
    assert.equal((await world.call('GET', `/api/v1/setup?token=${token}`)).status, 200)
    assert.equal((await world.call('GET', '/api/v1/setup?token=wrong')).status, 404)

    const body = { token, name: '林晓', email: 'Lin@Example.com', password: PASSWORD, workspaceName: '澄净家电', locale: 'zh-CN' }
    assert.equal((await world.call('POST', '/api/v1/setup', { body })).status, 403, 'not from our pages')
    const weak = await world.call<{ code: string }>('POST', '/api/v1/setup', { body: { ...body, password: '1234567890' }, headers: OURS })
    assert.deepEqual([weak.status, weak.body.code], [422, 'password.too-common'])

    const set = await world.call<Session>('POST', '/api/v1/setup', { body, headers: OURS })
    assert.equal(set.status, 201)
    assert.equal(set.body.role, 'owner')
    assert.equal(set.body.workspaces.length, 2, 'also owns the workspace that nobody owned')
    assert.equal((await world.call('POST', '/api/v1/setup', { body, headers: OURS })).status, 404)
    assert.equal(await ensureFirstRun({ database: world.database, tools: world.tools, admin: null }), null)

    const session = await world.call<Session>('GET', '/api/v1/session', { headers: as(cookieOf(set.headers)) })
    assert.equal(session.body.workspace.slug, set.body.workspace.slug)
    const { rows } = await world.database.owner.query(`SELECT payload FROM outbox WHERE name = 'workspace.created'`)
    assert.ok(rows.length >= 2)
  })

  it('gives further workspaces to the first owner, and slugs once', async () => {
    const now = world.clock.now()
    const first = await createWorkspace(world.database, { name: 'Second Brand', now })
    const second = await createWorkspace(world.database, { name: 'Second Brand', now })
    assert.equal(first.slug, 'second-brand')
    assert.notEqual(second.slug, first.slug)
    await assert.rejects(createWorkspace(world.database, { name: 'x', slug: 'second-brand', now }), { code: 'workspace.slug-taken' })
    const { rows } = await world.database.owner.query('SELECT role FROM memberships WHERE workspace_id = $1', [first.id])
    assert.deepEqual(rows, [{ role: 'owner' }])
  })
})

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { email } = await newPerson()
    const { status, headers, body } = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD })
    assert.equal(status, 200)
    assert.match(headers.get('set-cookie') ?? '', /^hx_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    assert.equal(body.role, 'agent')
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await newPerson()
    const wrong = await signIn({ email, password: 'not this one at all' })
    const unknown = await signIn({ email: 'nobody@example.com', password: PASSWORD })
    assert.equal(wrong.status, 401)
    assert.equal(wrong.body.code, 'session.wrong-credentials')
    assert.equal(wrong.text, unknown.text)
    assert.equal(unknown.status, 401)
  })

  it('refuses another site, with and without a cookie', async () => {
    const { email, cookie } = await signedIn()
    assert.equal((await world.call('POST', '/api/v1/session', { body: { email, password: PASSWORD } })).status, 403)
    const foreign = { cookie, 'x-hx-request': '1', origin: 'https://evil.example' }
    assert.equal((await world.call('PUT', '/api/v1/me', { body: { name: 'x' }, headers: foreign })).status, 403)
    assert.equal((await world.call('PUT', '/api/v1/me', { body: { name: 'x' }, headers: { cookie } })).status, 403)
    assert.equal((await world.call('GET', '/api/v1/me', { headers: { cookie } })).status, 200)
  })

  it('is stopped after ten tries at one account, right password or not', async () => {
    const { email } = await newPerson()
    for (let i = 0; i < 10; i += 1) assert.equal((await signIn({ email, password: 'wrong wrong wrong' })).status, 401)
    const stopped = await signIn({ email, password: PASSWORD })
    assert.equal(stopped.status, 429)
    assert.ok(Number(stopped.headers.get('retry-after')) > 0)
  })

  it('begins a new session and ends the one before', async () => {
    const { email, cookie } = await signedIn()
    const again = await signIn({ email, password: PASSWORD }, { cookie })
    assert.notEqual(cookieOf(again.headers), cookie)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie } })).status, 401)
  })

  it('ends after 30 days without use, and lives on with it', async () => {
    const { cookie } = await signedIn()
    const look = async () => (await world.call('GET', '/api/v1/session', { headers: { cookie } })).status
    world.clock.advance(29 * DAY)
    assert.equal(await look(), 200)
    world.clock.advance(29 * DAY)
    assert.equal(await look(), 200)
    world.clock.advance(31 * DAY)
    assert.equal(await look(), 401)
  })

  it('writes when a session was seen at most once a minute', async () => {
    const { id, cookie } = await signedIn()
    const seen = async () => (await world.database.owner.query('SELECT seen_at AS at FROM sessions WHERE person_id = $1', [id])).rows[0]?.at
    const before = await seen()
    world.clock.advance(MINUTE / 2)
    await world.call('GET', '/api/v1/session', { headers: { cookie } })
    assert.equal(await seen(), before)
    world.clock.advance(MINUTE)
    await world.call('GET', '/api/v1/session', { headers: { cookie } })
    assert.equal(await seen(), world.clock.now())
  })

  it('goes to another workspace of one’s own, and to no other', async () => {
    const { email, id, cookie } = await signedIn()
    const other = await world.addWorkspace(`other-${made}`)
    await addPerson(world.database.in(other), { email, name: '', password: null, role: 'viewer' }, world.clock.now())
    const foreign = await world.addWorkspace(`foreign-${made}`)
    const session = await world.call<{ workspaces: { id: string; slug: string }[] }>('GET', '/api/v1/session', { headers: { cookie } })
    const target = session.body.workspaces.find(({ slug }) => slug === `other-${made}`)
    const moved = await world.call<Session>('PUT', '/api/v1/session/workspace', { body: { workspaceId: target?.id }, headers: as(cookie) })
    assert.deepEqual([moved.body.role, moved.body.workspace.slug], ['viewer', `other-${made}`])
    const { publicIdOf } = await import('../../shared/ids/public-id.ts')
    const refused = await world.call('PUT', '/api/v1/session/workspace', {
      body: { workspaceId: publicIdOf('ws', foreign) },
      headers: as(cookie),
    })
    assert.equal(refused.status, 404)
    assert.ok(id)
  })
})

describe('sessions', () => {
  it('are listed and ended, one and all others', async () => {
    const { email, cookie } = await signedIn()
    const second = cookieOf((await signIn({ email, password: PASSWORD })).headers)
    const third = cookieOf((await signIn({ email, password: PASSWORD })).headers)
    type List = { items: { id: string; current: boolean }[] }
    const { body } = await world.call<List>('GET', '/api/v1/me/sessions', { headers: { cookie } })
    assert.equal(body.items.length, 3)
    assert.equal(body.items.filter(({ current }) => current).length, 1)
    const mine = async (of: string) =>
      (await world.call<List>('GET', '/api/v1/me/sessions', { headers: { cookie: of } })).body.items?.find((each) => each.current)?.id

    assert.equal((await world.call('DELETE', `/api/v1/me/sessions/${await mine(second)}`, { headers: as(cookie) })).status, 204)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie: second } })).status, 401, 'at once')
    const stranger = await signedIn()
    assert.equal((await world.call('DELETE', `/api/v1/me/sessions/${await mine(third)}`, { headers: as(stranger.cookie) })).status, 404)

    assert.equal((await world.call('DELETE', '/api/v1/me/sessions', { headers: as(cookie) })).status, 204)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie: third } })).status, 401)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie } })).status, 200)
    const out = await world.call('DELETE', '/api/v1/session', { headers: as(cookie) })
    assert.match(out.headers.get('set-cookie') ?? '', /^hx_session=; Max-Age=0/)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie } })).status, 401)
  })

  it('all others end when the password changes', async () => {
    const { email, cookie } = await signedIn()
    const other = cookieOf((await signIn({ email, password: PASSWORD })).headers)
    const next = '落花时节又逢君 江南好风景'
    const change = (current: string) =>
      world.call<{ code: string }>('PUT', '/api/v1/me/password', { body: { current, next }, headers: as(cookie) })
    assert.equal((await change('not the one')).body.code, 'password.wrong')
    assert.equal((await change(PASSWORD)).status, 204)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie: other } })).status, 401)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie } })).status, 200)
    assert.equal((await signIn({ email, password: next })).status, 200)
  })
})

describe('the second factor', () => {
  async function withFactor() {
    const person = await signedIn()
    const headers = as(person.cookie)
    const offer = await world.call<{ secret: string; uri: string; picture: string }>('POST', '/api/v1/me/two-factor', {
      body: { password: PASSWORD },
      headers,
    })
    assert.match(offer.body.uri, /^otpauth:\/\/totp\//)
    assert.match(offer.body.picture, /^<svg/)
    const { secret } = offer.body
    const wrong = await world.call<{ code: string }>('PUT', '/api/v1/me/two-factor', { body: { code: '000000' }, headers })
    assert.equal(wrong.body.code, 'factor.wrong-code')
    const on = await world.call<{ codes: string[] }>('PUT', '/api/v1/me/two-factor', {
      body: { code: codeAt(secret, world.clock.now()) },
      headers,
    })
    assert.equal(on.body.codes.length, 10)
    return { ...person, secret, codes: on.body.codes }
  }

  it('asks for a code, takes it once, and allows clocks to differ by one step', async () => {
    const { email, secret } = await withFactor()
    const enter = (code?: string) => signIn({ email, password: PASSWORD, ...(code !== undefined && { code }) })
    assert.equal((await enter()).body.code, 'session.code-required')
    assert.equal((await enter(codeAt(secret, world.clock.now()))).body.code, 'session.wrong-code', 'used to turn it on')
    world.clock.advance(MINUTE)
    const code = codeAt(secret, world.clock.now())
    const answer = await enter(code)
    assert.equal(answer.status, 200)
    assert.equal(answer.body.person.twoFactor, true)
    assert.equal((await enter(code)).body.code, 'session.wrong-code', 'seen before')
    world.clock.advance(2 * MINUTE)
    const late = codeAt(secret, world.clock.now())
    world.clock.advance(MINUTE / 2)
    assert.equal((await enter(late)).status, 200)
    world.clock.advance(2 * MINUTE)
    const older = codeAt(secret, world.clock.now())
    world.clock.advance(MINUTE * 1.5)
    assert.equal((await enter(older)).body.code, 'session.wrong-code')
  })

  it('is asked for only after the right password', async () => {
    const { email } = await withFactor()
    assert.equal((await signIn({ email, password: 'something else' })).body.code, 'session.wrong-credentials')
  })

  it('takes each recovery code once, however it is typed', async () => {
    const { email, codes, cookie } = await withFactor()
    const [code = ''] = codes
    const typed = code.toUpperCase().replaceAll('-', ' ')
    assert.equal((await signIn({ email, password: PASSWORD, code: typed })).status, 200)
    assert.equal((await signIn({ email, password: PASSWORD, code })).status, 401)
    const me = await world.call<{ recoveryCodesLeft: number }>('GET', '/api/v1/me', { headers: { cookie } })
    assert.equal(me.body.recoveryCodesLeft, 9)
  })

  it('is taken off by the password', async () => {
    const { email, cookie } = await withFactor()
    assert.equal((await world.call('DELETE', '/api/v1/me/two-factor', { body: { password: 'no' }, headers: as(cookie) })).status, 403)
    assert.equal((await world.call('DELETE', '/api/v1/me/two-factor', { body: { password: PASSWORD }, headers: as(cookie) })).status, 204)
    assert.equal((await signIn({ email, password: PASSWORD })).status, 200)
  })

  it('keeps its secret sealed', async () => {
    const { id, secret } = await withFactor()
    const { rows } = await world.database.owner.query<{ sealed: string }>('SELECT totp_sealed AS sealed FROM people WHERE id = $1', [id])
    assert.ok(!rows[0]?.sealed.includes(secret))
    assert.equal(world.tools.seal.open(rows[0]?.sealed ?? ''), secret)
  })
})

describe('one’s own profile', () => {
  it('leaves in the log what others see of it', async () => {
    const { id, cookie } = await signedIn()
    for (const body of [{ name: '林小满', digest: 'off' }, { away: true }, { away: true, locale: 'en' }])
      assert.equal((await world.call('PUT', '/api/v1/me', { body, headers: as(cookie) })).status, 200)
    const { rows } = await world.database.owner.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE person_id = $1 AND action LIKE 'person.%' ORDER BY id`,
      [id],
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['person.renamed', 'person.away'],
    )
  })
})

describe('another e-mail address', () => {
  const move = (cookie: string, email: string, password = PASSWORD) =>
    world.call<{ code: string }>('PUT', '/api/v1/me/email', { body: { email, password }, headers: as(cookie) })

  it('is taken with the password; the old one is told and signs in no more', async () => {
    const { id, email, cookie } = await signedIn()
    const next = `new-${email}`
    assert.equal((await move(cookie, next, 'not my password')).body.code, 'password.wrong')
    assert.equal((await move(cookie, next.toUpperCase())).status, 204)
    assert.equal((await signIn({ email, password: PASSWORD })).status, 401)
    assert.equal((await signIn({ email: next, password: PASSWORD })).status, 200)
    const { owner } = world.database
    const { rows: told } = await owner.query<{ text: string }>('SELECT text FROM mails WHERE recipient = $1', [email])
    assert.ok(told.length === 1 && told[0]?.text.includes(next))
    const { rows: kept } = await owner.query<{ facts: unknown }>(
      `SELECT facts FROM audit_entries WHERE person_id = $1 AND action = 'person.email-changed'`,
      [id],
    )
    assert.deepEqual(kept, [{ facts: { email: { from: email, to: next } } }])
  })

  it('is not one that another account has', async () => {
    const { email } = await newPerson()
    const { cookie } = await signedIn()
    const refused = await move(cookie, email)
    assert.deepEqual([refused.status, refused.body.code], [409, 'person.email-taken'])
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => world.call('POST', '/api/v1/password-resets', { body: { email } })
  async function linkFor(email: string): Promise<string> {
    const { rows } = await world.database.owner.query<{ text: string }>(
      `SELECT text FROM mails WHERE recipient = $1 ORDER BY id DESC LIMIT 1`,
      [email],
    )
    return /token=([\w-]+)/.exec(rows[0]?.text ?? '')?.[1] ?? ''
  }
  const set = (token: string, password: string) =>
    world.call<{ code: string }>('PUT', `/api/v1/password-resets/${token}`, { body: { password } })

  it('answers the same whether there is an account or not, and mails only those there are', async () => {
    const { email } = await newPerson()
    const known = await ask(email)
    const unknown = await ask('nobody@example.com')
    assert.deepEqual([known.status, known.text], [202, ''])
    assert.deepEqual([unknown.status, unknown.text], [202, ''])
    assert.notEqual(await linkFor(email), '')
    const { rows } = await world.database.owner.query(`SELECT FROM mails WHERE recipient = 'nobody@example.com'`)
    assert.equal(rows.length, 0)
  })

  it('is set by the link once, ends every session, and leaves the second factor alone', async () => {
    const { email, cookie } = await signedIn()
    await ask(email)
    const token = await linkFor(email)
    assert.equal((await set(token, 'short')).body.code, 'password.too-short')
    assert.equal((await set(token, '山重水复疑无路 柳暗花明')).status, 204)
    assert.equal((await set(token, '山重水复疑无路 柳暗花明')).status, 404)
    assert.equal((await world.call('GET', '/api/v1/session', { headers: { cookie } })).status, 401)
    assert.equal((await signIn({ email, password: PASSWORD })).status, 401)
    assert.equal((await signIn({ email, password: '山重水复疑无路 柳暗花明' })).status, 200)
  })

  it('is too late after an hour, and a later link ends with the password set', async () => {
    const { email } = await newPerson()
    await ask(email)
    const first = await linkFor(email)
    world.clock.advance(HOUR + 1)
    assert.equal((await set(first, '山重水复疑无路 柳暗花明')).status, 404)
    await ask(email)
    const second = await linkFor(email)
    await ask(email)
    const third = await linkFor(email)
    assert.equal((await set(third, '山重水复疑无路 柳暗花明')).status, 204)
    assert.equal((await set(second, '山重水复疑无路 柳暗花明二')).status, 404)
  })
})
