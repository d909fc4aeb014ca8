/** Chromium and fonts for Chinese from the system's packages, where we may install them. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath, NO_CHROMIUM } from './chromium.ts'

const PACKAGES = ['chromium', 'fonts-noto-cjk']
const FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const TEN_MINUTES = 600_000

export function ensureBrowser(): void {
  if (chromiumPath() !== null && (process.platform !== 'linux' || existsSync(FONTS))) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    if (chromiumPath() === null) console.error(`Browser tests are skipped: ${NO_CHROMIUM}.`)
    return
  }
  console.error('installing Chromium and Chinese fonts for the browser tests …')
  const done = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES)
  if (!done)
    console.error(
      'Chromium and fonts could not be installed from the system packages; browser tests are skipped where they are missing.',
    )
}

function apt(...args: readonly string[]): boolean {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: TEN_MINUTES,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
