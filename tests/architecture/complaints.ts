/** What is wrong with an import, in a sentence that says the way out; null when nothing is. */
import { LOADS_ANYTHING, MAY_IMPORT, MODULES, OPEN_TO_LISTS, OUTSIDE, ROLE_MAY_USE } from './rules.ts'
import { type Import, roleOf, rootOf } from './sources.ts'

export function complaint(file: string, { to, inside, typeOnly }: Import): string | null {
  if (to === null && LOADS_ANYTHING.includes(file)) return null
  if (to === null) return 'a dynamic import must name its file, so that everyone can see what is loaded'
  return inside ? aboutInside(file, to, typeOnly) : aboutOutside(file, to, typeOnly)
}

function aboutInside(file: string, to: string, typeOnly: boolean): string | null {
  const root = rootOf(file)
  const toRoot = rootOf(to)
  if (to.startsWith('..')) return 'sources import only sources: move what is needed into src/'
  if (/\.test\.tsx?$/.test(to)) return 'what a test and a source share is a source of its own'
  if (!(MAY_IMPORT[root] ?? []).includes(toRoot))
    return `${root}/ may not import ${toRoot}/: see the table in ARCHITECTURE.md`
  if (root === 'modules') return aboutModules(file, to, typeOnly)
  if (toRoot !== 'modules') return null
  return OPEN_TO_LISTS.includes(roleOf(to)) ? null : `use ${to.split('/')[1]} through its index.ts`
}

function aboutModules(file: string, to: string, typeOnly: boolean): string | null {
  const role = roleOf(file)
  if (!(role in ROLE_MAY_USE))
    return `*.${role}.ts is no kind of module file: use one of ${Object.keys(ROLE_MAY_USE).join(', ')}`
  const [toRoot = '', toModule = ''] = to.split('/')
  if (toRoot === 'platform')
    return role === 'pure' && !typeOnly ? 'a file without a suffix is a pure rule: no platform' : null
  if (toRoot !== 'modules') return null
  const module = file.split('/')[1] ?? ''
  if (module === toModule) {
    return typeOnly || ROLE_MAY_USE[role]?.includes(roleOf(to)) ? null : `*.${role}.ts may not use *.${roleOf(to)}.ts`
  }
  if (roleOf(to) !== 'index') return `use ${toModule} through its index.ts`
  if (MODULES.indexOf(toModule) > MODULES.indexOf(module))
    return `${toModule} stands right of ${module}: listen to an event instead`
  return role === 'pure' && !typeOnly ? 'a pure rule may import only types from another module' : null
}

function aboutOutside(file: string, to: string, typeOnly: boolean): string | null {
  // A type of a package leaves nothing behind at run time; only the pure folders stay clear of those too.
  if (typeOnly && !/^(engine|shared)\//.test(file)) return null
  const folder = Object.keys(OUTSIDE)
    .filter((known) => known === rootOf(file) || known === file || file.startsWith(`${known}/`))
    .sort((a, b) => b.length - a.length)[0]
  const allowed = folder === undefined ? [] : (OUTSIDE[folder] ?? [])
  if (allowed.some((name) => (name.endsWith('*') ? to.startsWith(name.slice(0, -1)) : name === to))) return null
  return `${folder ?? rootOf(file)}/ does not use ${to}: do it in platform/, or add it to OUTSIDE in tests/architecture/rules.ts with a reason`
}
