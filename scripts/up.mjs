/**
 * The one door: `npm start`, `npm test` and the rest come through here.
 *
 * Runs on whatever Node the machine has (20 or later), brings what the lockfile names, builds the pages when their
 * sources changed, and goes on with the Node that the lockfile pins. Plain JavaScript without packages, for
 * there may be none yet.
 */

import { bench, check, dev, format, hx, schema, screenshots, start, test, train } from './up/commands.mjs'
import { ensureInstalled } from './up/install.mjs'
import { fail } from './up/say.mjs'

const COMMANDS = { start, test, check, dev, bench, train, hx, schema, screenshots, format }
const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined

if (command === undefined) fail(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`)
await ensureInstalled()
await command(args)
