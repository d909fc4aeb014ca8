/**
 * A language model outside of this process, behind the interface that OpenAI made common: DeepSeek, Qwen, llama.cpp and
 * Ollama speak it. What is asked and answered is never logged, nor is the key.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { tokenCount } from '../../shared/text/token-count.ts'
import { MINUTE, SECOND } from '../../shared/time/instant.ts'
import { systemClock } from '../clock.ts'
import type { Log } from '../log.ts'
import { type Circuit, createCircuit } from './circuit.ts'

export type ChatMessage = { role: 'system' | 'user'; content: string }

/**
 * Why there is no answer: it cannot be reached (`away`), took too long (`slow`), has too much to do (`busy`), does not
 * take our key (`key`), does not take what we ask, as an unknown model (`unfit`), or answers what is no answer (`rubbish`).
 */
export type OutsideFault = 'away' | 'slow' | 'busy' | 'key' | 'unfit' | 'rubbish'

export type OutsideAnswer =
  | { ok: true; text: string; tokens: { sent: number; received: number }; ms: number }
  | { ok: false; fault: OutsideFault; ms: number }

export type OutsideModel = {
  /** The model's name, as the setting has it. */
  model: string
  /** The host it is asked at, for people to recognise. */
  host: string
  /** How long an ask may take, in ms. */
  timeout: number
  /** Known to be away just now: asking would not be tried. */
  isAway(): boolean
  /** Asks once, and once more where that may help. Throws nothing but bugs. */
  ask(messages: readonly ChatMessage[], mostTokens: number): Promise<OutsideAnswer>
}

type Access = { baseUrl: string; key: string; model: string }
type Patience = {
  /** How long an ask may take, both tries together, in ms. Models on one's own machine are slow. */
  timeout?: number
  /** How long before asking once more, in ms, unless the service names a shorter time. */
  pause?: number
  circuit?: Circuit
}

const TIMEOUT = MINUTE
const PAUSE = SECOND
/** An answer has a few hundred words; what is much more is no answer. */
const MOST_BYTES = 256 * 1024

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.int().min(0).max(1e9), completion_tokens: z.int().min(0).max(1e9) })
    .nullish()
    .catch(null),
})

/** `thinks`: it would answer only if it were told not to think first. */
type Tried = { fault: OutsideFault; again: boolean; wait?: number; thinks?: true } | z.output<typeof Completion>

export function createOutsideModel(access: Access, log: Log, patience: Patience = {}): OutsideModel {
  const { timeout = TIMEOUT, pause = PAUSE, circuit = createCircuit() } = patience
  const url = `${access.baseUrl.replace(/\/+$/, '')}/chat/completions`
  const host = new URL(url).host
  let thinks = false

  async function tryOnce(body: string, within: number): Promise<Tried> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(access.key !== '' && { authorization: `Bearer ${access.key}` }),
        },
        body,
        // A redirect would carry the key and the words to somebody else.
        redirect: 'error',
        signal: AbortSignal.timeout(within),
      })
      if (!response.ok) {
        return refusedWith(response, await readAtMost(response, MOST_BYTES))
      }
      const text = await readAtMost(response, MOST_BYTES)
      return text === null ? { fault: 'rubbish', again: false } : completionOf(text)
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return { fault: 'slow', again: false }
      if (error instanceof TypeError || (error instanceof Error && error.name === 'AbortError'))
        return { fault: 'away', again: true }
      throw error
    }
  }

  async function ask(messages: readonly ChatMessage[], mostTokens: number): Promise<OutsideAnswer> {
    const began = systemClock()
    const spent = () => Math.max(0, systemClock() - began)
    if (!circuit.mayAsk(began)) return { ok: false, fault: 'away', ms: 0 }
    const body = () =>
      JSON.stringify({
        model: access.model,
        messages,
        max_tokens: mostTokens,
        temperature: 0.3,
        stream: false,
        ...(thinks && { enable_thinking: false }),
      })
    let tried = await tryOnce(body(), timeout)
    if ('fault' in tried && tried.again) {
      if (tried.thinks) thinks = true
      else await sleep(Math.min(tried.wait ?? pause, pause))
      tried = await tryOnce(body(), Math.max(1, timeout - spent()))
    }
    const answered = !('fault' in tried)
    // A service that refuses the key or the model is there: the next person gets the same clear word at once.
    circuit.note(answered || ('fault' in tried && (tried.fault === 'key' || tried.fault === 'unfit')), systemClock())
    if ('fault' in tried) {
      log.warn({ fault: tried.fault, host, ms: spent() }, 'the outside model did not answer')
      return { ok: false, fault: tried.fault, ms: spent() }
    }
    const text = tried.choices[0]?.message.content ?? ''
    const sent = tried.usage?.prompt_tokens ?? tokenCount(messages.map(({ content }) => content).join('\n'))
    const received = tried.usage?.completion_tokens ?? tokenCount(text)
    return { ok: true, text, tokens: { sent, received }, ms: spent() }
  }

  return { model: access.model, host, timeout, isAway: () => circuit.isOpen(systemClock()), ask }
}

/**
 * Qwen's models that think by default refuse answers in one piece unless they are told not to; others do not know that
 * word, so it is said only when it is asked for: 400 `parameter.enable_thinking must be set to false for non-streaming calls`.
 */
const WANTS_NO_THOUGHT = /enable_thinking/

function refusedWith({ status, headers }: Response, said: string | null): Tried {
  if (status === 400 && WANTS_NO_THOUGHT.test(said ?? '')) return { fault: 'unfit', again: true, thinks: true }
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const wait = Number.isFinite(seconds) ? { wait: seconds * SECOND } : {}
  if (status === 429) return { fault: 'busy', again: true, ...wait }
  if (status >= 500) return { fault: 'away', again: true, ...wait }
  return { fault: status === 401 || status === 402 || status === 403 ? 'key' : 'unfit', again: false }
}

function completionOf(text: string): Tried {
  try {
    const read = Completion.safeParse(JSON.parse(text))
    if (read.success && read.data.choices[0]?.message.content.trim() !== '') return read.data
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { fault: 'rubbish', again: false }
}

/** The body as text; null, and broken off, when it is longer. */
async function readAtMost(response: Response, most: number): Promise<string | null> {
  if (response.body === null) return ''
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.byteLength
    // Leaving the loop lets go of the connection.
    if (size > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
