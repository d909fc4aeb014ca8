import { scriptOf } from '../language/script.ts'

/** Text with its digits pulled together; `at[i]` is the place of unit i in the text that was read, `at[length]` its end. */
export type View = { text: string; at: Int32Array }

const NUMERALS: ReadonlyMap<string, string> = new Map(
  ['〇零', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)] as const),
  ),
)
/** Where a run may begin. */
const DIGIT = /[0-9〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺]/g
/** Fewer numerals than this are a quantity or a date in words, not a number somebody hides. */
const FEWEST_NUMERALS = 5
const MOST_BETWEEN = 3

const digitOf = (unit: string): string | undefined => (unit >= '0' && unit <= '9' ? unit : NUMERALS.get(unit))
const parts = (unit: string): boolean =>
  /[\s\-.·*_,~]/.test(unit) ||
  (unit > '\u2000' && scriptOf(unit.codePointAt(0)!) === 'other' && !/[\p{L}\p{P}]/u.test(unit))

/**
 * What is left when the tricks against number finders are undone in normalised text: 一三八 becomes 138, and marks,
 * spaces and emoji between digits go. Null when the text plays no such trick.
 */
export function digitView(text: string): View | null {
  if (!/[0-9〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]/.test(text)) return null
  const units: string[] = []
  const at: number[] = []
  let read = 0
  const keep = (to: number) => {
    for (; read < to; read++) {
      units.push(text[read]!)
      at.push(read)
    }
  }
  for (let from = nextDigit(text, 0); from >= 0; from = nextDigit(text, from)) {
    const run = readRun(text, from)
    if (run === null) {
      from++
      continue
    }
    keep(from)
    for (const { digit, place } of run.digits) {
      units.push(digit)
      at.push(place)
    }
    read = run.end
    from = run.end
  }
  if (read === 0) return null
  keep(text.length)
  at.push(text.length)
  return { text: units.join(''), at: Int32Array.from(at) }
}

function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from
  return DIGIT.exec(text)?.index ?? -1
}

type Run = { digits: { digit: string; place: number }[]; end: number }

/** The run of digits that begins at `from`, marks between them left out; null when it is no run or plain. */
function readRun(text: string, from: number): Run | null {
  if (digitOf(text[from]!) === undefined) return null
  const digits: Run['digits'] = []
  let end = from
  let numerals = 0
  for (let i = from; i < text.length && i - end <= MOST_BETWEEN && digits.length < 40; i++) {
    const digit = digitOf(text[i]!)
    if (digit !== undefined) {
      if (digit !== text[i]) numerals++
      digits.push({ digit, place: i })
      end = i + 1
    } else if (!parts(text[i]!)) break
  }
  const isPlain = numerals === 0 && digits.length === end - from
  const isQuantity = numerals > 0 && digits.length < FEWEST_NUMERALS
  return isPlain || isQuantity ? null : { digits, end }
}
