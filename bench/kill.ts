/** 50 rounds of `kill -9` on the server under load and 10 on the database; `--rounds N --database N` for others. */
import { parseArgs } from 'node:util'
import { killRounds } from '../tests/kill.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    database: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const report = await killRounds(Number(values.rounds), Number(values.database), (line) =>
  process.stderr.write(`${line}\n`),
)
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`)
else
  process.stdout.write(
    `${Object.entries(report)
      .map(([name, value]) => `${name.padEnd(16)} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
      .join('\n')}\n`,
  )
if (report.lost + report.doubled + report.notUnderstood > 0) process.exitCode = 1
