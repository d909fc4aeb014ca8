/** How a category may be parted, from what its voices say. Pure; runs in a thread. */
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import { type Part, type Parted, partBy, partInto } from '../../engine/learning/parting.ts'

/** `parts` are those given, or how many are wanted. */
export async function partVoices(
  texts: readonly string[],
  parts: readonly Part[] | number,
): Promise<{ words: string[][]; parted: Parted[] }> {
  if (typeof parts === 'number') return partInto(texts, parts, await loadSegmenter())
  return { words: parts.map(({ words }) => [...words]), parted: partBy(texts, parts) }
}
