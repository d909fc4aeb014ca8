/** What is done with the texts of themes in another thread. Pure; runs without the database. */
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import { findPii } from '../../engine/privacy/find.ts'
import { type PackedThemes, packThemes, unpackThemes } from '../../engine/themes/packing.ts'
import { fitThemes, themeReader, themesOf } from '../../engine/themes/themes.ts'

/** A model as the database keeps it: its head as JSON. */
export type KeptThemes = { head: string; body: Uint8Array }

const keptOf = ({ head, body }: PackedThemes): KeptThemes => ({ head: JSON.stringify(head), body })
const modelOf = ({ head, body }: KeptThemes) => unpackThemes({ head: JSON.parse(head) as PackedThemes['head'], body })

type Stretch = { start: number; end: number }

/** A voice as it is read for themes. `pii` are the stretches of its text that tell who somebody is. */
export type ThemeText = { subject: string; text: string; pii: readonly Stretch[] }

/** A stretch of `wholeOf` the voice. */
export type Quoted = Stretch & { voice: number }

export type FoundTheme = { number: number; words: { word: string; weight: number }[]; size: number; examples: Quoted[] }

/** `filed` and `confidence` are of each text, in order; 0 for none. */
export type Found = { model: KeptThemes; themes: FoundTheme[]; filed: Int32Array; confidence: Float32Array }

/** Subject and text as examples count their places: what stands before the text is as long as it was. */
export const wholeOf = ({ subject, text }: Pick<ThemeText, 'subject' | 'text'>): string =>
  subject === '' ? text : `${subject}\n${text}`

/** The same with blanks for all that is personal, so that nobody's name becomes a theme. */
function blanked({ subject, text, pii }: ThemeText): string {
  return wholeOf({ subject: blank(subject, findPii(subject)), text: blank(text, pii) })
}

const blank = (text: string, stretches: readonly Stretch[]): string =>
  stretches
    .filter(({ start }) => start < text.length)
    .reduce(
      (left, { start, end }) => left.slice(0, start) + ' '.repeat(Math.min(end, left.length) - start) + left.slice(end),
      text,
    )

/**
 * Finds the themes of texts, keeping the identity of those that are known.
 *
 * @param pages  JSON of lists of `ThemeText`s in UTF-8, in memory that threads share
 */
export async function findThemes(
  pages: readonly Uint8Array[],
  earlier: KeptThemes | null,
  progress: (done: number) => void,
): Promise<Found> {
  const segment = await loadSegmenter()
  const read = pages.flatMap((page) => (JSON.parse(Buffer.from(page).toString()) as ThemeText[]).map(blanked))
  const { model, filed } = fitThemes(read, {
    segment,
    progress,
    ...(earlier !== null && { earlier: modelOf(earlier) }),
  })
  return {
    model: keptOf(packThemes(model)),
    themes: themesOf(model).map(({ id, words, texts: size, examples }) => ({
      number: id,
      words,
      size,
      examples: examples.map(({ text, sentence }) => {
        const start = read[text]!.indexOf(sentence)
        return { voice: text, start, end: start + sentence.length }
      }),
    })),
    filed: Int32Array.from(filed, ({ theme }) => theme ?? 0),
    confidence: Float32Array.from(filed, ({ confidence }) => confidence),
  }
}

type Reader = ReturnType<typeof themeReader>
/** The models that were read with last, by the search that made them. */
const readers = new Map<string, Reader>()
const MOST_READERS = 4

async function readerOf(run: string, model: KeptThemes): Promise<Reader> {
  const known = readers.get(run)
  if (known !== undefined) return known
  const reader = themeReader(modelOf(model), await loadSegmenter())
  for (const oldest of [...readers.keys()].slice(0, readers.size - MOST_READERS + 1)) readers.delete(oldest)
  readers.set(run, reader)
  return reader
}

/** Reads texts into themes that are there. */
export async function readThemes(
  texts: readonly ThemeText[],
  run: string,
  model: KeptThemes,
): Promise<{ theme: number; confidence: number }[]> {
  const read = await readerOf(run, model)
  return texts.map((text) => {
    const { theme, confidence } = read(blanked(text))
    return { theme: theme ?? 0, confidence }
  })
}
