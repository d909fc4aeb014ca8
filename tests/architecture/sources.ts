/** The sources as the house rules see them: files, what kind each is, and every import it makes. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'

export const SRC = join(import.meta.dirname, '../../src')

/** `to` is a path under src/ when `inside`, else the name of a package or a part of Node. Null: cannot be told. */
export type Import = { to: string | null; inside: boolean; typeOnly: boolean }

export const sourceFiles = (root = SRC): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort()

/** The text without comments on lines of their own and in blocks: what is said about a rule does not break it. */
export const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/^\s*\/\/.*$/gm, '')

export const readCode = (file: string): string => codeOf(readFileSync(join(SRC, file), 'utf8'))

const FROM = /^\s*(?:import|export)\s+(type\s)?([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/gm
const BARE = /^\s*import\s*['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*(?:(['"`])([^'"`$]+)\1)?/g
/** A worker thread's file is an import too. */
const BY_ADDRESS = /new URL\(\s*['"](\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g

/** Every import of a file: plain, side effect, dynamic and by address. */
export function importsOf(file: string, code: string): Import[] {
  const found: Import[] = []
  for (const [, type, names = '', to = ''] of code.matchAll(FROM))
    found.push({ ...placed(file, to), typeOnly: Boolean(type) || onlyTypes(names) })
  for (const [, to = ''] of code.matchAll(BARE)) found.push({ ...placed(file, to), typeOnly: false })
  for (const [, , to] of code.matchAll(DYNAMIC))
    found.push({ ...(to === undefined ? { to: null, inside: true } : placed(file, to)), typeOnly: false })
  for (const [, to = ''] of code.matchAll(BY_ADDRESS)) found.push({ ...placed(file, to), typeOnly: false })
  return found
}

function onlyTypes(names: string): boolean {
  const list = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1]
  if (list === undefined) return false
  return list.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()))
}

const placed = (file: string, to: string): { to: string; inside: boolean } =>
  to.startsWith('.') ? { to: posix.normalize(posix.join(dirname(file), to)), inside: true } : { to, inside: false }

/** The folder directly under src/, `main` for the files there. */
export const rootOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : 'main')

/** What kind of module file it is; no suffix means a pure rule. */
export const roleOf = (file: string): string =>
  /(?:^|\/)index\.ts$/.test(file) ? 'index' : (/[^/.]\.([a-z]+)\.tsx?$/.exec(file)?.[1] ?? 'pure')
