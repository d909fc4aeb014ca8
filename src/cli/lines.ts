import { once } from 'node:events'

/** A voice to be read, or what is wrong with a line. `hidden`: what `hx mask` locked away of it. */
export type Line = { id?: unknown; text: string; targets?: string[]; hidden?: Record<string, string> }
export type Misfit = { id?: unknown; error: string }

/** The whole lines of each piece as it comes, so that a caller who waits for an answer gets one. Lines end at \n only: U+2028 occurs inside texts. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  for await (const piece of pieces) {
    if (!piece.includes('\n')) {
      rest += piece
      continue
    }
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  yield [rest]
}

/** What is not fit for reading keeps its id where it has one, so that the caller knows which it was. */
export function lineOf(raw: string): Line | Misfit {
  try {
    const value = JSON.parse(raw.replace(/^\uFEFF/, '')) as Partial<Line> | null
    const id = value?.id
    if (typeof value?.text !== 'string')
      return { ...(id !== undefined && { id }), error: 'want a JSON object with a text' }
    const targets = Array.isArray(value.targets)
      ? value.targets.filter((target) => typeof target === 'string')
      : undefined
    const hidden = isOfTexts(value.hidden) ? value.hidden : undefined
    return { id, text: value.text, ...(targets !== undefined && { targets }), ...(hidden !== undefined && { hidden }) }
  } catch (error) {
    if (error instanceof SyntaxError) return { error: 'want a JSON object with a text' }
    throw error
  }
}

const isOfTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string')

export async function writeLines(lines: readonly string[]): Promise<void> {
  if (lines.length > 0 && !process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}

/**
 * Reads voices from stdin line by line and writes what `read` makes of each, in order, as it comes.
 *
 * @returns the exit code: 1 when a line could not be read
 */
export async function answerLines(read: (line: Line) => unknown): Promise<number> {
  let failed = 0
  for await (const lines of linesOf(process.stdin.setEncoding('utf8'))) {
    const given = lines.filter((raw) => raw.trim() !== '').map(lineOf)
    failed += given.filter((line) => 'error' in line).length
    await writeLines(given.map((line) => JSON.stringify('error' in line ? line : read(line))))
  }
  return failed === 0 ? 0 : 1
}
