/** What each command of package.json does once the packages are there. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, run, runAs } from './node.mjs'
import { ensurePages } from './pages.mjs'
import { ROOT } from './places.mjs'
import { fail } from './say.mjs'

export async function start(args) {
  await ensurePages()
  await run('src/main.ts', args)
}

export async function test(args) {
  // Tests beside the sources load no page; whoever runs a few of them need not wait for a build.
  const words = args.filter((arg) => !arg.startsWith('-'))
  if (words.length === 0 || words.some((word) => word.includes('tests'))) await ensurePages()
  await run('tests/run.ts', args)
}

export const check = (args) => run('scripts/check.ts', args)
export const schema = (args) => run('scripts/schema.ts', args)
export const train = (args) => run('scripts/train.ts', args)
export const hx = (args) => run('src/cli/hx.ts', args)

export async function screenshots(args) {
  await ensurePages()
  await run('scripts/screenshots.ts', args)
}

export async function bench([name = '', ...args]) {
  const names = readdirSync(join(ROOT, 'bench'))
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
  if (!names.includes(name)) fail(`Which benchmark? There are: ${names.join(', ')}.`)
  await ensurePages()
  await run(`bench/${name}.ts`, args)
}

export async function format(args) {
  const files = args.length > 0 ? args : ['.']
  process.exitCode = await runAs(pinnedNode(), ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...files])
}

/** The server with reload and, when there is one, the web app with hot reload; when one ends the other does too. */
export async function dev(args) {
  const node = pinnedNode()
  const inherit = { cwd: ROOT, stdio: 'inherit' }
  const children = [spawn(node, ['--watch-preserve-output', '--watch', 'src/main.ts', ...args], inherit)]
  if (existsSync(join(ROOT, 'src/web/main.tsx')))
    children.push(spawn(node, ['node_modules/vite/bin/vite.js', '--clearScreen', 'false'], inherit))
  const stop = (signal) => children.map((child) => child.kill(signal))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop('SIGTERM'))
  for (const child of children) child.once('exit', () => stop('SIGTERM'))
}
