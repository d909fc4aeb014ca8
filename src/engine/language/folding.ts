import { SIMPLIFIED, SIMPLIFIED_ONLY, TRADITIONAL } from './folding.data.ts'

const simplifiedOf = new Map<number, number>()
const simplifiedOnly = new Set<number>()
for (let i = 0; i < SIMPLIFIED_ONLY.length; i++) simplifiedOnly.add(SIMPLIFIED_ONLY.charCodeAt(i))
for (let i = 0; i < TRADITIONAL.length; i++) simplifiedOf.set(TRADITIONAL.charCodeAt(i), SIMPLIFIED.charCodeAt(i))

/** The Simplified form of one UTF-16 unit, or the unit itself. One to one, so that offsets stay. */
export const foldUnit = (unit: number): number => simplifiedOf.get(unit) ?? unit

/** True for a character that is written so only in Traditional Chinese, as 網. */
export const isTraditionalUnit = (unit: number): boolean => simplifiedOf.has(unit)

/** True for a character that is written so only in Simplified Chinese, as 网. */
export const isSimplifiedUnit = (unit: number): boolean => simplifiedOnly.has(unit)

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
    const simplified = simplifiedOf.get(text.charCodeAt(i))
    if (simplified === undefined) continue
    folded += text.slice(from, i) + String.fromCharCode(simplified)
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
