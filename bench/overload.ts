/**
 * Hardship in figures: 200 callers at once, then the database away under load. `--seconds 10 --away 30 --connections 200`.
 * Ends with 1 when an answer was neither a success nor a 429 or 503 that says when to come again, or something is lost.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Answers, databaseAway, lostOrDoubled, openSite, pour, servesAgain } from '../tests/overload.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    away: { type: 'string', default: '30' },
    connections: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
})
const connections = Math.min(Number(values.connections), 1_000)
const site = await openSite()
try {
  const load = pour(site, connections, 'crowd')
  await sleep(Number(values.seconds) * 1000)
  const crowd = await judged(await load.stop())
  const away = await judged(await databaseAway(site, Number(values.away), connections))
  for (const [what, figures] of Object.entries({
    [`${connections} callers at once`]: crowd,
    [`database away for ${values.away} s`]: away,
  }))
    process.stdout.write(
      `${what}\n${Object.entries(figures)
        .map(([name, value]) => `  ${name.padEnd(16)} ${JSON.stringify(value)}`)
        .join('\n')}\n`,
    )
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'overload', connections, crowd, away })}\n`)
  if ([crowd, away].some(({ wrong, lost, recovered }) => wrong.length + lost > 0 || !recovered)) process.exitCode = 1
} finally {
  await site.close()
}

async function judged({ counts, wrong, acknowledged, longest }: Answers) {
  return {
    counts,
    wrong,
    lost: (await lostOrDoubled(site, acknowledged)).length,
    longestMs: Math.round(longest),
    recovered: await servesAgain(site, 30),
  }
}
