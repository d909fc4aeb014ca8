/** How a category may be parted, from what its voices say. Pure; runs in a thread. */
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import { type Part, type PartedInto, partBy, partInto } from '../../engine/learning/parting.ts'
import { loadMeaning } from '../../engine/similarity/meaning-packing.ts'

/**
 * @param parts     those given, or how many are wanted
 * @param meanings  the model of what words are about, as bytes
 */
export async function partVoices(
  texts: readonly string[],
  parts: readonly Part[] | number,
  meanings: Uint8Array,
): Promise<PartedInto> {
  if (typeof parts === 'number')
    return partInto(texts, parts, { segment: await loadSegmenter(), meanings: loadMeaning(meanings) })
  const given = parts.map(({ words }) => ({ words: [...words], example: '' }))
  return { parts: given, parted: partBy(texts, parts), why: null }
}
