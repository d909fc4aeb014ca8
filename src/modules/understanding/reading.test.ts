import assert from 'node:assert/strict'
import { it } from 'node:test'
import { models } from '../../../tests/models.ts'
import { readAll, type ToRead } from './reading.ts'

const voice = (text: string): ToRead => ({ text, subject: '', language: null, scores: [], mayBeSpam: true })

it('a voice that the engine cannot read takes no others with it, and says where it failed without its words', async () => {
  const unreadable = { ...voice(''), text: { toString: () => '13800138000' } as unknown as string }
  const [before, failed, after] = await readAll([voice('洗衣机漏水了'), unreadable, voice('很好用')], [], models)
  assert.deepEqual([before?.fault, after?.fault], [null, null])
  assert.ok((before?.tokens.length ?? 0) > 0 && (after?.tokens.length ?? 0) > 0)
  assert.match(failed?.fault ?? '', /^TypeError at .+\.ts/)
  assert.ok(!failed?.fault?.includes('13800138000'))
  assert.deepEqual(failed?.tokens, [])
})
