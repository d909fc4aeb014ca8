import type { ThemeModel } from './themes.ts'

/**
 * A model as it is kept: `head` can be written as JSON; `body` holds the odds (float32, little-endian, words × themes).
 * Examples are left out, for they quote people.
 */
export type PackedThemes = { head: ThemesHead; body: Uint8Array }

export type ThemesHead = {
  words: readonly string[]
  shares: readonly number[]
  themes: readonly Omit<ThemeModel['themes'][number], 'examples'>[]
  nextId: number
  foundIn: number
}

/** All that is needed to file new texts under the themes of a model and to keep their identities. */
export function packThemes({ words, mixture, themes, nextId, foundIn }: ThemeModel): PackedThemes {
  const { odds, shares } = mixture
  return {
    head: {
      words,
      shares: [...shares],
      themes: themes.map(({ id, words: names, texts }) => ({ id, words: names, texts })),
      nextId,
      foundIn,
    },
    body: new Uint8Array(odds.buffer, odds.byteOffset, odds.byteLength),
  }
}

/**
 * Reads what `packThemes` gave. The odds are a view of the body where that begins at a multiple of 4, else a copy.
 *
 * @throws RangeError when head and body are not one whole model
 */
export function unpackThemes({ head, body }: PackedThemes): ThemeModel {
  const { words, shares, themes, nextId, foundIn } = head
  const size = words.length * shares.length
  if (body.byteLength !== size * 4 || themes.length !== shares.length)
    throw new RangeError(
      `unpackThemes: want ${size * 4} bytes for ${themes.length} themes, got ${body.byteLength} for ${shares.length}`,
    )
  const odds =
    body.byteOffset % 4 === 0
      ? new Float32Array(body.buffer as ArrayBuffer, body.byteOffset, size)
      : new Float32Array(body.slice().buffer)
  return {
    words,
    mixture: { count: shares.length, odds, shares: Float64Array.from(shares) },
    themes: themes.map((theme) => ({ ...theme, examples: [] })),
    nextId,
    foundIn,
  }
}
