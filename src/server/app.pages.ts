/** Serves the staff app as it was built: one page for every address below /app, and its assets. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { noSuchPage } from '../platform/http/refusals.ts'
import { anyone, type Page, page } from '../platform/http/route.ts'

const BUILT = join(import.meta.dirname, '../../dist/web')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

async function built(path: string, caching: string): Promise<Response> {
  const type = TYPES[extname(path)]
  if (type === undefined || path.includes('..')) throw noSuchPage()
  try {
    return new Response(await readFile(join(BUILT, path)), { headers: { 'content-type': type, 'cache-control': caching } })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw noSuchPage()
    throw error
  }
}

const index = () => built('index.html', 'no-cache')

export function appPages(): Page[] {
  return [
    page({ method: 'GET', path: '/', who: anyone, run: async () => new Response(null, { status: 302, headers: { location: '/app/' } }) }),
    page({ method: 'GET', path: '/app/assets/:file', who: anyone, run: ({ params }) => built(`assets/${params.file}`, 'public, max-age=31536000, immutable') }),
    page({ method: 'GET', path: '/app', who: anyone, run: index }),
    page({
      method: 'GET',
      path: '/app/*',
      who: anyone,
      run: ({ request }) => {
        const name = new URL(request.url).pathname.slice('/app/'.length)
        return /^[\w-]+\.(js|svg|png|ico|json)$/.test(name) ? built(name, 'no-cache') : index()
      },
    }),
  ]
}
