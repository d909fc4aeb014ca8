/** `npm run check`: everything that can be said about the sources without running them, a line per part. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

type Part = { name: string; args: readonly string[]; needs?: string }
type Outcome = { name: string; passed: boolean; seconds: number; output: string }

const tsc = (config: string): readonly string[] => ['node_modules/typescript/bin/tsc', '--noEmit', '-p', config]

/** Two at a time: the machine of a contributor may have no more cores. Longest first. */
const PARTS: readonly Part[] = [
  { name: 'types', args: tsc('tsconfig.json') },
  { name: 'types of pure code', args: tsc('config/tsconfig.pure.json') },
  { name: 'types of browser code', args: tsc('config/tsconfig.browser.json'), needs: 'src/web/main.tsx' },
  {
    name: 'format and lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '--max-diagnostics=20', '.'],
  },
  {
    name: 'import cycles',
    args: [
      'node_modules/oxlint/bin/oxlint',
      '--import-plugin',
      '-A',
      'all',
      '-D',
      'import/no-cycle',
      'src',
      'tests',
      'scripts',
      'bench',
    ],
  },
  { name: 'architecture', args: ['--test', '--test-reporter=spec', 'tests/architecture.test.ts'] },
  { name: 'schema.sql', args: ['scripts/schema.ts', '--compare'] },
  { name: 'docs/api.md', args: ['scripts/api-doc.ts', '--compare'], needs: 'scripts/api-doc.ts' },
]

const AT_ONCE = 2
const LINES = 120
const queue = PARTS.filter(({ needs }) => needs === undefined || existsSync(join(ROOT, needs)))
const outcomes: Outcome[] = []

await Promise.all(Array.from({ length: AT_ONCE }, worker))
const failed = outcomes.filter(({ passed }) => !passed)
for (const { name, output } of failed) console.log(`\n── ${name}\n${shortened(output)}`)
console.log(
  failed.length === 0
    ? '\nall is well'
    : `\n${failed.length} of ${outcomes.length} parts failed: ${failed.map(({ name }) => name).join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1

/** Enough to begin with; the rest comes when that is mended. */
function shortened(output: string): string {
  const lines = output.trimEnd().split('\n')
  return lines.length <= LINES
    ? lines.join('\n')
    : `${lines.slice(0, LINES).join('\n')}\n… ${lines.length - LINES} more lines`
}

async function worker(): Promise<void> {
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const outcome = await outcomeOf(part)
    outcomes.push(outcome)
    console.log(`${outcome.passed ? '✔' : '✖'} ${outcome.name} (${outcome.seconds.toFixed(1)} s)`)
  }
}

function outcomeOf({ name, args }: Part): Promise<Outcome> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({
        name,
        passed: code === 0,
        seconds: (performance.now() - started) / 1000,
        output: Buffer.concat(chunks).toString('utf8'),
      })
    })
  })
}
