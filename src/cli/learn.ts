import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Assessment, Share } from '../engine/classifier/assess.ts'
import { fitClassifier, type LabelledText, readerOf } from '../engine/classifier/classifier.ts'
import { type PackedHead, packClassifier, unpackClassifier } from '../engine/classifier/packing.ts'
import { readRows } from '../platform/files/rows.ts'
import { type Command, print, readWords, UsageError } from './command.ts'
import { answerLines } from './lines.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)
const LINE = 0x0a

/** Learns from a labelled file and says how right it was on texts that it had not seen. */
export const learnCommand: Command = async (args) => {
  const { values, positionals } = readWords(
    args,
    {
      model: { type: 'string' },
      text: { type: 'string', default: 'text' },
      label: { type: 'string', default: 'label' },
    } as const,
    ['FILE'],
    'hx learn FILE --model OUT [--text FIELD] [--label FIELD]',
  )
  const [path = ''] = positionals
  if (values.model === undefined) throw new UsageError('--model names the file to be written.')
  const documents = await labelledTexts(path, values.text, values.label)
  const several = documents.some(({ labels }) => labels.length !== 1)
  if (new Set(documents.flatMap(({ labels }) => labels)).size < 2)
    throw new UsageError(`${path} has fewer than two labels in "${values.label}": there is nothing to tell apart.`)
  const { classifier, assessment, leftOut } = fitClassifier(documents, { several })
  const { head, body } = packClassifier(classifier)
  await writeFile(values.model, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), await zip(body)]))
  print({ ...reportOf(assessment), leftOut })
  return 0
}

/** Files voices from stdin by what `hx learn` wrote. */
export const applyCommand: Command = async (args) => {
  const { values } = readWords(args, { model: { type: 'string' } } as const, [], 'hx apply --model FILE')
  if (values.model === undefined) throw new UsageError('--model names the file that hx learn wrote.')
  const classifier = await learned(values.model)
  const read = readerOf(classifier)
  return await answerLines(({ id, text }) => {
    const { labels, confidence, chances } = read(text)
    if (!classifier.several) return { id, label: labels[0], confidence: rounded(confidence) }
    const sure = labels.map((label) => rounded(chances[classifier.labels.indexOf(label)] ?? 0))
    return { id, labels, confidences: sure }
  })
}

async function learned(path: string) {
  const bytes = await readFile(path)
  const end = bytes.indexOf(LINE)
  try {
    const head = JSON.parse(bytes.subarray(0, end).toString('utf8')) as PackedHead
    return unpackClassifier({ head, body: new Uint8Array(await unzip(bytes.subarray(end + 1))) })
  } catch (error) {
    throw new UsageError(
      `${path} was not written by hx learn of this version (${error instanceof Error ? error.message : error}).`,
    )
  }
}

async function labelledTexts(path: string, textField: string, labelField: string): Promise<LabelledText[]> {
  const documents: LabelledText[] = []
  for await (const { line, values, wrong } of readRows({ kind: 'path', path })) {
    if (wrong !== undefined) throw new UsageError(`${path}, line ${line}: ${wrong.message}`)
    const text = values[textField]
    if (typeof text !== 'string' || values[labelField] === undefined)
      throw new UsageError(
        `${path}, line ${line}: want the fields "${textField}" and "${labelField}", found: ${Object.keys(values).join(', ')}. --text and --label name others.`,
      )
    const labels = labelsOf(values[labelField])
    if (labels === null)
      throw new UsageError(`${path}, line ${line}: want a label or a list of labels in "${labelField}".`)
    documents.push({ text, labels })
  }
  return documents
}

/** A label, or several as a list; in a table a list is written as JSON. Null when it is neither. */
function labelsOf(value: unknown): string[] | null {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (Array.isArray(value))
    return value.every((label) => ['string', 'number', 'boolean'].includes(typeof label))
      ? [...new Set(value.map(String))]
      : null
  if (typeof value !== 'string' || value.trim() === '') return null
  if (!/^\s*\[.*\]\s*$/s.test(value)) return [value.trim()]
  try {
    return labelsOf(JSON.parse(value))
  } catch (error) {
    if (error instanceof SyntaxError) return [value.trim()]
    throw error
  }
}

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000

const shareOf = ({ hits, of, rate, interval }: Share) => ({
  hits,
  of,
  rate: rate === null ? null : rounded(rate),
  interval: interval === null ? null : { low: rounded(interval.low), high: rounded(interval.high) },
})

/** Each text was judged by what was learned without it. `labels` comes last: it is long. */
const reportOf = ({ texts, accuracy, microF1, macroF1, calibrationError, labels }: Assessment) => ({
  texts,
  accuracy: shareOf(accuracy),
  microF1: rounded(microF1),
  macroF1: rounded(macroF1),
  calibrationError: rounded(calibrationError),
  labels: labels.map(({ label, precision, recall, f1 }) => ({
    label,
    precision: shareOf(precision),
    recall: shareOf(recall),
    f1: rounded(f1),
  })),
})
