/** Cuts normalised text into words, in order, leaving nothing out. */
export type Segmenter = (text: string) => string[]

let builtIn: Intl.Segmenter | undefined

/** The segmenter of the JavaScript engine: always there, ready at once, weaker on Chinese names and slang. */
export const builtInSegmenter: Segmenter = (text) => {
  builtIn ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const words: string[] = []
  const segments = builtIn.segment(text)
  // One by one by their places: walking them by the iterator takes a quarter longer.
  for (let at = 0; at < text.length; ) {
    const { segment } = segments.containing(at)!
    words.push(segment)
    at += segment.length
  }
  return words
}

let jieba: Promise<Segmenter> | undefined

/** jieba with its dictionary: better words for 140 ms and 14 MB, so it is loaded only when asked for, and once. */
export function loadSegmenter(): Promise<Segmenter> {
  jieba ??= Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]).then(([{ Jieba }, { dict }]) => {
    const cutter = Jieba.withDict(dict)
    return (text: string) => cutter.cut(text, true)
  })
  return jieba
}
