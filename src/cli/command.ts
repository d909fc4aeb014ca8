import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Does its work with the words behind its name; gives the exit code. */
export type Command = (args: string[]) => Promise<number>

/** The words of a command are off; the message says how they should be. */
export class UsageError extends Error {}

/** Reads options and positional words, and counts the latter. */
export function readWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  words: readonly string[],
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length !== words.length) throw new UsageError(`usage: ${usage}`)
    return { values, positionals }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message}. Usage: ${usage}`)
    throw error
  }
}

export const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
