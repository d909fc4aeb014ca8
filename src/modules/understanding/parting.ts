/** How a category may be parted, from what its voices say. Pure; runs in a thread. */
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import { type Part, type PartedInto, partBy, partInto } from '../../engine/learning/parting.ts'

/** `parts` are those given, or how many are wanted. */
export async function partVoices(texts: readonly string[], parts: readonly Part[] | number): Promise<PartedInto> {
  if (typeof parts === 'number') return partInto(texts, parts, await loadSegmenter())
  const given = parts.map(({ words }) => ({ words: [...words], example: '' }))
  return { parts: given, parted: partBy(texts, parts), why: null }
}
