/** What tests need of the system, installed from its own packages where we may; else it is said, and those tests skip. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from './chromium.ts'

type Need = { what: string; isThere(): boolean; packages: readonly string[] }

const FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const TEN_MINUTES = 600_000

/** By the file a test imports to use it. */
const NEEDS: Readonly<Record<string, Need>> = {
  'chromium.ts': {
    what: 'Chromium and Chinese fonts',
    isThere: () => chromiumPath() !== null && (process.platform !== 'linux' || existsSync(FONTS)),
    packages: ['chromium', 'fonts-noto-cjk'],
  },
  'mail-server.ts': {
    what: 'the IMAP server Dovecot',
    isThere: () => existsSync('/usr/sbin/dovecot'),
    packages: ['dovecot-imapd'],
  },
}

/** Makes sure of what these test sources use. */
export function ensurePackages(sources: readonly string[]): void {
  const missing = Object.entries(NEEDS).flatMap(([file, need]) =>
    sources.some((source) => source.includes(file)) && !need.isThere() ? [need] : [],
  )
  if (missing.length === 0) return
  const names = missing.map(({ what }) => what).join(' and ')
  const packages = missing.flatMap((need) => need.packages)
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(
      `Tests that need ${names} are skipped: not installed (Debian and Ubuntu: apt-get install ${packages.join(' ')}).`,
    )
    return
  }
  console.error(`installing ${names} for the tests …`)
  if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)) return
  console.error(
    `${names} could not be installed from the system's packages; tests that need what is missing are skipped.`,
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
