import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const kilobytes = (bytes: number): number => Math.round((bytes / 1024) * 10) / 10
const weight = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length

/** Scripts, gzipped, in KB: what the app loads before it shows anything, and with its first page. */
export function staffWeight(dist: string): { firstLoad: number; home: number } {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/app\/(assets\/[\w.-]+\.js)"/g)].map(([, path = '']) => path)
  const home = readdirSync(join(dist, 'assets'))
    .filter((file) => /^HomePage-.*\.js$/.test(file))
    .map((file) => `assets/${file}`)
  const sum = (files: ReadonlySet<string>) =>
    kilobytes([...files].reduce((bytes, file) => bytes + weight(join(dist, file)), 0))
  return { firstLoad: sum(withImports(dist, named)), home: sum(withImports(dist, [...named, ...home])) }
}

/** The files and all that they import at once; what is loaded when it is asked for is not among them. */
function withImports(dist: string, files: readonly string[]): Set<string> {
  const all = new Set(files)
  for (const file of all) {
    const text = readFileSync(join(dist, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) all.add(`assets/${name}`)
  }
  return all
}

/** Each script of the customer pages, gzipped, in KB. */
export function pagesWeight(dist: string): Record<string, number> {
  const scripts = readdirSync(dist).filter((file) => file.endsWith('.js'))
  return Object.fromEntries(
    scripts.map((file) => [file.replace(/-[0-9a-f]+\.js$/, ''), kilobytes(weight(join(dist, file)))]),
  )
}
