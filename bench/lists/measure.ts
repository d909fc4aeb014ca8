import { Agent, request } from 'node:http'
import type { PageAsked } from './pages.ts'

export type Line = { page: string; n: number; p50: number; p95: number; p99: number; bytes: number }
type Asked = { url: string; key: string; pages: readonly PageAsked[]; connections: number; requests: number }

/** Every page by so many connections at once, each sending the next when the last is answered; times in ms. */
export async function measure({ url, key, pages, connections, requests }: Asked): Promise<Line[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const lines: Line[] = []
  for (const { page, paths } of pages) {
    // Once round for nothing: what stands in no cache is read from disk once in a year of work.
    for (const path of paths) await get(agent, url, path, key)
    const times: number[] = []
    let next = 0
    let bytes = 0
    const one = async () => {
      while (next < requests) {
        const started = performance.now()
        bytes = Math.max(bytes, await get(agent, url, paths[next++ % paths.length] ?? '', key))
        times.push(performance.now() - started)
      }
    }
    await Promise.all(Array.from({ length: connections }, one))
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    lines.push({ page, n: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes })
  }
  agent.destroy()
  return lines
}

function get(agent: Agent, url: string, path: string, key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      let bytes = 0
      let text = ''
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (answer.statusCode !== 200) text += chunk
      })
      answer.once('end', () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${path} answered ${answer.statusCode}: ${text}`)),
      )
    })
    sent.once('error', reject)
    sent.end()
  })
}
