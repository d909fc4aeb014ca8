import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { answerBuilt } from './built.ts'

describe('answerBuilt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hx-built-'))
  writeFileSync(join(folder, 'app-1.js'), 'console.log("回响")')
  after(() => rmSync(folder, { recursive: true }))

  it('packs for those who take it packed', async () => {
    const answer = await answerBuilt(join(folder, 'app-1.js'), { accepts: 'br, gzip', lasting: true })
    assert.equal(answer?.headers.get('content-encoding'), 'gzip')
    assert.match(answer?.headers.get('cache-control') ?? '', /immutable/)
    assert.equal(gunzipSync(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0))).toString(), 'console.log("回响")')
  })
  it('gives others the plain file', async () => {
    const answer = await answerBuilt(join(folder, 'app-1.js'), { accepts: undefined, lasting: false })
    assert.equal(answer?.headers.get('content-encoding'), null)
    assert.equal(await answer?.text(), 'console.log("回响")')
  })
  for (const path of ['missing.js', '../package.json', 'app-1.exe']) {
    it(`has nothing at ${path}`, async () =>
      assert.equal(await answerBuilt(`${folder}/${path}`, { accepts: 'gzip', lasting: false }), null))
  }
})
