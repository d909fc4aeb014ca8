/** The small scripts of the customer pages, as scripts/build-pages.ts made them. A page works without its script. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerBuilt } from '../platform/files/built.ts'
import { noSuchPage } from '../platform/http/refusals.ts'
import { anyone, type Page, page } from '../platform/http/route.ts'

const BUILT = join(import.meta.dirname, '../../dist/pages')

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

let manifest: Record<string, string> | null = null

function read(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(BUILT, 'manifest.json'), 'utf8')) as Record<string, string>
  } catch (error) {
    if (isMissing(error)) return {}
    throw error
  }
}

/** Where a page's script is; null when it was not built. Read once: a new build comes with a new start. */
export function scriptUrl(name: string): string | null {
  if (manifest === null || manifest[name] === undefined) manifest = read()
  const file = manifest[name]
  return file === undefined ? null : `/pages/${file}`
}

export const scriptPages: Page[] = [
  page({
    method: 'GET',
    path: '/pages/:file',
    who: anyone,
    async run({ params, origin }) {
      const file = params.file ?? ''
      const known = /^[a-z-]+-[0-9a-f]{10}\.js$/.test(file)
      const answer = known
        ? await answerBuilt(join(BUILT, file), { accepts: origin.header('accept-encoding'), lasting: true })
        : null
      if (answer === null) throw noSuchPage()
      return answer
    },
  }),
]
