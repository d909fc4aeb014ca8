/**
 * Every address of the server, called from another workspace: nothing of the first one is changed and no byte of it
 * is answered. Routes are taken from the server's own list, so that a new one is walked without being named here.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import type { Route } from '../src/platform/http/route.ts'
import { PAGES, ROUTES } from '../src/server/routes.ts'
import { roleMay } from '../src/shared/contracts/permissions.ts'
import { publicIdOf } from '../src/shared/ids/public-id.ts'
import { EMPTY_BY_DESIGN, fingerprint, idsIn } from './isolation/evidence.ts'
import { kindOf, sample } from './isolation/sampler.ts'
import { deadLetter, fillWorkspace, id, ids, KINDS, MARK } from './isolation/tenant.ts'
import { type FakeModel, outsideAt, startFakeModel } from './peers/outside-model.ts'
import { openWorld, type World } from './world.ts'

type Address = { method: string; path: string; route: Route | null; who: Route['who'] }
const ADDRESSES: readonly Address[] = [...ROUTES.map((route) => ({ ...route, route })), ...PAGES.map((page) => ({ ...page, route: null }))]
const nameOf = ({ method, path }: Pick<Address, 'method' | 'path'>) => `${method} ${path}`

/** Parameters that are no ids of ours, by address; null is a thing that is public by its nature. */
const WORDS_IN_PATH: Record<string, string | null> = {
  'PUT /api/v1/customers/:customerId customerId': `${MARK}-1`,
  'PUT /api/v1/password-resets/:token token': 'no-such-token',
  'POST /api/v1/learning/versions/:number/use number': '1',
  'GET /api/v1/staff-invitations/:token token': 'no-such-token',
  'POST /api/v1/staff-invitations/:token/acceptance token': 'no-such-token',
  'GET /logo/:slug slug': null,
  'GET /pages/:file file': null,
  'GET /p/:workspace workspace': null,
  // A query code or a token is itself the permission.
  'GET /track/:code code': null,
  'POST /track/:code code': null,
  'GET /check/:token token': null,
  'POST /check/:token token': null,
  'GET /s/:survey survey': null,
  'POST /s/:survey/responses survey': null,
  'POST /s/:survey/follow-up survey': null,
  'GET /s/:survey/thanks/:submission survey': null,
}

/** Addresses that make or change something of the caller's own under an id of the caller's choosing. */
const OWN_BY_NAME = new Set(['PUT /api/v1/customers/:customerId'])

/** Bodies that a schema alone cannot tell: what must hold between the fields. */
const BODIES: Readonly<Record<string, () => object>> = {
  'POST /api/v1/feedback': () => ({ channel: 'web', text: 'probe', attachments: [sampled.get('file')] }),
  'PUT /api/v1/teams/:id': () => ({ name: 'probe', memberIds: [] }),
  'POST /api/v1/cases/:caseId/merge': () => ({ into: sampled.get('case 2') }),
}

let world: World
let fake: FakeModel
let theirs: string
let secrets: string[]
const sampled = new Map<string, string>()

before(async () => {
  fake = await startFakeModel()
  fake.does({ kind: 'says', text: MARK })
  world = await openWorld({
    outside: outsideAt(fake),
  })
  await fillWorkspace(world, await world.keyFor('owner'))
  const letter = await deadLetter(world)
  for (const address of ['POST /api/v1/dead-letters/:id/retry', 'DELETE /api/v1/dead-letters/:id']) WORDS_IN_PATH[`${address} id`] = letter
  const other = await world.addWorkspace('other')
  theirs = await world.keyFor('owner', other)
  const voice = await world.call<{ queryCode: string }>('POST', '/api/v1/feedback', {
    key: theirs,
    body: { channel: 'web', text: 'theirs' },
  })
  WORDS_IN_PATH['GET /track/:code/files/:fileId code'] = voice.body.queryCode
  await world.settle()
  secrets = (await idsIn(world, world.workspaceId)).flatMap((uuid) => [uuid, publicIdOf('x', uuid).slice(2)])
  secrets.push(MARK, MARK.toLowerCase())
  for (const kind of KINDS) {
    const [first, second] = await ids(world, kind)
    if (first !== undefined) sampled.set(kind, first)
    if (second !== undefined) sampled.set(`${kind} 2`, second)
  }
})
after(async () => {
  await world.close()
  await fake.stop()
})

/** The address with ids of the filled workspace in it; null when what it names is public by its nature. */
async function targetOf(address: Address): Promise<string | null> {
  let path: string = address.path.replace(/\/\*$/, '/probe')
  for (const [whole, name = ''] of address.path.matchAll(/:(\w+)/g)) {
    const word = WORDS_IN_PATH[`${nameOf(address)} ${name}`]
    if (word === null) return null
    path = path.replace(whole, word ?? (await idFor(address, name)))
  }
  return path
}

async function idFor(address: Address, name: string): Promise<string> {
  const schema = address.route?.params === undefined ? {} : z.toJSONSchema(address.route.params, { io: 'input', unrepresentable: 'any' })
  const kind = kindOf(propertyOf(schema, name)) ?? PAGE_KINDS[name] ?? null
  assert.ok(
    kind !== null,
    `${nameOf(address)}: nothing says what :${name} is. Give it publicId('…') in its params, or a word in WORDS_IN_PATH`,
  )
  return (await secondOf(address, kind, name)) ?? (await id(world, kind))
}

/** Two ids of a kind in one address are two different things. */
async function secondOf(address: Address, kind: string, name: string): Promise<string | null> {
  return name === 'other' && kind === 'case' && address.path.includes(':caseId') ? ((await ids(world, kind))[1] ?? null) : null
}

