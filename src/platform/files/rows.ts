/** Rows of a file, one at a time, however long it is: CSV in UTF-8 or GB18030, JSON Lines, or a spreadsheet. */
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import type { Facts } from '../../shared/contracts/misfit.ts'
import { type Misfit, Refusal } from '../errors.ts'
import { unpacksWithin } from './unpacked-size.ts'

/** One row by column name; `line` is where it stands in the file, counted from 1. */
export type Row = { line: number; values: Readonly<Record<string, unknown>>; wrong?: WrongRow }

/** Why a line could not be taken apart; its values are empty then. */
export type WrongRow = Omit<Misfit, 'path'>

export type RowSource = { kind: 'path'; path: string } | { kind: 'bytes'; name: string; bytes: Uint8Array }

export type Encoding = 'utf-8' | 'utf-16' | 'gb18030'

const PROBE = 1024 * 1024
const LONGEST_LINE = 1024 * 1024

const refusals = {
  'wrong-kind': 'it is not one of .csv .tsv .jsonl .xlsx',
  'sheet-too-large': 'a spreadsheet may have at most 30 MB; save it as CSV',
  'sheet-broken': 'it is not a whole spreadsheet',
  'csv-broken': 'its CSV breaks off, mostly at a quotation mark that is not closed',
  'line-too-long': 'a line is longer than 1 MB',
} as const

const unreadable = (why: keyof typeof refusals, facts: Facts, detail = '') =>
  new Refusal(
    'invalid',
    `import.${why}`,
    `The file cannot be read: ${refusals[why]}.${detail && ` (${detail})`}`,
    facts,
  )

/** Of so many characters beyond ASCII one may be broken: texts cut off by bytes do occur. Of GB18030 read as UTF-8, most are. */
const SOUND_FOR_ONE_BROKEN = 8

/** UTF-16 by its mark, UTF-8 when it reads as that, else GB18030, which Chinese spreadsheets write. `probe` begins with the file's first byte beyond ASCII. */
export function encodingOf(probe: Uint8Array): Encoding {
  const [first, second] = probe
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16'
  let sound = 0
  let broken = 0
  for (const character of new TextDecoder().decode(probe.subarray(0, PROBE), { stream: true })) {
    if (character === '\uFFFD') broken++
    else if (character > '\x7F') sound++
  }
  return broken * SOUND_FOR_ONE_BROKEN <= sound ? 'utf-8' : 'gb18030'
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
  const encoding = encodingOf(await probeOf(source))
  const text = textOf(source, encoding)
  if (kind === '.jsonl' || kind === '.ndjson') yield* jsonRows(text)
  else if (kind === '.csv' || kind === '.txt' || kind === '.tsv')
    yield* csvRows(text, kind === '.tsv' ? '\t' : undefined)
  else throw unreadable('wrong-kind', { ending: kind || '?' })
}

const beyondAscii = (byte: number): boolean => byte > 0x7f

/** What shows the encoding: the file from its first byte beyond ASCII on. A long file may begin with ids and English alone. */
async function probeOf(source: RowSource): Promise<Uint8Array> {
  if (source.kind === 'bytes') return source.bytes.subarray(Math.max(0, source.bytes.findIndex(beyondAscii)))
  const file = await open(source.path)
  try {
    const part = Buffer.alloc(PROBE)
    let from = 0
    for (;;) {
      const { bytesRead } = await file.read(part, 0, PROBE, from)
      const at = part.subarray(0, bytesRead).findIndex(beyondAscii)
      if (at === 0 || bytesRead === 0) return part.subarray(0, bytesRead)
      from += at === -1 ? bytesRead : at
    }
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
      delimiter: delimiter ?? [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
    }),
  )
  text.on('error', (error: Error) => parser.destroy(error))
  let names: string[] | null = null
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (names === null) names = record.map(nameOf)
      else yield csvRow(info.lines, names, record)
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw unreadable(
        error.code === 'CSV_MAX_RECORD_SIZE' ? 'line-too-long' : 'csv-broken',
        { line: Number(error.lines ?? 1) },
        error.message,
      )
    throw error
  }
}

const nameOf = (head: string, i: number): string => head.trim() || `column ${i + 1}`

/** Cells that are missing at the end are empty; words beyond the last column would be lost, so the line is not taken. */
function csvRow(line: number, names: readonly string[], cells: readonly string[]): Row {
  if (cells.slice(names.length).some((cell) => cell !== '')) {
    const facts = { found: cells.length, known: names.length }
    const message = `The line has ${facts.found} cells, the head only ${facts.known} columns.`
    return { line, values: {}, wrong: { code: 'more-cells', facts, message } }
  }
  return { line, values: Object.fromEntries(names.map((name, i) => [name, cells[i]])) }
}

/** A spreadsheet is unpacked as a whole, hence the limit; longer ones come as CSV. */
const LARGEST_SHEET_MB = 30
/** A few megabytes of repetition unpack to gigabytes. */
const LARGEST_UNPACKED = 96 * 1024 * 1024

async function* sheetRows(source: RowSource): AsyncGenerator<Row> {
  const size = source.kind === 'bytes' ? source.bytes.byteLength : (await stat(source.path)).size
  if (size > LARGEST_SHEET_MB * 1024 * 1024) throw unreadable('sheet-too-large', { most: LARGEST_SHEET_MB })
  const bytes = source.kind === 'bytes' ? Buffer.from(source.bytes) : await readFile(source.path)
  if (!(await unpacksWithin(bytes, LARGEST_UNPACKED)))
    throw unreadable('sheet-broken', {}, 'not a spreadsheet, or far too large unpacked')
  const { readSheet } = await import('read-excel-file/node')
  const sheet = await readSheet(bytes).catch((error: Error) => {
    throw unreadable('sheet-broken', {}, error.message)
  })
  const [header = [], ...rows] = sheet
  const names = header.map((cell, i) => nameOf(cell === null ? '' : String(cell), i))
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
    const values = jsonObject(raw)
    yield values === null
      ? { line, values: {}, wrong: { code: 'not-json', message: 'The line is not a JSON object.' } }
      : { line, values }
  }
}

function jsonObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Lines end at \n only: U+2028 and U+0085 occur inside texts. */
async function* linesOf(text: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = ''
  let line = 1
  for await (const chunk of text) {
    rest += String(chunk)
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    line += lines.length
    if (rest.length > LONGEST_LINE) throw unreadable('line-too-long', { line })
    yield* lines
  }
  if (rest !== '') yield rest
}
