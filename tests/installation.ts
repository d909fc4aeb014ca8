/** A whole Huixiang in processes of its own, as an operator runs it, for tests that kill, starve or multiply it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './peers/mail-server.ts'

const ROOT = join(import.meta.dirname, '..')

export type Process = {
  child: ChildProcess
  url: string
  kill(): Promise<void>
  stop(): Promise<number | null>
  said(): string
}

export type Place = { dataDir: string; port: number; env: Record<string, string>; remove(): void }

/** A folder and a port for one installation. */
export async function newPlace(env: Record<string, string> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'hx-place-'))
  chmodSync(folder, 0o755)
  return {
    dataDir: join(folder, 'data'),
    port: await freePort(),
    env,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const environment = ({ dataDir, port, env }: Place): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/tmp',
  HX_DATA_DIR: dataDir,
  PORT: String(port),
  HX_LOG: 'warn',
  HX_ADMIN_EMAIL: 'owner@example.com',
  HX_ADMIN_PASSWORD: 'a-long-password-9',
  ...env,
})

/** Starts it and waits for `ready`. */
export async function startProcess(
  place: Place,
  extra: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Process> {
  const child = spawn(process.execPath, [join(ROOT, 'src/main.ts'), ...args], {
    cwd: ROOT,
    env: { ...environment(place), ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const ended = once(child, 'exit')
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      if (/^ready /m.test(said)) resolve()
    })
    void ended.then(([code]) => reject(new Error(`it ended with ${code}: ${said}`)))
  })
  await ready
  return {
    child,
    url: `http://127.0.0.1:${extra.PORT ?? place.port}`,
    said: () => said,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = await ended
      return code as number | null
    },
  }
}

/** Runs `hx` on the place and gives its JSON answer. */
export function hx<Answer>(place: Place, ...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/hx.ts'), ...args], {
    cwd: ROOT,
    env: environment(place),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`hx ${args[0]} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Answer
}

/** The process of the embedded database. */
export const postmasterPid = ({ dataDir }: Place): number =>
  Number(readFileSync(join(dataDir, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Ends whatever still runs on the place and removes its folder. */
export async function clear(place: Place, running: readonly (Process | null)[]): Promise<void> {
  for (const each of running)
    if (each !== null && each.child.exitCode === null && each.child.signalCode === null) await each.stop()
  place.remove()
}
