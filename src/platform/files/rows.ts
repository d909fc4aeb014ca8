/** Rows of a file, one at a time, however long it is: CSV in UTF-8 or GB18030, JSON Lines, or a spreadsheet. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { Refusal } from '../errors.ts'

/** One row by column name; `line` is where it stands in the file, counted from 1. */
export type Row = { line: number; values: Readonly<Record<string, unknown>> }

export type RowSource = { kind: 'path'; path: string } | { kind: 'bytes'; name: string; bytes: Uint8Array }

export type Encoding = 'utf-8' | 'gb18030'

const PROBE = 1024 * 1024
const LONGEST_LINE = 1024 * 1024

export const unreadable = (why: string) =>
  new Refusal('invalid', 'import.unreadable', `The file cannot be read: ${why}`, { why })

/** UTF-8 when the beginning is valid UTF-8, else GB18030, which Chinese spreadsheets write. */
export function encodingOf(beginning: Uint8Array): Encoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(beginning.subarray(0, PROBE), { stream: true })
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

/**
 * Reads a file's rows.
 *
 * @throws Refusal 'invalid' when the file is none of the kinds, or its CSV breaks
 */
export async function* readRows(source: RowSource): AsyncGenerator<Row> {
  const name = source.kind === 'path' ? source.path : source.name
  const kind = extname(name).toLowerCase()
  if (kind === '.xlsx') return yield* sheetRows(source)
  const encoding = encodingOf(await beginningOf(source))
  const text = textOf(source, encoding)
  if (kind === '.jsonl' || kind === '.ndjson') yield* jsonRows(text)
  else if (kind === '.csv' || kind === '.txt' || kind === '.tsv')
    yield* csvRows(text, kind === '.tsv' ? '\t' : undefined)
  else throw unreadable(`${kind || 'a file without an ending'} is not one of .csv .tsv .jsonl .xlsx`)
}

async function beginningOf(source: RowSource): Promise<Uint8Array> {
  if (source.kind === 'bytes') return source.bytes
  const file = await open(source.path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBE), 0, PROBE, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function textOf(source: RowSource, encoding: Encoding): NodeJS.ReadableStream {
  const bytes = source.kind === 'path' ? createReadStream(source.path) : Readable.from([Buffer.from(source.bytes)])
  const decoded = iconv.decodeStream(encoding)
  bytes.on('error', (error: Error) => decoded.emit('error', error))
  return bytes.pipe(decoded)
}

async function* csvRows(text: NodeJS.ReadableStream, delimiter: string | undefined): AsyncGenerator<Row> {
  const parser = text.pipe(
    parse({
      bom: true,
      columns: (header: string[]) => header.map((name, i) => name.trim() || `column ${i + 1}`),
      delimiter: delimiter ?? [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
    }),
  )
  text.on('error', (error: Error) => parser.destroy(error))
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>
      info: { lines: number }
    }>) {
      yield { line: info.lines, values: record }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw unreadable(error.message)
    throw error
  }
}

/** A spreadsheet is unpacked as a whole, hence the limit; longer ones come as CSV. */
const LARGEST_SHEET = 30 * 1024 * 1024

async function* sheetRows(source: RowSource): AsyncGenerator<Row> {
  const size = source.kind === 'bytes' ? source.bytes.byteLength : (await stat(source.path)).size
  if (size > LARGEST_SHEET) throw unreadable('a spreadsheet may have at most 30 MB; save it as CSV')
  const { readSheet } = await import('read-excel-file/node')
  const sheet = await readSheet(source.kind === 'bytes' ? Buffer.from(source.bytes) : source.path).catch(
    (error: Error) => {
      throw unreadable(error.message)
    },
  )
  const [header = [], ...rows] = sheet
  const names = header.map((cell, i) => (cell === null ? '' : String(cell).trim()) || `column ${i + 1}`)
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell === null)) continue
    yield { line: i + 2, values: Object.fromEntries(names.map((name, column) => [name, cellOf(cells[column])])) }
  }
}

/** A date cell has no zone: it is passed on as the local date and time that the sheet shows. */
const cellOf = (cell: unknown): unknown =>
  cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : cell

async function* jsonRows(text: NodeJS.ReadableStream): AsyncGenerator<Row> {
  let line = 0
  for await (const raw of linesOf(text)) {
    line++
    if (raw.trim() === '') continue
    yield { line, values: jsonRow(raw) }
  }
}

/** A line that is no JSON object is a row of its own kind, refused with its line number by whoever reads it. */
function jsonRow(raw: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(raw.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { [NOT_JSON]: raw.slice(0, 80) }
}

/** The only value of a line that is not a JSON object. */
export const NOT_JSON = '\u0000not json'

/** Lines end at \n only: U+2028 and U+0085 occur inside texts. */
async function* linesOf(text: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of text) {
    rest += String(chunk)
    if (rest.length > LONGEST_LINE && !rest.includes('\n')) throw unreadable('a line is longer than 1 MB')
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
