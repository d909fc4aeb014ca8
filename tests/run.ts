/**
 * `npm test`: one server and one template for all test files, then node's own runner.
 *
 *   npm test                       everything
 *   npm test -- src/modules/cases  the files whose path holds one of the words
 *   npm test -- --test-name-pattern=deadline
 */
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureTemplate, withClient } from './database.ts'
import { ensurePackages } from './system-packages.ts'
import { joinTestServer } from './test-server.ts'

const ROOT = join(import.meta.dirname, '..')
const AT_ONCE = 2

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('-'))
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
const files = globSync(['src/**/*.test.ts', 'tests/**/*.test.ts'], { cwd: ROOT })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort()

process.exitCode = files.length === 0 ? nothing() : await runAll()

function nothing(): number {
  console.error(`No test file has ${wanted.join(' or ')} in its path.`)
  return 1
}

async function runAll(): Promise<number> {
  ensurePackages(files.map((file) => readFileSync(join(ROOT, file), 'utf8')))
  const server = await joinTestServer()
  try {
    await withClient(server.url('postgres'), (client) => ensureTemplate(client, server))
    return await runner(server.url('postgres'))
  } finally {
    await server.leave()
  }
}

function runner(ownerUrl: string): Promise<number> {
  const args = ['--test', `--test-concurrency=${AT_ONCE}`, '--test-reporter=spec', ...flags, ...files]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, HX_TEST_PG: ownerUrl },
  })
  // The runner ends its files and we end the server; Ctrl-C reaches it by itself, the others are passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
