/** Whether voices that mean the same are found, beside what is found by shared words alone. */
import { similarityFigures } from '../../scripts/similarity-figures.ts'
import { loadSegmenter } from '../../src/engine/keywords/segmenter.ts'
import { loadMeaning } from '../../src/engine/similarity/meaning-packing.ts'
import { readModels } from '../../src/platform/files/models.ts'
import type { Part } from './part.ts'

const segment = await loadSegmenter()

/** The figure to beat, measured on LCQMC's held-out part, is an idf-cosine over n-grams: `words` is ours of that kind. */
export const similarity: Part = {
  name: 'similarity',
  slow: true,
  run() {
    const figures = similarityFigures(loadMeaning(readModels().meaning), segment)
    return figures.length === 0 ? 'neither LCQMC nor shopping is there' : { 'voices that mean the same': figures }
  },
}
