import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answered, freshText, plainSubject, referencesOf } from './mail-thread.ts'

describe('freshText', () => {
  const cases: [name: string, text: string, fresh: string][] = [
    ['keeps a plain mail', '扫地机找不到充电座\n已经三次了', '扫地机找不到充电座\n已经三次了'],
    ['cuts what 在…写道 quotes', '还是不行\n\n在 2026年3月2日 10:00,澄屿客服 写道:\n> 请重启', '还是不行'],
    ['cuts an Outlook quote', 'Still broken.\n\n-----Original Message-----\nFrom: us', 'Still broken.'],
    ['cuts an English quote', 'Thanks\n\nOn Mon, 2 Mar 2026 at 10:00, Chengyu <a@example.com> wrote:\n> hello', 'Thanks'],
    ['drops quoted lines and the signature', '> 你好\n好的\n-- \n李雷', '好的'],
    ['keeps everything rather than nothing', '> 只有引用', '> 只有引用'],
  ]
  for (const [name, text, fresh] of cases) it(name, () => assert.equal(freshText(text), fresh))

  it('takes bounded time on a hostile text', () => {
    const text = `${'于'.repeat(50_000)}\n${'on '.repeat(50_000)}`
    assert.equal(freshText(text), text.trim())
  })
})

describe('threads', () => {
  it('looks at the nearest parent first', () => {
    assert.deepEqual(answered({ inReplyTo: '<c@x>', references: ['<a@x>', '<b@x>', '<c@x>'] }), ['<c@x>', '<b@x>', '<a@x>'])
  })
  it('strips prefixes in several languages', () => assert.equal(plainSubject('Re: 回复：FW: 洗衣机漏水'), '洗衣机漏水'))
  it('keeps the first and the newest references', () => {
    const all = Array.from({ length: 30 }, (_, i) => `<${i}@x>`)
    const kept = referencesOf(all).split(' ')
    assert.equal(kept.length, 20)
    assert.equal(kept[0], '<0@x>')
    assert.equal(kept.at(-1), '<29@x>')
  })
})
