/**
 * Two hardships for one installation: more callers than it can serve at once, and a database that is away for a while.
 * Every answer is noted; an answer is deliberate when it is a success, or a 429 or 503 that says when to come again.
 */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, openCluster } from '../src/platform/db/embedded/cluster.ts'
import { withClient } from './database.ts'
import { clear, hx, newPlace, type Place, type Process, startProcess } from './installation.ts'

export type Answers = {
  /** By what was asked and status; 'no answer' when the connection was cut. */
  counts: Record<string, number>
  /** Answers that were no success and did not say what to do. */
  wrong: string[]
  /** Feedback and answers to surveys that were acknowledged. */
  acknowledged: { feedback: string[]; submissions: string[] }
  /** The longest that one waited for an answer, in ms. */
  longest: number
}

export type Site = {
  place: Place
  process: Process
  cluster: Cluster
  dataDir: string
  url: string
  key: string
  slug: string
  close(): Promise<void>
}

/** An installation on a database of its own that can be stopped from here, with a survey that is open. */
export async function openSite(): Promise<Site> {
  const place = await newPlace()
  const dataDir = `${place.dataDir}-database`
  const cluster = await openCluster({ dataDir, say: () => undefined })
  await withClient(cluster.url('postgres'), (client) => client.query('CREATE DATABASE huixiang'))
  const url = cluster.url('huixiang')
  Object.assign(place.env, { DATABASE_URL: url, HX_SECRET: 'a secret for hardship' })
  const process = await startProcess(place)
  const { slug: workspace } = hx<{ slug: string }>(place, 'workspace', 'create', 'Hardship')
  const { key } = hx<{ key: string }>(place, 'key', 'create', '--workspace', workspace, '--role', 'owner')
  const site: Site = {
    place,
    process,
    cluster,
    dataDir,
    url,
    key,
    slug: await openSurvey(process.url, key),
    async close() {
      await clear(place, [process])
      await site.cluster.stop()
    },
  }
  return site
}

async function openSurvey(url: string, key: string): Promise<string> {
  const call = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as { id: string; slug: string }
  }
  const { id } = await call('/surveys', { template: 'nps' })
  return (await call(`/surveys/${id}/publication`, {})).slug
}

type Ask = {
  name: string
  method: 'GET' | 'POST'
  path: string
  body?: object
  of?: { kind: 'feedback' | 'submissions'; id: string }
}

/** What a day brings: mostly voices, answers to a survey, and people who look at lists. */
function askFor({ slug }: Site, n: number, run: string): Ask {
  switch (n % 5) {
    case 0:
      return { name: 'list of feedback', method: 'GET', path: '/api/v1/feedback?limit=50' }
    case 1:
      return { name: 'list of cases', method: 'GET', path: '/api/v1/cases?view=open' }
    case 2: {
      const id = `${run}-submission-${n}`
      return {
        name: 'survey',
        method: 'POST',
        path: `/s/${slug}/responses`,
        body: { submission: id, answers: { recommend: 9 } },
        of: { kind: 'submissions', id },
      }
    }
    default: {
      const id = `${run}-${n}`
      const body = { channel: 'web', sourceId: id, text: `快递太慢,${id}`, occurredAt: '2026-01-01T00:00:00Z' }
      return { name: 'feedback', method: 'POST', path: '/api/v1/feedback', body, of: { kind: 'feedback', id } }
    }
  }
}

/** So many callers at once, each asking again as soon as it is answered, until told to stop. */
export function pour(site: Site, connections: number, run: string): { stop(): Promise<Answers> } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const answers: Answers = { counts: {}, wrong: [], acknowledged: { feedback: [], submissions: [] }, longest: 0 }
  let stopped = false
  let n = 0
  const one = async () => {
    while (!stopped) {
      const ask = askFor(site, n++, run)
      const started = performance.now()
      const { status, retryAfter, text } = await answerTo(agent, site, ask)
      answers.longest = Math.max(answers.longest, performance.now() - started)
      note(answers, ask, status, retryAfter, text)
      if (status === 0 || status >= 429) await sleep(50)
    }
  }
  const done = Promise.all(Array.from({ length: connections }, one))
  return {
    async stop() {
      stopped = true
      await done
      agent.destroy()
      return answers
    },
  }
}

function note(answers: Answers, { name, of }: Ask, status: number, retryAfter: string | undefined, text: string): void {
  const what = `${name} ${status === 0 ? 'no answer' : status}`
  answers.counts[what] = (answers.counts[what] ?? 0) + 1
  if (status >= 200 && status < 300) {
    if (of !== undefined) answers.acknowledged[of.kind].push(of.id)
  } else if (!((status === 429 || status === 503) && Number(retryAfter) > 0) && answers.wrong.length < 20) {
    answers.wrong.push(`${what}: ${text.slice(0, 300)}`)
  }
}

type Answered = { status: number; retryAfter: string | undefined; text: string }

function answerTo(agent: Agent, { process, key }: Site, { method, path, body }: Ask): Promise<Answered> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    authorization: `Bearer ${key}`,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  }
  return new Promise((resolve) => {
    const sent = request(new URL(path, process.url), { agent, method, headers }, (answer) => {
      let said = ''
      answer.on('data', (chunk: Buffer) => {
        said += chunk
      })
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], text: said }),
      )
    })
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')))
    sent.once('error', (error) => resolve({ status: 0, retryAfter: undefined, text: error.message }))
    sent.end(text)
  })
}

/** What was acknowledged and is not there once. */
export async function lostOrDoubled(
  { url }: Site,
  { feedback, submissions }: Answers['acknowledged'],
): Promise<string[]> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT a.id FROM unnest($1::text[]) AS a (id) WHERE (SELECT count(*) FROM feedback f WHERE f.source_id = a.id) <> 1
       UNION ALL SELECT a.id FROM unnest($2::text[]) AS a (id) WHERE (SELECT count(*) FROM responses r WHERE r.submission = a.id) <> 1`,
      [feedback, submissions],
    )
    return rows.map(({ id }) => id)
  })
}

/** True when everything is served as if nothing had been, within so many seconds. */
export async function servesAgain(site: Site, seconds: number): Promise<boolean> {
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await sleep(200)) {
    const agent = new Agent()
    const asks = [0, 1, 3].map((n) => askFor(site, n, `after-${Math.floor(performance.now())}`))
    const statuses = await Promise.all(asks.map(async (ask) => (await answerTo(agent, site, ask)).status))
    agent.destroy()
    if (statuses.every((status) => status >= 200 && status < 300)) return true
  }
  return false
}

/** Load with the database stopped for so many seconds in the middle; the installation itself is left alone. */
export async function databaseAway(site: Site, seconds: number, connections: number): Promise<Answers> {
  const load = pour(site, connections, `away-${seconds}`)
  await sleep(1_000)
  await site.cluster.stop()
  await sleep(seconds * 1000)
  site.cluster = await openCluster({ dataDir: site.dataDir, say: () => undefined })
  await sleep(2_000)
  return await load.stop()
}
