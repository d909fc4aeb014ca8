/** One lesson: what is learned from a workspace's judgements. Pure; runs in a thread of its own. */
import { analyseTasks } from '../../engine/analysis/analyse.ts'
import { type JudgeFiles, loadJudges } from '../../engine/analysis/judges.ts'
import type { Score } from '../../engine/analysis/scores.ts'
import type { Taxonomy } from '../../engine/aspects/taxonomy.ts'
import type { Judgement } from '../../engine/learning/judgement.ts'
import { type Figures, type Judged, type Lesson, learn, type Read, type Said } from '../../engine/learning/lesson.ts'
import { type PackedPlanes, packPlanes, unpackPlanes } from '../../engine/learning/packing.ts'
import { plainOf } from './own-reading.ts'

export type ToLearn = { text: string; scores: readonly Score[]; language: string | null }
export type ToLearnFrom = ToLearn & { said: Said; heldBack: boolean; drawn: boolean }
/** A sample of voices that nobody judged, and the part of all voices that people judge, 0…1. */
export type Unobjected = { voices: readonly (ToLearn & { heldBack: boolean })[]; judgedShare: number }
export type Learned = { planes: PackedPlanes; lessons: Lesson[]; figures: Figures[] }

/**
 * Reads all voices with the engine as it ships, and learns what people say otherwise. Categories by key.
 *
 * @param judged  newest first
 * @param live    what is read with now; null for the engine as it ships
 */
export function teach(
  judged: readonly ToLearnFrom[],
  { voices: unjudged, judgedShare }: Unobjected,
  taxonomy: Taxonomy,
  models: JudgeFiles,
  live: PackedPlanes | null,
): Learned {
  const model = loadJudges(models)
  const read = ({ text, scores, language }: ToLearn): Read => {
    const input = { text, scores, ...(language !== null && { language }) }
    const found = analyseTasks(input, { taxonomy, model }, ['sentiment', 'intent', 'aspects'])
    return { text: plainOf(text), base: found as Judgement }
  }
  const { planes, lessons, figures } = learn(
    judged.map((one): Judged => ({ ...read(one), said: one.said, heldBack: one.heldBack, drawn: one.drawn })),
    unjudged.map((one) => ({ ...read(one), heldBack: one.heldBack })),
    live === null ? [] : unpackPlanes(live),
    judgedShare,
  )
  return { planes: packPlanes(planes), lessons, figures }
}