/** Pages carry no shapes. */
const PAGE_KINDS: Readonly<Record<string, string>> = {
  fileId: 'file',
  customerId: 'cust',
  surveyId: 'survey',
  improvementId: 'imp',
  caseId: 'case',
}

const propertyOf = (schema: object, name: string): object | undefined => {
  const property = 'properties' in schema ? (schema.properties as Record<string, { anyOf?: object[] }>)[name] : undefined
  return property?.anyOf?.find((each) => kindOf(each) !== null) ?? property
}

async function bodyOf(address: Address): Promise<unknown> {
  const shape = address.route?.body
  if (shape === undefined) return address.route?.bytes ? new TextEncoder().encode('text\nprobe') : undefined
  const byHand = BODIES[nameOf(address)]
  if (byHand !== undefined) return byHand()
  for (const kind of ['every', 'needed'] as const) {
    const body = sample(
      z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as object,
      (of) => sampled.get(of) ?? unknownKind(of),
      kind,
    )
    if (shape.safeParse(body).success) return body
  }
  assert.fail(`${nameOf(address)}: no body could be made from its schema; give one in BODIES of this file`)
}

const unknownKind = (kind: string): never => assert.fail(`no sample for ids like ${kind}_…: add it to tests/isolation/tenant.ts`)

async function queryOf(address: Address): Promise<string> {
  if (address.route?.query === undefined) return ''
  const schema = z.toJSONSchema(address.route.query, { io: 'input', unrepresentable: 'any' }) as { required?: string[] }
  const query = sample(schema as object, (of) => sampled.get(of) ?? unknownKind(of), 'needed') as Record<string, string>
  return `?${new URLSearchParams(query)}`
}

async function call(address: Address, key?: string) {
  const target = await targetOf(address)
  if (target === null) return null
  const body = await bodyOf(address)
  const sent = `${target} ${JSON.stringify(body) ?? ''}`
  const options = { ...(body !== undefined && { body }), ...(key !== undefined && { key }) }
  return { sent, ...(await world.call(address.method, `${target}${await queryOf(address)}`, options)) }
}

describe('another workspace', () => {
  it('stands against one that has something of everything', async () => {
    const rows = await fingerprint(world, world.workspaceId)
    const empty = Object.keys(rows).filter((table) => rows[table] === 'empty' && EMPTY_BY_DESIGN[table] === undefined)
    assert.deepEqual(empty, [], 'add rows of these tables in tests/isolation/tenant.ts')
  })

  it('is walked along every address of the description', async () => {
    const { body } = await world.call<{ paths: Record<string, object> }>('GET', '/api/openapi.json')
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const walked = new Set(ADDRESSES.map((address) => nameOf(address).replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')))
    assert.deepEqual(
      described.filter((each) => !walked.has(each)),
      [],
    )
  })

  for (const address of ADDRESSES) {
    it(`sees and changes nothing by ${nameOf(address)}`, async () => {
      const was = await fingerprint(world, world.workspaceId)
      const answer = await call(address, theirs)
      if (answer === null) return
      const { status, text, sent } = answer
      assert.ok(status < 500, `answered ${status}: ${text}`)
      if (/:\w+/.test(address.path) && !OWN_BY_NAME.has(nameOf(address)))
        assert.ok([401, 403, 404].includes(status), `answered ${status}: ${text}`)
      assert.deepEqual(
        secrets.filter((secret) => text.includes(secret) && !sent.includes(secret)),
        [],
        `foreign bytes in: ${text.slice(0, 2000)}`,
      )
      assert.deepEqual(await fingerprint(world, world.workspaceId), was)
    })
  }
})

describe('the same addresses in their own workspace', () => {
  it('are there: what another workspace is refused, its owner may read', async () => {
    const own = await world.keyFor('owner')
    const refused: string[] = []
    for (const address of ADDRESSES.filter(({ method, path, who }) => method === 'GET' && /:\w+/.test(path) && who.kind !== 'anyone')) {
      const answer = await call(address, own)
      if (answer === null || answer.status !== 200) refused.push(`${nameOf(address)}: ${answer?.status} ${answer?.text}`)
    }
    assert.deepEqual(refused, [])
  })

  it('are closed to whoever does not say who they are', async () => {
    const open: string[] = []
    for (const address of ADDRESSES.filter(({ who }) => who.kind !== 'anyone')) {
      const answer = await call(address)
      if (answer?.status !== 401) open.push(`${nameOf(address)}: ${answer?.status}`)
    }
    assert.deepEqual(open, [])
  })

  it('refuse a viewer whatever viewers may not do', async () => {
    const viewer = await world.keyFor('viewer')
    const wrong: string[] = []
    for (const address of ADDRESSES) {
      if (address.who.kind !== 'can' || roleMay('viewer', address.who.permission)) continue
      const answer = await call(address, viewer)
      if (answer?.status !== 403) wrong.push(`${nameOf(address)}: ${answer?.status}`)
    }
    assert.deepEqual(wrong, [])
  })

  it('refuse a reading key whatever is not reading', async () => {
    const wrong: string[] = []
    const { body } = await world.call<{ key: string }>('POST', '/api/v1/keys', {
      key: await world.keyFor('owner'),
      body: { name: 'reads', role: 'owner', scope: 'read' },
    })
    for (const address of ADDRESSES.filter(({ method, who }) => method !== 'GET' && who.kind !== 'anyone')) {
      const answer = await call(address, body.key)
      if (answer?.status !== 403) wrong.push(`${nameOf(address)}: ${answer?.status}`)
    }
    assert.deepEqual(wrong, [])
  })
})
