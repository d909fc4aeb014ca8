/** The pages that browsers load, built into dist/ when their sources changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { pinnedNode, runAs } from './node.mjs'
import { ROOT } from './places.mjs'
import { fail, say } from './say.mjs'

const SOURCES = [
  'src/web',
  'src/widget',
  'src/pages/scripts',
  'src/shared',
  'config',
  'scripts/build-pages.ts',
  'vite.config.ts',
  'package-lock.json',
]
const STAMP = join(ROOT, 'dist/.sources')
/** The staff app, then the small scripts of the customer pages. */
const STEPS = [['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], ['scripts/build-pages.ts']]

export async function ensurePages() {
  if (!existsSync(join(ROOT, 'src/web/main.tsx')) || isCurrent()) return
  await alone(join(ROOT, '.runtime/build.lock'), 'building the pages', async () => {
    const sources = mark()
    if (isCurrent()) return
    say('building the pages …')
    for (const step of STEPS) {
      const code = await runAs(pinnedNode(), step, { NODE_ENV: 'production' })
      if (code !== 0) fail('The pages could not be built; the reason stands above.')
    }
    mkdirSync(join(ROOT, 'dist'), { recursive: true })
    writeFileSync(STAMP, sources)
  })
}

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === mark()

/** Names, sizes and times of all sources: a few hundred looks at the file system, about 10 ms; nothing is read. */
function mark() {
  return SOURCES.flatMap((place) => marksOf(join(ROOT, place))).join('\n')
}

function marksOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [`${path.slice(ROOT.length)} ${stat.size} ${stat.mtimeMs}`]
  return readdirSync(path)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => marksOf(join(path, name)))
}
