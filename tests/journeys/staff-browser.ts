/** The staff app in a real browser: a world's server behind a port of its own, and the system's Chromium before it. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import { chromiumPath, NO_CHROMIUM } from '../chromium.ts'
import type { World } from '../world.ts'

const APP = join(import.meta.dirname, '../../dist/web/index.html')
const executablePath = chromiumPath()

export const PASSWORD = 'long enough to pass 9'

/** Why such a journey cannot be made here; false when it can. */
export const cannotBrowse: string | false =
  executablePath === null ? NO_CHROMIUM : existsSync(APP) ? false : 'the app is not built: npm test builds it'

export type StaffBrowser = { origin: string; browser: Browser; close(): Promise<void> }

export async function openStaffBrowser(world: World): Promise<StaffBrowser> {
  const server = serve({ fetch: world.app.fetch, port: 0, overrideGlobalObjects: false })
  await new Promise((resolve) => server.once('listening', resolve))
  const browser = await chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    browser,
    async close() {
      await browser.close()
      server.close()
    },
  }
}
