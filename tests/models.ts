/** The models that ship, for tests of what is judged by them. */
import { loadJudges } from '../src/engine/analysis/judges.ts'
import { readModels } from '../src/platform/files/models.ts'

export const models = readModels()
export const sentimentModel = loadJudges(models)
