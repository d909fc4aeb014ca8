import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { MODEL_NAMES, readModels, sealed } from './models.ts'

describe('readModels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hx-models-'))
  const file = join(folder, 'sentiment.bin')
  const whole = sealed(Buffer.from('a model'))

  it('stops the start with one line when a model is missing, cut short or changed', () => {
    const refused = (why: RegExp) => assert.throws(() => readModels(folder), { name: 'StartRefusal', message: why })
    refused(/sentiment\.bin cannot be read .*npm run train -- sentiment/)
    for (const broken of [whole.slice(0, -1), whole.with(0, 0x41), new Uint8Array()]) {
      writeFileSync(file, broken)
      refused(/sentiment\.bin is broken: .*npm run train -- sentiment/)
    }
  })

  it('gives the bytes in memory that threads share', () => {
    for (const name of MODEL_NAMES) writeFileSync(join(folder, `${name}.bin`), whole)
    const { sentiment } = readModels(folder)
    assert.ok(sentiment.buffer instanceof SharedArrayBuffer)
    assert.equal(Buffer.from(sentiment).toString(), 'a model')
  })
})
