/**
 * House rules a compiler cannot see. Each failure names the file, the rule and the way out.
 * To change a rule, change architecture/rules.ts and say why in docs/decisions.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { complaint } from './architecture/complaints.ts'
import { BROWSER, DATA, LONGEST_FILE, MAY_IMPORT, MODULES, NAMELESS, NOT_FOR_BROWSERS, ONLY_HERE } from './architecture/rules.ts'
import { codeOf, type Import, importsOf, readCode, rootOf, SRC, sourceFiles } from './architecture/sources.ts'

const files = sourceFiles()
const code = new Map(files.map((file) => [file, readCode(file)]))
const imports = new Map(files.map((file) => [file, importsOf(file, code.get(file) ?? '')]))

function none(found: readonly string[]): void {
  assert.ok(found.length === 0, `\n${found.join('\n')}`)
}

describe('the house', () => {
  it('has only the rooms of ARCHITECTURE.md', () => {
    const strangers = files
      .filter((file) => !(rootOf(file) in MAY_IMPORT))
      .map((file) => `${file}: ${rootOf(file)}/ is no room of the house`)
    const modules = files
      .filter((file) => rootOf(file) === 'modules' && !MODULES.includes(file.split('/')[1] ?? ''))
      .map((file) => `${file}: not a module of MODULES in tests/architecture/rules.ts`)
    none([...strangers, ...modules])
  })

  it('imports only what is allowed', () => {
    const found = files.flatMap((file) => (imports.get(file) ?? []).map((made) => [file, made.to, complaint(file, made)]))
    none(found.filter(([, , why]) => why !== null).map(([file, to, why]) => `${file} → ${to ?? '?'}: ${why}`))
  })

  it('keeps SQL, time, chance, settings and the network in their places', () => {
    none(
      files.flatMap((file) =>
        ONLY_HERE.filter(({ what, where }) => !where.test(file) && what.test(code.get(file) ?? '')).map(
          ({ what, out }) => `${file}: ${what.exec(code.get(file) ?? '')?.[0]} → ${out}`,
        ),
      ),
    )
  })

  it('sends no server package to browsers, through any chain', () => {
    none(files.filter((file) => BROWSER.test(file)).flatMap((file) => chainsTo(file, NOT_FOR_BROWSERS)))
  })

  it('lets only one module write a table', () => {
    const writers = new Map<string, Set<string>>()
    for (const file of files.filter((name) => /^modules\/.*\.store\.ts$/.test(name))) {
      for (const [, table = ''] of (code.get(file) ?? '').matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+([a-z_]{3,})\b/g)) {
        writers.set(table, (writers.get(table) ?? new Set()).add(file.split('/')[1] ?? ''))
      }
    }
    none(
      [...writers]
        .filter(([, modules]) => modules.size > 1)
        .map(([table, modules]) => `${table} is written by ${[...modules].join(' and ')}: let one own it and offer an action`),
    )
  })

  it('keeps files short enough to read in one sitting', () => {
    const long = files.filter((file) => !DATA.test(file) && readFileSync(join(SRC, file), 'utf8').split('\n').length > LONGEST_FILE)
    none(long.map((file) => `${file}: more than ${LONGEST_FILE} lines; split it by what it is about`))
  })

  it('gives every file a name', () => {
    const named = (file: string) => file.replace(/\.tsx?$/, '').split(/[/.]/)
    none(files.filter((file) => named(file).some((part) => NAMELESS.test(part))).map((file) => `${file}: name it after what it does`))
  })

  it('opens every module with a header and lets nothing else be an index', () => {
    const modules = new Set(files.filter((file) => rootOf(file) === 'modules').map((file) => file.split('/').slice(0, 2).join('/')))
    const closed = [...modules]
      .filter((module) => !files.includes(`${module}/index.ts`) || !/^\/\*\*/.test(readFileSync(join(SRC, `${module}/index.ts`), 'utf8')))
      .map((module) => `${module}: needs an index.ts that begins with a header, as in CONTRIBUTING.md`)
    const barrels = files
      .filter((file) => /(^|\/)index\.tsx?$/.test(file) && !/^modules\/[^/]+\/index\.ts$/.test(file))
      .map((file) => `${file}: only a module has an index.ts; name it after what it holds`)
    none([...closed, ...barrels])
  })
})

