/** `hx`: what is done to an installation from the command line. Answers on stdout, everything else on stderr. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Refusal, reasonOf, StartRefusal } from '../platform/errors.ts'
import { type Command, UsageError } from './command.ts'

/** Where `scripts/up` keeps it as well: half of a short command's time goes to reading the sources. */
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node'))

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'workspace create': async () => (await import('./workspace.ts')).createWorkspaceCommand,
  'key create': async () => (await import('./workspace.ts')).createKeyCommand,
  'demo load': async () => (await import('./demo.ts')).loadDemoCommand,
  import: async () => (await import('./import.ts')).importCommand,
  analyze: async () => (await import('./analyze.ts')).analyzeCommand,
  mask: async () => (await import('./mask.ts')).maskCommand,
  unmask: async () => (await import('./mask.ts')).unmaskCommand,
  learn: async () => (await import('./learn.ts')).learnCommand,
  apply: async () => (await import('./learn.ts')).applyCommand,
  keywords: async () => (await import('./keywords.ts')).keywordsCommand,
  topics: async () => (await import('./topics.ts')).topicsCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  'secret renew': async () => (await import('./secret.ts')).renewSecretCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
}

const USAGE = `hx: what is done to an installation from the command line

  hx workspace create NAME
  hx key create --workspace SLUG --role ROLE [--name N]
  hx demo load
  hx import FILE --workspace SLUG [--map MAP.json] [--dry-run]
  hx analyze --task sentiment|aspects|intent|language|keywords|pii|all   (JSONL on stdin → JSONL on stdout)
  hx mask   (placeholders for personal data, undone with the installation’s secret only; JSONL on stdin → JSONL on stdout)
  hx unmask   (puts back what hx mask took out)
  hx learn FILE --model OUT [--text FIELD] [--label FIELD]   (a classifier of your own labels)
  hx apply --model FILE   (JSONL on stdin → JSONL on stdout)
  hx keywords [--by FIELD] [--most N]   (which words set each group apart; JSONL with a label on stdin → JSONL on stdout)
  hx topics [--k N] [--describe FILE] [--outliers]   (what voices speak of; JSONL on stdin → JSONL on stdout)
  hx backup FILE
  hx restore FILE
  hx secret renew   (when the old secret is lost)
`

/** A pipe whose reader has gone (`hx analyze | head`) is the end of the work, not a fault. */
process.stdout.on('error', (error: Error & { code?: string }) => process.exit(error.code === 'EPIPE' ? 0 : 1))

/** A file that is not there, may not be read, or is a folder: the system's own words say it. */
const isOfFiles = (error: unknown): boolean => error instanceof Error && 'syscall' in error

async function main(args: string[]): Promise<number> {
  const [first = '', second = ''] = args
  const two = COMMANDS[`${first} ${second}`]
  const one = COMMANDS[first]
  if (two === undefined && one === undefined) {
    process.stderr.write(
      first === '' || first === '--help' || first === 'help'
        ? USAGE
        : `hx: there is no command "${first}". hx --help lists them.\n`,
    )
    return first === '--help' || first === 'help' ? 0 : 2
  }
  const command = await (two ?? one)?.()
  return (await command?.(args.slice(two === undefined ? 1 : 2))) ?? 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError || error instanceof StartRefusal || error instanceof Refusal || isOfFiles(error)))
    throw error
  process.stderr.write(`hx: ${reasonOf(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
