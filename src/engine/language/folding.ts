import { SIMPLIFIED, SIMPLIFIED_ONLY, TRADITIONAL } from './folding.data.ts'

/** Han as both ways of writing share it, with its extension A: what a table of two bytes for each holds. */
const FIRST = 0x3400
const LAST = 0x9fff

/** By unit from `FIRST` on: its Simplified form; 0 where it stays as it is. */
const simplifiedOf = new Uint16Array(LAST - FIRST + 1)
const simplifiedOnly = new Uint8Array(LAST - FIRST + 1)
for (let i = 0; i < SIMPLIFIED_ONLY.length; i++) simplifiedOnly[SIMPLIFIED_ONLY.charCodeAt(i) - FIRST] = 1
for (let i = 0; i < TRADITIONAL.length; i++) simplifiedOf[TRADITIONAL.charCodeAt(i) - FIRST] = SIMPLIFIED.charCodeAt(i)

/** The Simplified form of one UTF-16 unit, or the unit itself. One to one, so that offsets stay. */
export const foldUnit = (unit: number): number =>
  unit >= FIRST && unit <= LAST ? simplifiedOf[unit - FIRST]! || unit : unit

/** True for a character that is written so only in Traditional Chinese, as 網. */
export const isTraditionalUnit = (unit: number): boolean =>
  unit >= FIRST && unit <= LAST && simplifiedOf[unit - FIRST] !== 0

/** True for a character that is written so only in Simplified Chinese, as 网. */
export const isSimplifiedUnit = (unit: number): boolean =>
  unit >= FIRST && unit <= LAST && simplifiedOnly[unit - FIRST] === 1

/**
 * Folds Traditional characters to Simplified ones, character by character: 網路很慢 → 网路很慢.
 * Words stay as they are (網路 does not become 网络); the result has the length of the input.
 *
 * @source OpenCC TSCharacters
 */
export function foldHan(text: string): string {
  let folded = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const simplified = foldUnit(unit)
    if (simplified === unit) continue
    folded += text.slice(from, i) + String.fromCharCode(simplified)
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
