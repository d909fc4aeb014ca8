import { ANY } from './languages.ts'
import type { LanguageThemes, ThemeModel } from './model.ts'

/**
 * A model as it is kept: `head` can be written as JSON; `body` holds the odds (float32, little-endian, words × themes),
 * one language after the other. Examples are left out, for they quote people.
 */
export type PackedThemes = { head: ThemesHead; body: Uint8Array }

type PartHead = {
  language: string
  words: readonly string[]
  shares: readonly number[]
  themes: readonly Omit<LanguageThemes['themes'][number], 'examples'>[]
  foundIn: number
}

/** As it was kept before languages were told apart. */
type EarlierHead = Omit<PartHead, 'language'> & { nextId: number }

export type ThemesHead = { parts: readonly PartHead[]; nextId: number } | EarlierHead

/** All that is needed to file new texts under the themes of a model and to keep their identities. */
export function packThemes({ parts, nextId }: ThemeModel): PackedThemes {
  const body = new Uint8Array(parts.reduce((sum, { mixture }) => sum + mixture.odds.byteLength, 0))
  let at = 0
  for (const { odds } of parts.map(({ mixture }) => mixture)) {
    body.set(new Uint8Array(odds.buffer, odds.byteOffset, odds.byteLength), at)
    at += odds.byteLength
  }
  const head = parts.map(({ language, words, mixture, themes, foundIn }) => ({
    language,
    words,
    shares: [...mixture.shares],
    themes: themes.map(({ id, words: names, texts }) => ({ id, words: names, texts })),
    foundIn,
  }))
  return { head: { parts: head, nextId }, body }
}

/**
 * Reads what `packThemes` gave. The odds are a view of the body where that begins at a multiple of 4, else a copy.
 *
 * @throws RangeError when head and body are not one whole model
 */
export function unpackThemes({ head, body }: PackedThemes): ThemeModel {
  const parts = 'parts' in head ? head.parts : [{ ...head, language: ANY }]
  const sizes = parts.map(({ words, shares }) => words.length * shares.length)
  const size = sizes.reduce((sum, x) => sum + x, 0)
  if (body.byteLength !== size * 4 || parts.some(({ themes, shares }) => themes.length !== shares.length))
    throw new RangeError(`unpackThemes: want ${size * 4} bytes for these themes, got ${body.byteLength}`)
  const odds =
    body.byteOffset % 4 === 0
      ? new Float32Array(body.buffer as ArrayBuffer, body.byteOffset, size)
      : new Float32Array(body.slice().buffer)
  let at = 0
  return {
    parts: parts.map(({ language, words, shares, themes, foundIn }, i) => {
      const own = odds.subarray(at, at + sizes[i]!)
      at += sizes[i]!
      return {
        language,
        words,
        mixture: { count: shares.length, odds: own, shares: Float64Array.from(shares) },
        themes: themes.map((theme) => ({ ...theme, examples: [] })),
        foundIn,
      }
    }),
    nextId: head.nextId,
  }
}
