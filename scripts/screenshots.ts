/**
 * Pictures of the running product for the README, and of every page for whoever reviews it.
 *
 *   npm run screenshots              the pictures of the README, into docs/pictures
 *   npm run screenshots -- --all DIR every page, phone and desktop, light and dark
 *
 * Starts an installation of its own with the demo workspace, unless --at URL names a running one with it.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath, NO_CHROMIUM } from '../tests/chromium.ts'
import { clear, newPlace, type Place, type Process, startProcess } from '../tests/installation.ts'

const OWNER = { email: 'owner@example.com', password: 'a-long-password-9' }
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const SCHEMES = ['light', 'dark'] as const

type Shot = { name: string; path: string; size?: keyof typeof SIZES; staff: boolean }

const { values } = parseArgs({ options: { all: { type: 'string' }, at: { type: 'string' } } })

async function signedIn(
  browser: Browser,
  url: string,
  size: keyof typeof SIZES,
  scheme: 'light' | 'dark',
): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: scheme,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  })
  const headers = { 'x-hx-request': '1' }
  const session = await context.request.post(`${url}/api/v1/session`, { data: OWNER, headers })
  const { workspaces } = (await session.json()) as { workspaces: { id: string; slug: string }[] }
  const demo = workspaces.find(({ slug }) => slug === 'hexiu')
  if (demo !== undefined)
    await context.request.put(`${url}/api/v1/session/workspace`, { data: { workspaceId: demo.id }, headers })
  return await context.newPage()
}

type Ids = { improvement: string; survey: string; caseId: string; customer: string; code: string; workspace: string }

/** Something real to show on each page. */
async function idsOf(page: Page, url: string): Promise<Ids> {
  const get = async <T>(path: string) => (await (await page.context().request.get(`${url}/api/v1${path}`)).json()) as T
  const { items: improvements } = await get<{ items: { id: string; stage: string }[] }>('/improvements?limit=50')
  const { items: surveys } = await get<{ items: { slug: string }[] }>('/surveys')
  const { items: cases } = await get<{ items: { id: string; customer: { id: string } | null }[] }>('/cases?view=open')
  const one = cases.find(({ customer }) => customer !== null) ?? cases[0]
  const view = await get<{ feedback: { queryCode?: string }[]; voices?: { queryCode: string }[] }>(`/cases/${one?.id}`)
  const code = view.voices?.[0]?.queryCode ?? view.feedback[0]?.queryCode ?? ''
  return {
    improvement: improvements.find(({ stage }) => stage === 'verified')?.id ?? '',
    survey: surveys[0]?.slug ?? '',
    caseId: one?.id ?? '',
    customer: one?.customer?.id ?? '',
    code,
    workspace: 'hexiu',
  }
}

const shotsOf = (ids: Ids): Shot[] => [
  { name: 'home', path: '/app/', staff: true },
  { name: 'inbox', path: `/app/inbox?view=open&case=${ids.caseId}`, staff: true },
  { name: 'inbox-list', path: '/app/inbox', staff: true },
  { name: 'explorer', path: '/app/explorer', staff: true },
  { name: 'explorer-search', path: '/app/explorer?q=%E5%9B%9E%E5%85%85', staff: true },
  { name: 'customers', path: '/app/customers', staff: true },
  { name: 'customer', path: `/app/customers/${ids.customer}`, staff: true },
  { name: 'surveys', path: '/app/surveys', staff: true },
  { name: 'improvements', path: '/app/improvements', staff: true },
  { name: 'improvement', path: `/app/improvements/${ids.improvement}`, staff: true },
  { name: 'portal-staff', path: '/app/portal', staff: true },
  ...[
    '',
    '/me',
    '/workspace',
    '/people',
    '/teams',
    '/keys',
    '/audit',
    '/jobs',
    '/channels',
    '/imports',
    '/taxonomy',
    '/templates',
    '/promises',
    '/calendar',
    '/routing',
  ].map((section) => ({
    name: `settings${section.replace('/', '-')}`,
    path: `/app/settings${section}`,
    staff: true,
  })),
  { name: 'survey', path: `/s/${ids.survey}`, staff: false },
  { name: 'track', path: `/track/${ids.code}`, staff: false },
  { name: 'track-empty', path: '/track', staff: false },
  { name: 'public', path: `/p/${ids.workspace}`, staff: false },
]

async function take(page: Page, url: string, shot: Shot, file: string): Promise<void> {
  await page.goto(`${url}${shot.path}`, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined)
  // A page that still waits for its data is no picture of it.
  const waiting = page.locator('.mantine-Skeleton-root')
  for (let tries = 0; tries < 40 && (await waiting.count()) > 0; tries += 1) await page.waitForTimeout(500)
  await page.waitForTimeout(500)
  await page.screenshot({ path: file, fullPage: !shot.staff })
}

async function takeAll(browser: Browser, url: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const size of ['desktop', 'phone'] as const) {
    for (const scheme of SCHEMES) {
      const page = await signedIn(browser, url, size, scheme)
      page.on('pageerror', (error) => process.stderr.write(`${page.url()}: ${error.message}\n`))
      for (const shot of shotsOf(await idsOf(page, url)))
        await take(page, url, shot, join(folder, `${shot.name}-${size}-${scheme}.png`))
      await page.context().close()
    }
  }
}

async function takeReadme(browser: Browser, url: string): Promise<void> {
  const folder = join(import.meta.dirname, '../docs/pictures')
  mkdirSync(folder, { recursive: true })
  const desktop = await signedIn(browser, url, 'desktop', 'light')
  const ids = await idsOf(desktop, url)
  const wanted = shotsOf(ids).filter(({ name }) => ['home', 'inbox', 'improvement'].includes(name))
  for (const shot of wanted) await take(desktop, url, shot, join(folder, `${shot.name}.png`))
  const phone = await signedIn(browser, url, 'phone', 'light')
  await take(phone, url, { name: 'survey', path: `/s/${ids.survey}`, staff: true }, join(folder, 'survey-phone.png'))
}

const path = chromiumPath()
if (path === null) throw new Error(NO_CHROMIUM)
let place: Place | null = null
let running: Process | null = null
const browser = await chromium.launch({
  executablePath: path,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})
try {
  if (values.at === undefined) {
    place = await newPlace()
    running = await startProcess(place, {}, ['--demo'])
  }
  const url = values.at ?? running?.url ?? ''
  if (values.all === undefined) await takeReadme(browser, url)
  else await takeAll(browser, url, values.all)
} finally {
  await browser.close()
  if (place !== null) await clear(place, [running])
}
