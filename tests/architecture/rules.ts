/** The walls of the house as tables. To move one, move it here and say why in docs/decisions. */

/** Which top folder may import which; files directly under src/ are `main`. Nothing else may. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: ['engine'],
  shared: ['shared'],
  platform: ['platform', 'shared'],
  modules: ['modules', 'platform', 'shared', 'engine'],
  // worker: only its list of jobs, which the page of the schedule shows; demo: loading it from the app.
  server: ['server', 'worker', 'demo', 'modules', 'platform', 'shared', 'pages'],
  worker: ['worker', 'demo', 'modules', 'platform', 'shared'],
  cli: ['cli', 'demo', 'worker', 'engine', 'modules', 'platform', 'shared'],
  demo: ['demo', 'modules', 'platform', 'shared'],
  pages: ['pages', 'shared'],
  web: ['web', 'shared'],
  widget: ['widget', 'shared'],
  main: ['server', 'worker', 'cli', 'demo', 'modules', 'platform', 'shared'],
}

/** A module may use modules to its left; news travels left to right as events. */
export const MODULES = [
  'accounts',
  'customers',
  'behaviour',
  'feedback',
  'understanding',
  'knowledge',
  'surveys',
  'channels',
  'cases',
  'improvements',
  'portal',
  'outreach',
  'insights',
]

/** What each kind of module file may use of its own module. No suffix means a pure rule. */
export const ROLE_MAY_USE: Readonly<Record<string, readonly string[]>> = {
  pure: ['pure'],
  events: ['pure'],
  refusals: ['pure'],
  store: ['pure', 'store'],
  actions: ['pure', 'events', 'refusals', 'store', 'actions'],
  routes: ['pure', 'refusals', 'store', 'actions'],
  jobs: ['pure', 'events', 'store', 'actions'],
  index: ['pure', 'events', 'refusals', 'store', 'actions'],
}

/** What of a module the rest of the house may name besides its index.ts: the lists of addresses and of work. */
export const OPEN_TO_LISTS = ['index', 'routes', 'jobs']

/** Packages and parts of Node, by folder; the longest folder that fits counts. A trailing * stands for anything. */
export const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  // The segmenter itself has no I/O; its dictionary comes in as bytes.
  'engine/keywords': ['@node-rs/jieba', '@node-rs/jieba/dict.js'],
  shared: ['zod'],
  platform: [
    'node:*',
    '@hono/node-server',
    '@node-rs/argon2',
    'csv-parse',
    'hono',
    'hono/*',
    'iconv-lite',
    'imapflow',
    'kysely',
    'mailparser',
    'nodemailer',
    'nodemailer/*',
    'otpauth',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'pino',
    'prom-client',
    'read-excel-file/node',
    'zod',
  ],
  modules: ['node:crypto', 'node:stream', 'node:stream/promises', 'node:util', 'zod'],
  'modules/accounts': ['node:crypto', 'otpauth', 'qrcode-svg', 'zod'],
  'modules/channels': [
    'node:crypto',
    'node:stream',
    'node:stream/promises',
    'csv-parse',
    'iconv-lite',
    'imapflow',
    'mailparser',
    'zod',
  ],
  'modules/understanding': ['node:crypto', '@node-rs/jieba', 'opencc-js', 'zod'],
  server: ['node:*', '@hono/node-server', 'hono', 'hono/*', 'qrcode-svg', 'zod'],
  worker: [],
  cli: ['node:*', 'csv-parse', 'iconv-lite', 'zod'],
  demo: ['node:crypto', 'zod'],
  pages: ['hono/html', 'hono/utils/html'],
  'pages/scripts': ['preact', 'preact/*'],
  web: [
    '@mantine/*',
    '@tabler/icons-react',
    '@tanstack/*',
    'dayjs',
    'dayjs/*',
    'echarts/*',
    'react',
    'react-dom',
    'react-dom/*',
  ],
  widget: ['preact', 'preact/*'],
  main: ['node:*'],
}

/** The one file that loads what it is told to: the inside of a worker thread. Who calls it names the file by address. */
export const LOADS_ANYTHING = ['platform/thread.ts']

/** Folders whose code goes to browsers, and what must not travel there through any chain of imports. */
export const BROWSER = /^(web|widget|pages\/scripts)\//
export const NOT_FOR_BROWSERS = ['zod']

type OnlyHere = { what: RegExp; where: RegExp; out: string }

const OWN_CLOCK = /^platform\/|^(web|widget|pages|pages\/scripts)\/clock\.ts$/
const OWN_IDS = /^platform\/|^(web|widget|pages|pages\/scripts)\/ids\.ts$/

export const ONLY_HERE: readonly OnlyHere[] = [
  { what: /\bsql(<[^>]*>)?`/, where: /\.store\.ts$|^platform\/db\//, out: 'move the query to a *.store.ts' },
  {
    what: /\bDate\.now\(|new Date\(\)|performance\.now\(/,
    where: OWN_CLOCK,
    out: 'take `now: Instant` as an argument',
  },
  {
    what: /\bMath\.random\(|randomUUID\(|getRandomValues\(/,
    where: OWN_IDS,
    out: 'take an id or a seed as an argument',
  },
  { what: /\bprocess\.env\b/, where: /^platform\/config\.ts$/, out: 'read it from config' },
  { what: /(?<![.\w])fetch\(/, where: /^(platform|pages|web|widget)\//, out: 'use the client of platform/http' },
  { what: /\bas unknown as\b/, where: /^$/, out: 'give the value its real type' },
  { what: /\b(TODO|FIXME|XXX)\b/, where: /^$/, out: 'do it, or say it in an issue' },
  { what: /\bcreateRequire\b|(?<![.\w])require\(/, where: /^$/, out: 'use import' },
]

/** If a thing has no better name, it has no place yet. */
export const NAMELESS = /^(utils?|helpers?|common|misc|core|lib|manager|base)$/

export const LONGEST_FILE = 400
/** Data is read by programs: words of a language, texts of the demo, lists. */
export const DATA = /\.data\.ts$|^shared\/words\/|^demo\/texts\//
