/** The browser for the journeys: the system's Chromium, never a download of our own. */
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Null where there is none: a test then skips and says so. */
export const chromiumPath = (): string | null => PLACES.find((path) => existsSync(path)) ?? null

export const NO_CHROMIUM = 'Chromium is not installed (Debian and Ubuntu: apt-get install chromium fonts-noto-cjk)'
