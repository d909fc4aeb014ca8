/**
 * Writes src/engine/language/folding.data.ts from the character tables of opencc-js (OpenCC, Apache-2.0).
 * Run it after an update of opencc-js: the engine then needs neither the package nor its megabyte of phrases.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { resolve } = createRequire(import.meta.url)
const target = join(import.meta.dirname, '../src/engine/language/folding.data.ts')

/** [character, the forms it may have on the other side], for characters of one UTF-16 unit. */
function table(name: string): [string, string[]][] {
  const source = readFileSync(resolve(`opencc-js/dict/${name}`), 'utf8')
  const rows = /"([^"]+)"/.exec(source)?.[1]?.split('|') ?? []
  if (rows.length === 0) throw new Error(`No table in ${name}`)
  return rows
    .map((row): [string, string[]] => [row.split(' ')[0] ?? '', row.split(' ').slice(1)])
    .filter(([from]) => from.length === 1)
}

const folds = table('TSCharacters').flatMap(([from, [to]]) => (to?.length === 1 ? [{ from, to }] : []))
// 后 is itself ordinary in Traditional text; 网 is not.
const telling = table('STCharacters').flatMap(([from, forms]) => (forms.includes(from) ? [] : [from]))

writeFileSync(
  target,
  `/** Made by scripts/make-folding-table.ts from the tables of OpenCC (Apache-2.0): character i of one is character i of the other. */
export const TRADITIONAL =
  '${folds.map(({ from }) => from).join('')}'
export const SIMPLIFIED =
  '${folds.map(({ to }) => to).join('')}'

/** Characters that only Simplified Chinese has. */
export const SIMPLIFIED_ONLY =
  '${telling.join('')}'
`,
)
console.log(`${folds.length} folded, ${telling.length} telling`)