function chainsTo(start: string, forbidden: readonly string[]): string[] {
  const seen = new Set([start])
  const ways: string[][] = [[start]]
  const found: string[] = []
  for (const way of ways) {
    for (const { to, inside, typeOnly } of imports.get(way.at(-1) ?? '') ?? []) {
      if (typeOnly || to === null) continue
      if (!inside && forbidden.includes(to)) found.push(`${way.join(' → ')} → ${to}: import only types from there`)
      if (!inside || seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return found
}

describe('the look at imports', () => {
  const seen = (text: string): Import[] => importsOf('modules/cases/case.actions.ts', codeOf(text))
  const cases: { name: string; text: string; to: string | null; typeOnly?: boolean }[] = [
    { name: 'plain', text: `import { a } from './a.ts'`, to: 'modules/cases/a.ts' },
    { name: 'over several lines', text: `import {\n  a,\n  type B,\n} from '../feedback/index.ts'`, to: 'modules/feedback/index.ts' },
    { name: 'types by the statement', text: `import type { A } from './a.ts'`, to: 'modules/cases/a.ts', typeOnly: true },
    { name: 'types by each name', text: `import { type A, type B } from './a.ts'`, to: 'modules/cases/a.ts', typeOnly: true },
    { name: 'a re-export', text: `export { a } from './a.ts'`, to: 'modules/cases/a.ts' },
    { name: 'everything', text: `import * as a from 'node:fs'`, to: 'node:fs' },
    { name: 'for a side effect', text: `import 'zod'`, to: 'zod' },
    { name: 'dynamic', text: `const a = await import('./a.ts')`, to: 'modules/cases/a.ts' },
    { name: 'dynamic without a name', text: `const a = await import(path)`, to: null },
    { name: 'a thread', text: `new Worker(new URL('./a.ts', import.meta.url))`, to: 'modules/cases/a.ts' },
  ]
  for (const { name, text, to, typeOnly = false } of cases) {
    it(`sees ${name}`, () => {
      assert.deepEqual(
        seen(text).map((found) => [found.to, found.typeOnly]),
        [[to, typeOnly]],
      )
    })
  }

  it('does not see comments', () => {
    assert.deepEqual(seen(`// import 'zod'\n/* import 'pg' */`), [])
  })
})

describe('the complaints', () => {
  const inside = (to: string, typeOnly = false): Import => ({ to, inside: true, typeOnly })
  const cases: { name: string; file: string; made: Import; why: RegExp | null }[] = [
    { name: 'a rule on the platform', file: 'modules/cases/deadline.ts', made: inside('platform/db/db.ts'), why: /pure rule/ },
    {
      name: 'a call to the right',
      file: 'modules/feedback/f.actions.ts',
      made: inside('modules/cases/index.ts'),
      why: /listen to an event/,
    },
    {
      name: 'a call past the index',
      file: 'modules/cases/c.actions.ts',
      made: inside('modules/feedback/f.store.ts'),
      why: /through its index/,
    },
    { name: 'a call to the left', file: 'modules/cases/c.actions.ts', made: inside('modules/feedback/index.ts'), why: null },
    { name: 'a store that acts', file: 'modules/cases/c.store.ts', made: inside('modules/cases/c.actions.ts'), why: /may not use/ },
    { name: 'an engine that knows the business', file: 'engine/a.ts', made: inside('modules/cases/index.ts'), why: /may not import/ },
    { name: 'an unknown kind', file: 'modules/cases/c.service.ts', made: inside('modules/cases/c.ts'), why: /no kind/ },
    {
      name: 'a file system in a module',
      file: 'modules/cases/c.actions.ts',
      made: { to: 'node:fs', inside: false, typeOnly: false },
      why: /does not use/,
    },
    { name: 'a list of addresses', file: 'server/routes.ts', made: inside('modules/cases/case.routes.ts'), why: null },
  ]
  for (const { name, file, made, why } of cases) {
    it(`${why === null ? 'passes' : 'stops'} ${name}`, () => {
      const said = complaint(file, made)
      if (why === null) assert.equal(said, null)
      else assert.match(said ?? '', why)
    })
  }
})
