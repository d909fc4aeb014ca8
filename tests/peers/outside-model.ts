/**
 * A model outside, on this machine: it speaks the protocol of chat completions as DeepSeek, Qwen, llama.cpp and Ollama
 * do, and can be told to be slow, to fail, to answer rubbish, or to try to mislead us.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createOutsideModel, type OutsideModel } from '../../src/platform/ai/outside-model.ts'
import { createLog } from '../../src/platform/log.ts'

export type Heard = {
  path: string
  authorization: string | undefined
  body: { model: string; messages: { role: string; content: string }[]; max_tokens: number; stream: boolean }
}

/** What it does with one request. */
export type Manner =
  | { kind: 'says'; text: string; usage?: { prompt_tokens: number; completion_tokens: number } }
  | { kind: 'fails'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'writes'; body: string }
  | { kind: 'waits'; ms: number }
  | { kind: 'floods'; bytes: number }
  | { kind: 'hangs-up' }
  | { kind: 'sends-away'; to: string }

export type FakeModel = {
  /** As HX_AI_BASE_URL has it. */
  baseUrl: string
  /** Everything it was asked, as it came. */
  heard: Heard[]
  /** What it does next: one manner for each request, the last one for all that follow. A function sees what was asked. */
  does(...manners: (Manner | ((heard: Heard) => Manner))[]): void
  stop(): Promise<void>
}

export const KEY = 'sk-a-key-for-tests'

/** The client as the product makes it, pointed at the fake. */
export const outsideAt = ({ baseUrl }: FakeModel): OutsideModel =>
  createOutsideModel({ baseUrl, key: '', model: 'fake-1' }, createLog('silent'))

export async function startFakeModel(): Promise<FakeModel> {
  const heard: Heard[] = []
  let manners: (Manner | ((heard: Heard) => Manner))[] = [{ kind: 'says', text: '好的。' }]
  const server = createServer((request, response) => void take(request, response))

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const one: Heard = {
      path: `${request.method} ${request.url}`,
      authorization: request.headers.authorization,
      body: JSON.parse(Buffer.concat(parts).toString('utf8')) as Heard['body'],
    }
    heard.push(one)
    const next = manners.length > 1 ? manners.shift() : manners[0]
    answer(response, typeof next === 'function' ? next(one) : (next as Manner), one)
  }
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    heard,
    does(...next) {
      manners = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

function answer(response: ServerResponse, manner: Manner, heard: Heard): void {
  switch (manner.kind) {
    case 'says':
      response.writeHead(200, JSON_TYPE).end(JSON.stringify(completion(manner.text, heard, manner.usage)))
      return
    case 'fails':
      response
        .writeHead(manner.status, { ...JSON_TYPE, ...manner.headers })
        .end(manner.body ?? JSON.stringify({ error: { message: 'not now', type: 'server_error', code: null } }))
      return
    case 'writes':
      response.writeHead(200, JSON_TYPE).end(manner.body)
      return
    case 'waits':
      setTimeout(
        () => response.writeHead(200, JSON_TYPE).end(JSON.stringify(completion('spät', heard))),
        manner.ms,
      ).unref()
      return
    case 'floods':
      response.writeHead(200, JSON_TYPE).end(JSON.stringify(completion('x'.repeat(manner.bytes), heard)))
      return
    case 'hangs-up':
      response.destroy()
      return
    case 'sends-away':
      response.writeHead(307, { location: manner.to }).end()
  }
}

const completion = (text: string, { body }: Heard, usage?: { prompt_tokens: number; completion_tokens: number }) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_770_000_000,
  model: body.model,
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
  ...(usage && { usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } }),
})
