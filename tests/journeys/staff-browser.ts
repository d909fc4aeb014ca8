/** The staff app in a real browser: a world's server behind a port of its own, and the system's Chromium before it. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath, NO_CHROMIUM } from '../chromium.ts'
import type { World } from '../world.ts'

const APP = join(import.meta.dirname, '../../dist/web/index.html')
const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')
const PICTURES = process.env.HX_PICTURES
const DESK = { width: 1440, height: 900 }
const executablePath = chromiumPath()

export const PASSWORD = 'long enough to pass 9'

/** Why such a journey cannot be made here; false when it can. */
export const cannotBrowse: string | false =
  executablePath === null ? NO_CHROMIUM : existsSync(APP) ? false : 'the app is not built: npm test builds it'

export type StaffBrowser = {
  origin: string
  browser: Browser
  /** Somebody at their first page, in Chinese; below 500 px on a phone. */
  signIn(email: string, size?: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

export async function openStaffBrowser(world: World): Promise<StaffBrowser> {
  const server = serve({ fetch: world.app.fetch, port: 0, overrideGlobalObjects: false })
  await new Promise((resolve) => server.once('listening', resolve))
  const browser = await chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    browser,
    async signIn(email, size = DESK) {
      const page = await (
        await browser.newContext({ viewport: size, locale: 'zh-CN', hasTouch: size.width < 500 })
      ).newPage()
      page.setDefaultTimeout(8_000)
      await page.goto(`${origin}/app/`)
      await page.getByLabel('邮箱').fill(email)
      await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('heading', { name: '首页' }).waitFor()
      return page
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

/** Keeps a picture of every step of a journey, numbered, where `HX_PICTURES` names a folder. */
export function picturesOf(journey: string): (page: Page, name: string) => Promise<void> {
  let step = 0
  return async (page, name) => {
    step++
    if (PICTURES === undefined) return
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, `${journey}-${String(step).padStart(2, '0')}-${name}.png`) })
  }
}

/** Fails with what stands in the way of people who use a page by keys or by ear; `where` names the page. */
export async function accessible(page: Page, where: string): Promise<void> {
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const run = `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`
  assert.deepEqual(await page.evaluate<string[]>(run), [], where)
}
