import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { safeName, safeType } from './file-name.ts'
import { FILE_LIMIT } from './files.actions.ts'
import { dispositionOf } from './files.routes.ts'

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('agent')
})
after(() => world.close())

type File = { id: string; name: string; contentType: string; size: number }
const upload = (name: string, body: Uint8Array, type = 'image/png') =>
  world.call<File>('POST', `/api/v1/files?name=${encodeURIComponent(name)}`, { key, body, headers: { 'content-type': type } })

describe('a file', () => {
  it('comes back as a download that nothing runs, and only to its own workspace', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>')
    const sent = await upload('../../截图 1.html', bytes, 'text/html; charset=utf-8')
    assert.equal(sent.status, 201, sent.text)
    assert.deepEqual([sent.body.name, sent.body.contentType, sent.body.size], ['截图 1.html', 'text/html', bytes.length])
    const got = await world.call('GET', `/api/v1/files/${sent.body.id}`, { key })
    assert.equal(got.text, '<script>alert(1)</script>')
    assert.match(
      got.headers.get('content-disposition') ?? '',
      /^attachment; filename="__ 1\.html"; filename\*=UTF-8''%E6%88%AA%E5%9B%BE%201\.html$/,
    )
    assert.equal(got.headers.get('x-content-type-options'), 'nosniff')
    assert.match(got.headers.get('content-security-policy') ?? '', /sandbox/)
    const elsewhere = await world.keyFor('owner', await world.addWorkspace('files-elsewhere'))
    assert.equal((await world.call('GET', `/api/v1/files/${sent.body.id}`, { key: elsewhere })).status, 404)
    assert.equal((await world.call('GET', `/api/v1/files/${sent.body.id}`)).status, 401)
  })

  it('belongs to a feedback that names it', async () => {
    const file = (await upload('a.png', new Uint8Array([1, 2, 3]))).body
    const { body } = await world.call<{ id: string }>('POST', '/api/v1/feedback', {
      key,
      body: { channel: 'counter', text: '见图', attachments: [file.id] },
    })
    const view = await world.call<{ attachments: File[] }>('GET', `/api/v1/feedback/${body.id}`, { key })
    assert.deepEqual(view.body.attachments, [file])
  })

  it('has a size', async () => {
    assert.equal((await upload('empty', new Uint8Array())).status, 422)
    assert.equal((await upload('big', new Uint8Array(FILE_LIMIT + 1))).status, 413)
  })
})

describe('safeName', () => {
  const cases: [given: string, name: string][] = [
    ['report.pdf', 'report.pdf'],
    ['C:\\Users\\me\\截图.png', '截图.png'],
    ['/etc/passwd', 'passwd'],
    ['..', 'file'],
    ['a"b\r\nSet-Cookie: x', 'abSet-Cookie x'],
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['.hidden. ', 'hidden'],
    [`${'长'.repeat(300)}.jpeg`, `${'长'.repeat(195)}.jpeg`],
  ]
  for (const [given, name] of cases)
    it(`${JSON.stringify(given).slice(0, 40)} → ${name.slice(0, 20)}`, () => assert.equal(safeName(given), name))
})

describe('safeType', () => {
  const cases: [given: string, type: string][] = [
    ['Image/PNG', 'image/png'],
    ['text/html; charset=utf-8', 'text/html'],
    ['', 'application/octet-stream'],
    ['x\r\ny/z', 'application/octet-stream'],
    ['image/png\r\nx: y', 'application/octet-stream'],
  ]
  for (const [given, type] of cases) it(`${JSON.stringify(given)} → ${type}`, () => assert.equal(safeType(given), type))
})

describe('dispositionOf', () => {
  it('lets no name out of its quotes', () => {
    assert.equal(dispositionOf('a"; x="b%.txt'), `attachment; filename="a_; x=_b_.txt"; filename*=UTF-8''a%22%3B%20x%3D%22b%25.txt`)
  })
})
