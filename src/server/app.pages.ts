/** Serves the staff app as it was built: one page for every address below /app, and its assets. */
import { join } from 'node:path'
import { answerBuilt } from '../platform/files/built.ts'
import { noSuchPage } from '../platform/http/refusals.ts'
import { anyone, type Origin, type Page, page } from '../platform/http/route.ts'

const BUILT = join(import.meta.dirname, '../../dist/web')
const MARK = join(import.meta.dirname, '../web/mark.svg')

async function built(path: string, origin: Origin, lasting: boolean): Promise<Response> {
  const answer = await answerBuilt(join(BUILT, path), { accepts: origin.header('accept-encoding'), lasting })
  if (answer === null) throw noSuchPage()
  return answer
}

export function appPages(): Page[] {
  return [
    page({
      method: 'GET',
      path: '/',
      who: anyone,
      run: async () => new Response(null, { status: 302, headers: { location: '/app/' } }),
    }),
    // Browsers ask for it on every page that names no icon.
    page({
      method: 'GET',
      path: '/favicon.ico',
      who: anyone,
      run: async ({ origin }) => {
        const answer = await answerBuilt(MARK, { accepts: origin.header('accept-encoding'), lasting: true })
        if (answer === null) throw noSuchPage()
        return answer
      },
    }),
    page({
      method: 'GET',
      path: '/app/assets/:file',
      who: anyone,
      run: ({ params, origin }) => built(`assets/${params.file}`, origin, true),
    }),
    page({ method: 'GET', path: '/app', who: anyone, run: ({ origin }) => built('index.html', origin, false) }),
    page({
      method: 'GET',
      path: '/app/*',
      who: anyone,
      run: ({ request, origin }) => {
        const name = new URL(request.url).pathname.slice('/app/'.length)
        return built(/^[\w-]+\.(js|svg|png|ico|json)$/.test(name) ? name : 'index.html', origin, false)
      },
    }),
  ]
}
