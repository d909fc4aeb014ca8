/** Writes docs/api.md, the API as one page to read, from the routes themselves. `--compare` only says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Call, callsOf, groupsOf } from '../src/platform/http/api.pages.ts'
import { describeApi, type Parameter } from '../src/platform/http/openapi.ts'
import { type Shape, shapeText } from '../src/platform/http/shape-text.ts'
import { ROUTES } from '../src/server/routes.ts'

const FILE = join(import.meta.dirname, '../docs/api.md')

const calls = callsOf(describeApi(ROUTES))

const INTRODUCTION = `Written by \`scripts/api-doc.ts\` from the routes; the same as OpenAPI 3.1 at \`/api/openapi.json\`, to read at \`/api/docs\`.

- **Who.** Send an API key as \`Authorization: Bearer hx_…\`. Each call says which permission it needs; the table of roles is in \`src/shared/contracts/permissions.ts\`.
- **Shapes.** JSON in UTF-8. Unknown fields are refused with 422 and their path. Times are ISO 8601, answered in UTC. Ids carry their kind (\`fb_…\`, \`case_…\`). Below, \`?\` marks what may be left out.
- **Twice is once.** A \`POST\` may carry \`Idempotency-Key\`: the same key gets the same answer again, with another body 409. Feedback is also one by its \`channel\` and \`sourceId\`.
- **Lists** give \`{ items, nextCursor }\`; send \`nextCursor\` back as \`cursor\` until it is null.
- **Refusals** are \`application/problem+json\`: \`{ type, title, status, code, detail, facts?, errors?: [{ path, message }] }\`. \`code\` is stable. 400 not readable, 401, 403, 404, 405 with \`Allow\`, 409, 413 too large, 422 does not fit, 429 and 503 with \`Retry-After\`.
`

const page = written()
if (!process.argv.includes('--compare')) writeFileSync(FILE, page)
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== page) {
  console.error('docs/api.md is not what the routes say: run node scripts/api-doc.ts')
  process.exitCode = 1
}

function written(): string {
  const groups = groupsOf(calls)
  return [
    '# HTTP API\n',
    INTRODUCTION,
    '## Contents\n',
    groups.map(([group]) => `- [${group}](#${group})`).join('\n'),
    ...groups.map(([group, own]) => sectionOf(group, own)),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n')
}

function sectionOf(group: string, own: readonly Call[]): string {
  const table = own.map(({ method, path, operation }) => `| \`${method} ${path}\` | ${cell(operation.summary)} |`)
  return [`\n## ${group}\n`, '| call | |', '|---|---|', ...table, '', ...own.map(callOf)].join('\n')
}

function callOf({ method, path, operation }: Call): string {
  const [status = '', reply] = Object.entries(operation.responses)[0] ?? []
  const shape = reply?.content?.['application/json']?.schema
  const body = operation.requestBody?.content
  return [
    `### ${method} ${path}\n`,
    `${operation.summary.replace(/\.?$/, '.')} ${operation.description}\n`,
    ...parametersOf(operation.parameters),
    ...(body === undefined ? [] : ['Body:\n', blockOf(body['application/json']?.schema)]),
    shape === undefined ? `Answer: ${status}, without a body.\n` : `Answer: ${status}\n\n${blockOf(shape)}`,
  ].join('\n')
}

function parametersOf(parameters: readonly Parameter[]): string[] {
  if (parameters.length === 0) return []
  const rows = parameters.map(({ name, in: where, required, schema }) => {
    const { description = '', ...rest } = schema
    const note = [required ? '' : 'optional', description].filter(Boolean).join('; ')
    return `| \`${name}\` | ${where} | ${cell(shapeText(rest))} | ${cell(note)} |`
  })
  return ['| parameter | in | | |', '|---|---|---|---|', ...rows, '']
}

/** Bodies without a shape are bytes. */
function blockOf(schema: Shape | undefined): string {
  return schema === undefined ? 'The bytes of the file.\n' : `\`\`\`ts\n${shapeText(schema)}\n\`\`\`\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()
}
