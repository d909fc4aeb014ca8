/**
 * How often the sentiment engine is right on texts that its weights have not seen, and how fast it is.
 * `strict` counts a neutral answer as wrong; `sign` takes the sign of the score, as the reference figures do.
 */
import { isHeldBack, judgements, textData } from '../scripts/labelled-texts.ts'
import { sentimentOf } from '../src/engine/sentiment/sentiment.ts'

const table = Object.entries(judgements).flatMap(([set, read]) => {
  const texts = read().filter(({ text }) => isHeldBack(text))
  if (texts.length === 0) return []
  const start = performance.now()
  const found = texts.map(({ text }) => sentimentOf(text))
  const seconds = (performance.now() - start) / 1000
  const share = (isRight: (i: number) => boolean) =>
    Number((texts.filter((_, i) => isRight(i)).length / texts.length).toFixed(4))
  return [
    {
      set,
      texts: texts.length,
      strict: share((i) => found[i]!.label === (texts[i]!.positive ? 'positive' : 'negative')),
      sign: share((i) => found[i]!.score > 0 === texts[i]!.positive),
      perSecond: Math.round(texts.length / seconds),
    },
  ]
})

if (table.length === 0) console.log(`No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`)
else if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'sentiment', sets: table }))
else console.table(table)
