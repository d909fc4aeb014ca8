/** The models that ship, for tests of what is judged by them. */
import { loadSentimentModel } from '../src/engine/sentiment/sentiment.ts'
import { readModels } from '../src/platform/files/models.ts'

export const models = readModels()
export const sentimentModel = loadSentimentModel(models)
