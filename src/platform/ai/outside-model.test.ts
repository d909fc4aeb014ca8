import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type FakeModel, KEY, type Manner, startFakeModel } from '../../../tests/peers/outside-model.ts'
import { createLog } from '../log.ts'
import { createCircuit } from './circuit.ts'
import { type ChatMessage, createOutsideModel } from './outside-model.ts'

const ASKED: ChatMessage[] = [
  { role: 'system', content: 'Answer.' },
  { role: 'user', content: '锅坏了' },
]

describe('the model outside', () => {
  let fake: FakeModel
  before(async () => {
    fake = await startFakeModel()
  })
  after(() => fake.stop())
  const model = (circuit = createCircuit({ fails: 99 })) =>
    createOutsideModel({ baseUrl: `${fake.baseUrl}/`, key: KEY, model: 'a-model' }, createLog('silent'), {
      timeout: 300,
      pause: 5,
      circuit,
    })
  const ask = async (...manners: Manner[]) => {
    fake.heard.length = 0
    fake.does(...manners)
    const answer = await model().ask(ASKED, 50)
    const { ms, ...rest } = answer
    assert.ok(ms >= 0)
    return rest
  }

  it('speaks the protocol', async () => {
    const answer = await ask({ kind: 'says', text: '好', usage: { prompt_tokens: 12, completion_tokens: 3 } })
    assert.deepEqual(answer, { ok: true, text: '好', tokens: { sent: 12, received: 3 } })
    assert.deepEqual(fake.heard, [
      {
        path: 'POST /v1/chat/completions',
        authorization: `Bearer ${KEY}`,
        body: { model: 'a-model', messages: ASKED, max_tokens: 50, temperature: 0.3, stream: false },
      },
    ])
  })

  it('needs no key, and counts by itself where the service does not', async () => {
    fake.does({ kind: 'says', text: '好的' })
    const answer = await createOutsideModel({ baseUrl: fake.baseUrl, key: '', model: 'local' }, createLog('silent')).ask(ASKED, 50)
    assert.equal(fake.heard.at(-1)?.authorization, undefined)
    assert.deepEqual(answer.ok && answer.tokens, { sent: 6, received: 2 })
  })

  const says: Manner = { kind: 'says', text: '好', usage: { prompt_tokens: 1, completion_tokens: 1 } }
  const fine = { ok: true, text: '好', tokens: { sent: 1, received: 1 } }
  const fault = (of: string) => ({ ok: false, fault: of })
  const cases: { name: string; manners: Manner[]; answer: object; asked: number }[] = [
    { name: 'asks again after 429', manners: [{ kind: 'fails', status: 429 }, says], answer: fine, asked: 2 },
    { name: 'asks again after 500', manners: [{ kind: 'fails', status: 500 }, says], answer: fine, asked: 2 },
    { name: 'asks again when it hangs up', manners: [{ kind: 'hangs-up' }, says], answer: fine, asked: 2 },
    {
      name: 'does not wait longer than it would',
      manners: [{ kind: 'fails', status: 503, headers: { 'retry-after': '3600' } }, says],
      answer: fine,
      asked: 2,
    },
    { name: 'gives up after the second 429', manners: [{ kind: 'fails', status: 429 }], answer: fault('busy'), asked: 2 },
    { name: 'gives up after the second 502', manners: [{ kind: 'fails', status: 502, body: '<html>' }], answer: fault('away'), asked: 2 },
    { name: 'tells a wrong key', manners: [{ kind: 'fails', status: 401 }], answer: fault('key'), asked: 1 },
    { name: 'tells an empty account', manners: [{ kind: 'fails', status: 402 }], answer: fault('key'), asked: 1 },
    { name: 'tells an unknown model', manners: [{ kind: 'fails', status: 404 }], answer: fault('unfit'), asked: 1 },
    { name: 'gives up on the slow', manners: [{ kind: 'waits', ms: 2_000 }], answer: fault('slow'), asked: 1 },
    { name: 'reads no rubbish', manners: [{ kind: 'writes', body: '{"choices":[' }], answer: fault('rubbish'), asked: 1 },
    { name: 'reads no other shape', manners: [{ kind: 'writes', body: '{"answer":"好"}' }], answer: fault('rubbish'), asked: 1 },
    { name: 'reads no page', manners: [{ kind: 'writes', body: '<html>好</html>' }], answer: fault('rubbish'), asked: 1 },
    { name: 'takes no empty answer', manners: [{ kind: 'says', text: ' \n' }], answer: fault('rubbish'), asked: 1 },
    { name: 'breaks off what is too long', manners: [{ kind: 'floods', bytes: 3_000_000 }], answer: fault('rubbish'), asked: 1 },
    { name: 'follows nobody elsewhere', manners: [{ kind: 'sends-away', to: 'http://127.0.0.1:1/v1' }], answer: fault('away'), asked: 2 },
  ]
  for (const { name, manners, answer, asked } of cases)
    it(name, async () => {
      assert.deepEqual(await ask(...manners), answer)
      assert.equal(fake.heard.length, asked)
    })

  it('tells a model not to think first once it has said that it must be told so', async () => {
    const qwen = model()
    const message = 'parameter.enable_thinking must be set to false for non-streaming calls'
    fake.heard.length = 0
    fake.does(({ body }) =>
      'enable_thinking' in body && body.enable_thinking === false
        ? says
        : { kind: 'fails', status: 400, body: JSON.stringify({ error: { code: 'invalid_parameter_error', message } }) },
    )
    for (let i = 0; i < 2; i++) assert.equal((await qwen.ask(ASKED, 50)).ok, true)
    assert.deepEqual(
      fake.heard.map(({ body }) => 'enable_thinking' in body),
      [false, true, true],
    )
  })

  it('gives both tries together no more time than one', async () => {
    fake.does({ kind: 'fails', status: 500 }, { kind: 'waits', ms: 5_000 })
    const began = process.hrtime.bigint()
    const answer = await model().ask(ASKED, 50)
    assert.deepEqual([answer.ok, !answer.ok && answer.fault], [false, 'slow'])
    assert.ok(Number(process.hrtime.bigint() - began) / 1e6 < 1_500)
  })

  it('believes no count that is none', async () => {
    const body = JSON.stringify({ choices: [{ message: { content: '好' } }], usage: { prompt_tokens: -5, completion_tokens: 'many' } })
    assert.deepEqual(await ask({ kind: 'writes', body }), { ok: true, text: '好', tokens: { sent: 6, received: 1 } })
  })

  it('is not asked any more while it is away, but is while it only refuses', async () => {
    const away = model(createCircuit({ fails: 2, pause: 60_000 }))
    fake.does({ kind: 'fails', status: 500 })
    await away.ask(ASKED, 50)
    assert.equal(away.isAway(), false)
    await away.ask(ASKED, 50)
    assert.equal(away.isAway(), true)
    fake.heard.length = 0
    assert.deepEqual(await away.ask(ASKED, 50), { ok: false, fault: 'away', ms: 0 })
    assert.equal(fake.heard.length, 0)

    const refusing = model(createCircuit({ fails: 2, pause: 60_000 }))
    fake.does({ kind: 'fails', status: 401 })
    for (let i = 0; i < 3; i++) await refusing.ask(ASKED, 50)
    assert.equal(refusing.isAway(), false)
  })

  it('logs neither words nor key', async () => {
    const lines: string[] = []
    const keep = (facts: object, message: string) => void lines.push(JSON.stringify(facts) + message)
    fake.does({ kind: 'fails', status: 500, body: '锅坏了' })
    const log = { debug: keep, info: keep, warn: keep, error: keep }
    await createOutsideModel({ baseUrl: fake.baseUrl, key: KEY, model: 'm' }, log, { pause: 1 }).ask(ASKED, 50)
    assert.equal(lines.length, 1)
    assert.doesNotMatch(lines.join(), new RegExp(`锅坏了|${KEY}|Answer`))
  })
})
