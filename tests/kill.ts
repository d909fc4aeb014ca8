/**
 * Kills an installation under load, round after round, and counts: every acknowledged feedback must be
 * there once, none twice, and the work that follows (understanding) must go on after each restart.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { clear, hx, newPlace, type Process, postmasterPid, startProcess } from './installation.ts'

export type KillReport = {
  rounds: number
  databaseKills: number
  sent: number
  acknowledged: number
  lost: number
  doubled: number
  notUnderstood: number
  otherAnswers: Record<string, number>
}

type Sent = { sourceId: string; acknowledged: boolean }

const CONNECTIONS = 20

export async function killRounds(
  serverKills: number,
  databaseKills: number,
  say: (line: string) => void,
): Promise<KillReport> {
  const place = await newPlace()
  let running: Process | null = await startProcess(place)
  try {
    const { slug } = hx<{ slug: string }>(place, 'workspace', 'create', 'Kill test')
    const { key } = hx<{ key: string }>(place, 'key', 'create', '--workspace', slug, '--role', 'owner')
    const sent: Sent[] = []
    const other: Record<string, number> = {}
    for (let round = 0; round < serverKills + databaseKills; round++) {
      const load = pour(running.url, key, round, sent, other)
      await sleep(150 + ((round * 137) % 400))
      if (round < serverKills) {
        await running.kill()
        load.stop()
        await load.done
        running = await startProcess(place)
      } else {
        process.kill(postmasterPid(place), 'SIGKILL')
        await sleep(1_000)
        load.stop()
        await load.done
        await answering(running.url, running.said)
      }
      say(`round ${round + 1}: ${sent.filter(({ acknowledged }) => acknowledged).length} acknowledged`)
    }
    const counted = await count(running.url, key, sent).catch((cause: unknown) => {
      throw new Error(`the feedback could not be counted: ${running?.said().slice(-3000)}`, { cause })
    })
    return { rounds: serverKills, databaseKills, ...counted, otherAnswers: other }
  } finally {
    await clear(place, [running])
  }
}

/** Sends from several connections until told to stop; a text now and then is sent twice on purpose. */
function pour(
  url: string,
  key: string,
  round: number,
  sent: Sent[],
  other: Record<string, number>,
): { stop(): void; done: Promise<unknown> } {
  let stopped = false
  let n = 0
  const note = (each: Sent, status: number) => {
    if (status === 200 || status === 201) each.acknowledged = true
    else if (status !== 0) other[status] = (other[status] ?? 0) + 1
  }
  const one = async () => {
    while (!stopped) {
      const each: Sent = { sourceId: `r${round}-${n++}`, acknowledged: false }
      sent.push(each)
      const times = n % 7 === 0 ? 2 : 1
      const answers = await Promise.all(Array.from({ length: times }, () => post(url, key, each.sourceId)))
      for (const status of answers) note(each, status)
      if (answers.includes(0) || answers.includes(503)) await sleep(50)
    }
  }
  const stop = () => {
    stopped = true
  }
  return { stop, done: Promise.all(Array.from({ length: CONNECTIONS }, one)) }
}

/** The status, or 0 when no answer came. */
async function post(url: string, key: string, sourceId: string): Promise<number> {
  try {
    const response = await fetch(`${url}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        channel: 'api',
        sourceId,
        text: `送货太慢了,等了三天 ${sourceId}`,
        occurredAt: '2026-01-01T00:00:00Z',
      }),
      signal: AbortSignal.timeout(10_000),
    })
    await response.arrayBuffer()
    return response.status
  } catch (error) {
    if (error instanceof Error) return 0
    throw error
  }
}

async function answering(url: string, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(`${url}/readyz`).catch(() => null)
    if (response?.status === 200) return
    await sleep(100)
  }
  throw new Error(`the database did not come back: ${said().slice(-3000)}`)
}

type Item = { sourceId: string; sentiment: string | null }

async function count(url: string, key: string, sent: readonly Sent[]) {
  let items = await everything(url, key)
  for (let tries = 0; tries < 600 && items.some(({ sentiment }) => sentiment === null); tries++) {
    await sleep(500)
    items = await everything(url, key)
  }
  const times = new Map<string, number>()
  for (const { sourceId } of items) times.set(sourceId, (times.get(sourceId) ?? 0) + 1)
  const acknowledged = sent.filter((each) => each.acknowledged)
  return {
    sent: sent.length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ sourceId }) => !times.has(sourceId)).length,
    doubled: [...times.values()].filter((n) => n > 1).length,
    notUnderstood: items.filter(({ sentiment }) => sentiment === null).length,
  }
}

async function everything(url: string, key: string): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const response = await fetch(
      `${url}/api/v1/feedback?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      { headers: { authorization: `Bearer ${key}` } },
    )
    const page = (await response.json()) as { items: Item[]; nextCursor: string | null }
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all
}
