/** The contract as outsiders rely on it, the command line: what needs no database. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'

describe('hx', () => {
  const HX = join(import.meta.dirname, '..', 'src', 'cli', 'hx.ts')
  const hx = (args: string[], input = '') =>
    spawnSync(process.execPath, [HX, ...args], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  type Line = {
    id?: unknown
    error?: string
    language?: string
    sentiment?: { label: string; score: number; confidence: number }
    intent?: { label: string; confidence: number }
    aspects?: { target?: string; category: string; polarity: string; start: number; end: number }[]
    keywords?: { word: string; weight: number }[]
    pii?: { kind: string; start: number; end: number }[]
    masked?: string
  }
  const linesOf = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)

  it('analyze answers in order, every field, one entry for each target', () => {
    const text = '😀屏幕很好，但是电池太差了，电话13800138000'
    const input = [
      { id: 1, text, targets: ['屏幕', '电池'] },
      { id: 'b', text: '请问怎么开发票？' },
      { id: null, text: '' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const { status, stdout, stderr } = hx(['analyze', '--task', 'all'], `\ufeff${input}`)
    assert.deepEqual([status, stderr], [0, ''])
    const [first, second, third] = linesOf(stdout)
    assert.deepEqual([first?.id, second?.id, third?.id], [1, 'b', null])
    assert.match(first?.language ?? '', /^zh/)
    for (const { sentiment } of [first, second, third].filter((line) => line !== undefined))
      assert.ok(sentiment !== undefined && Math.abs(sentiment.score) <= 1 && sentiment.confidence >= 0 && sentiment.confidence <= 1)
    assert.equal(second?.intent?.label, 'question')
    assert.equal(first?.aspects?.find(({ target }) => target === '屏幕')?.polarity, 'positive')
    assert.equal(first?.aspects?.find(({ target }) => target === '电池')?.polarity, 'negative')
    const [phone] = first?.pii ?? []
    assert.equal(text.slice(phone?.start, phone?.end), '13800138000')
    assert.ok(first?.masked !== undefined && !first.masked.includes('13800138000'))
    assert.ok((first?.keywords?.length ?? 0) > 0)
  })

  it('mask hides what is personal, unmask puts it back with the same secret and no other', () => {
    const secret = (of: string) => ({ env: { ...process.env, HX_SECRET: of } })
    const run = (command: string, input: string, of: string) =>
      spawnSync(process.execPath, [HX, command], { input, encoding: 'utf8', ...secret(of) })
    const text = '我叫王小明，电话 138-0013-8000，也可打 13800138000。[姓名-AAAAAA]'
    const masked = run('mask', `${JSON.stringify({ id: 7, text })}\n`, 'a secret of sixteen')
    assert.deepEqual([masked.status, masked.stderr], [0, ''])
    const [line] = linesOf(masked.stdout) as { id?: unknown; text?: string }[]
    assert.equal(line?.id, 7)
    assert.doesNotMatch(masked.stdout, /王小明|0013|13800138000/)
    assert.match(line?.text ?? '', /^我叫\[姓名-[A-Z2-7]{6}\]，电话 \[手机号-([A-Z2-7]{6})\]，也可打 \[手机号-\1-2\]。/)
    const back = run('unmask', masked.stdout, 'a secret of sixteen')
    assert.deepEqual(linesOf(back.stdout), [{ id: 7, text, unknown: ['[姓名-AAAAAA]'] }])
    const other = run('unmask', masked.stdout, 'another secret of sixteen')
    assert.equal(other.status, 1)
    assert.match(other.stderr, /^hx: this was masked with another secret/)
    assert.doesNotMatch(other.stdout, /王小明/)
  })

  it('analyze takes only \\n for the end of a line, keeps the id of what it cannot read, and goes on', () => {
    const { status, stdout } = hx(
      ['analyze', '--task', 'sentiment'],
      '{"id":1,"text":"a\u2028b"}\nnot json\n{"id":3}\n\n{"id":4,"text":"好"}',
    )
    const lines = linesOf(stdout)
    assert.equal(status, 1)
    assert.deepEqual(
      lines.map(({ id }) => id),
      [1, undefined, 3, 4],
    )
    assert.deepEqual(
      lines.map(({ error }) => error !== undefined),
      [false, true, true, false],
    )
  })

  it('analyze answers a line before the next one comes, and ends in peace when nobody reads on', async () => {
    const child = spawn(process.execPath, [HX, 'analyze', '--task', 'language'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const answers = createInterface({ input: child.stdout })
    for (const id of [1, 2]) {
      const answer = once(answers, 'line')
      child.stdin.write(`${JSON.stringify({ id, text: '你好' })}\n`)
      assert.equal((JSON.parse(String((await answer)[0])) as Line).id, id)
    }
    child.stdout.destroy()
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${JSON.stringify({ id: 3, text: '你好' })}\n`.repeat(5_000))
    assert.deepEqual(await once(child, 'exit'), [0, null])
  })

  it('topics files every voice in order under one of N topics and describes them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hx-topics-'))
    const describe = join(folder, 'topics.json')
    const input = Array.from({ length: 20 }, (_, i) => [
      { id: `d${i}`, text: `快递太慢了，物流等了${i}天` },
      { id: i, text: `苹果很甜，水果新鲜，买了${i}斤` },
    ]).flat()
    const lines = [...input.map((line) => JSON.stringify(line)), '{"id":"x"}', '{"id":"y","text":""}']
    const { status, stdout, stderr } = hx(['topics', '--k', '2', '--describe', describe], lines.join('\n'))
    const answers = linesOf(stdout) as { id?: unknown; topic?: number; error?: string }[]
    const told = JSON.parse(readFileSync(describe, 'utf8')) as {
      topics: { topic: number; texts: number; words: { word: string }[]; examples: { id: unknown; text: string }[] }[]
    }
    rmSync(folder, { recursive: true })
    assert.deepEqual([status, stderr], [1, ''])
    assert.deepEqual(
      answers.map(({ id }) => id),
      [...input.map(({ id }) => id), 'x', 'y'],
    )
    assert.ok(answers.at(-2)?.error !== undefined)
    const [delivery, fruit] = answers.map(({ topic }) => topic)
    assert.notEqual(delivery, fruit)
    answers.slice(0, 40).forEach(({ topic }, i) => {
      assert.equal(topic, i % 2 === 0 ? delivery : fruit)
    })
    assert.ok(told.topics.some(({ topic }) => topic === answers.at(-1)?.topic))
    const ofFruit = told.topics.find(({ topic }) => topic === fruit)
    assert.ok(
      ofFruit?.words.some(({ word }) => word === '水果'),
      JSON.stringify(ofFruit),
    )
    assert.ok(ofFruit !== undefined && ofFruit.examples.length > 0 && ofFruit.examples.every(({ id }) => typeof id === 'number'))
    assert.equal(hx(['topics'], '').stdout, '')
  })

  it('says in one line what is wrong', () => {
    const wrong: readonly (readonly [string[], number])[] = [
      [['bogus'], 2],
      [['analyze', '--task', 'joy'], 2],
      [['topics', '--k', '0'], 2],
      [['workspace', 'create'], 2],
      [['key', 'create', '--role', 'boss'], 2],
      [['import', '/no/such/file.csv', '--workspace', 'x'], 1],
    ]
    for (const [args, code] of wrong) {
      const { status, stdout, stderr } = hx(args)
      assert.deepEqual([status, stdout, stderr.trimEnd().split('\n').length], [code, '', 1], `${args.join(' ')}: ${stderr}`)
    }
  })
})
