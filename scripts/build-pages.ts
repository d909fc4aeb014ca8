/**
 * Builds the small scripts of the customer pages: src/pages/scripts/*.ts → dist/pages/<name>-<hash>.js, each on its
 * own, and manifest.json that names them. A page without its script works all the same.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = join(ROOT, 'src/pages/scripts')
/** What other scripts share; not a script of a page. Nor is `survey-kept.ts`: a part of `survey.ts`. */
const SHARED = new Set(['clock.ts', 'ids.ts'])
const isPart = (file: string, files: readonly string[]) =>
  files.some((whole) => file !== whole && file.startsWith(`${whole.slice(0, -3)}-`))

export async function buildPages(target = join(ROOT, 'dist/pages')): Promise<Record<string, string>> {
  const files = readdirSync(SOURCES).filter((file) => /^[a-z-]+\.ts$/.test(file))
  const names = files.filter((file) => !SHARED.has(file) && !isPart(file, files))
  mkdirSync(target, { recursive: true })
  const manifest: Record<string, string> = {}
  for (const file of names.sort()) {
    const name = basename(file, '.ts')
    const { outputFiles } = await build({
      entryPoints: [join(SOURCES, file)],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      write: false,
      legalComments: 'none',
    })
    const text = outputFiles[0]?.text ?? ''
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
    manifest[name] = `${name}-${hash}.js`
    writeFileSync(join(target, manifest[name]), text)
  }
  // A server that runs meanwhile finds either the old names or the new ones, and the files of both.
  writeFileSync(join(target, 'manifest.new'), JSON.stringify(manifest))
  renameSync(join(target, 'manifest.new'), join(target, 'manifest.json'))
  const kept = new Set([...Object.values(manifest), 'manifest.json'])
  for (const file of readdirSync(target)) if (!kept.has(file)) rmSync(join(target, file))
  return manifest
}

if (import.meta.main) await buildPages()
