import { textData } from '../../scripts/labelled-texts.ts'
import { neutralFigures, sentimentFigures } from '../../scripts/sentiment-figures.ts'
import { loadSentimentModel } from '../../src/engine/sentiment/sentiment.ts'
import { readModels } from '../../src/platform/files/models.ts'
import type { Part } from './part.ts'
import { sentimentSpeeds } from './speed.ts'

/** Good against bad on texts that the shipped weights have not seen, beside the references measured on the same sets. */
export const sentiment: Part = {
  name: 'sentiment',
  rows: ['accuracy', 'neutral', 'speed'],
  run(isAsked) {
    const model = loadSentimentModel(readModels())
    const tables = {
      ...(isAsked('accuracy') && { accuracy: sentimentFigures(model) }),
      ...(isAsked('neutral') && { neutral: neutralFigures(model) }),
      ...(isAsked('speed') && { speed: sentimentSpeeds() }),
    }
    if (Object.values(tables).every((table) => table.length === 0))
      return `No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`
    return tables
  },
}
