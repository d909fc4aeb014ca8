/** What kind of writing a code point belongs to, as far as language and word finding need it. */
export type Script =
  | 'han'
  | 'kana'
  | 'hangul'
  | 'latin'
  | 'digit'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'thai'
  | 'devanagari'
  | 'other'

/** Code points from–to (inclusive), ascending. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x30, 0x39, 'digit'],
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xaa, 0xaa, 'latin'],
  [0xba, 0xba, 'latin'],
  [0xc0, 0xd6, 'latin'],
  [0xd8, 0xf6, 'latin'],
  [0xf8, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x900, 0x97f, 'devanagari'],
  [0xe00, 0xe7f, 'thai'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3005, 0x3007, 'han'],
  [0x3041, 0x30ff, 'kana'],
  [0x3130, 0x318f, 'hangul'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7af, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xff66, 0xff9f, 'kana'],
  [0x20000, 0x323af, 'han'],
]

export function scriptOf(point: number): Script {
  if (point >= 0x4e00 && point <= 0x9fff) return 'han'
  let low = 0
  let high = RANGES.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to, script] = RANGES[middle]!
    if (point < from) high = middle - 1
    else if (point > to) low = middle + 1
    else return script
  }
  return 'other'
}

export const isHan = (point: number): boolean => scriptOf(point) === 'han'

/** A unit that continues a latin word or a number: a match that begins or ends inside one is no match. */
export const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7)
