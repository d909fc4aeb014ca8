/** The API's description for programs, and as a page to read: grouped by what is spoken of, shapes as in TypeScript. */
import { html, raw } from 'hono/html'
import { type ApiDescription, describeApi, type Operation, type Parameter } from './openapi.ts'
import { anyone, type Page, page, type Route } from './route.ts'
import { type Shape, shapeText } from './shape-text.ts'

export type Call = { method: string; path: string; operation: Operation }
type Html = ReturnType<typeof html>

/** Every call of a description, in its order. */
export const callsOf = (description: ApiDescription): Call[] =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

/** What a call speaks of: the first word of its path. */
const groupOf = ({ operation }: Call): string => operation.tags[0] ?? 'other'

/** The groups of calls by name. */
export function groupsOf(calls: readonly Call[]): [group: string, own: Call[]][] {
  const groups = new Map<string, Call[]>()
  for (const call of calls) groups.set(groupOf(call), [...(groups.get(groupOf(call)) ?? []), call])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.6 -apple-system, "PingFang SC", "Noto Sans SC", sans-serif; }
  body { margin: 0; background: light-dark(#FBFBF9, #14171A); color: light-dark(#1F2328, #E6E4DF); }
  a { color: light-dark(#0F766E, #2DD4BF); }
  .page { display: grid; grid-template-columns: 13rem minmax(0, 1fr); max-width: 76rem; margin: 0 auto; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 2rem 0 2rem 1.5rem; box-sizing: border-box; }
  nav ul { list-style: none; margin: 0; padding: 0; } nav a { display: block; padding: .2rem 0; text-decoration: none; }
  main { padding: 1.25rem 1.5rem 4rem; min-width: 0; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; scroll-margin-top: 1rem; } h4 { margin: 1rem 0 .25rem; }
  summary { padding: .55rem 0; cursor: pointer; display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); column-gap: .5rem; }
  summary b { color: light-dark(#0F766E, #2DD4BF); font-size: .85rem; line-height: 1.75; }
  summary code { overflow-wrap: anywhere; } summary span { grid-column: 2; }
  details { border-bottom: 1px solid light-dark(#E3E2DD, #2A2F34); scroll-margin-top: 1rem; }
  details > :not(summary) { margin-left: 5rem; }
  .quiet { color: light-dark(#57606A, #A3A199); } code, pre { font: 13px/1.6 ui-monospace, "SF Mono", Menlo, monospace; }
  pre { overflow: auto; padding: .75rem 1rem; border-radius: 6px; background: light-dark(#F1F1ED, #1B1F23); }
  table { border-collapse: collapse; } td { padding: .2rem 1rem .2rem 0; vertical-align: top; }
  @media (max-width: 48rem) {
    .page { display: block; } nav { position: static; max-height: none; padding: 1.25rem 1.5rem 0; }
    nav ul { display: flex; flex-wrap: wrap; column-gap: 1rem; } nav a { padding: .45rem 0; }
    details > :not(summary) { margin-left: 0; }
  }`

const EXAMPLE = `curl -X POST $ADDRESS/api/v1/feedback \\
  -H 'Authorization: Bearer hx_…' -H 'Content-Type: application/json' -H 'Idempotency-Key: order-20931-review' \\
  -d '{"channel": "web", "text": "洗衣机用了三个月就开始漏水。", "scores": [{"kind": "csat", "value": 2}],
       "customer": {"email": "li@example.com"}, "facts": {"product": "W2"}}'

{"id": "fb_01J…", "receivedAt": "2026-11-21T02:30:00.000Z", "queryCode": "8F3K-27QD-M4XT"}`

const shape = (title: string, schema: Shape | undefined): Html | '' =>
  schema === undefined ? '' : html`<h4>${title}</h4><pre>${shapeText(schema)}</pre>`

function parameterRow({ name, in: where, required, schema }: Parameter): Html {
  const { description = '', ...rest } = schema
  const note = [required ? '' : 'optional', description].filter(Boolean).join('; ')
  return html`<tr><td><code>${name}</code></td><td class="quiet">${where}</td><td><code>${shapeText(rest)}</code></td><td class="quiet">${note}</td></tr>`
}

function callHtml({ method, path, operation }: Call): Html {
  const { operationId, summary, description, parameters, requestBody } = operation
  const [status = '', reply] = Object.entries(operation.responses)[0] ?? []
  const answer = reply?.content?.['application/json']?.schema
  const sent = requestBody?.content
  return html`<details id="${operationId}">
    <summary><b>${method}</b> <code>${path}</code> <span class="quiet">${summary}</span></summary>
    <p>${description}</p>
    ${parameters.length > 0 ? html`<h4>Parameters</h4><table>${parameters.map(parameterRow)}</table>` : ''}
    ${sent === undefined ? '' : shape('Body', sent['application/json']?.schema) || html`<p>Body: the bytes of the file.</p>`}
    ${answer === undefined ? html`<p>Answer: ${status}, without a body.</p>` : shape(`Answer: ${status}`, answer)}
  </details>`
}

const groupHtml = ([group, own]: [string, Call[]]): Html =>
  html`<section><h2 id="${group}">${group}</h2>${own.map(callHtml)}</section>`

export function openapiPages(routes: readonly Route[]): Page[] {
  let made: ApiDescription | undefined
  const description = () => (made ??= describeApi(routes))
  return [
    page({ method: 'GET', path: '/api/openapi.json', who: anyone, run: async () => Response.json(description()) }),
    page({
      method: 'GET',
      path: '/api/docs',
      who: anyone,
      run: async () =>
        new Response(String(await docsPage(description())), {
          headers: { 'content-type': 'text/html; charset=utf-8' },
        }),
    }),
  ]
}

function docsPage(description: ApiDescription): Html {
  const groups = groupsOf(callsOf(description))
  return html`${raw('<!doctype html>')}
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Huixiang API</title>
    <style>${raw(STYLE)}</style></head>
    <body><div class="page">
    <nav aria-label="Contents"><ul>${groups.map(([group]) => html`<li><a href="#${group}">${group}</a></li>`)}</ul></nav>
    <main><h1>Huixiang API</h1>
    <p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. An API key is made in Settings, has a role, and is sent as <code>Authorization: Bearer hx_…</code></p>
    <pre>${EXAMPLE}</pre>
    <ul>
      <li>JSON in UTF-8. Unknown fields are refused with 422 and their path. Times are ISO 8601, answered in UTC. Ids carry their kind (<code>fb_…</code>, <code>case_…</code>). <code>?</code> marks what may be left out.</li>
      <li>Twice is once: every <code>POST</code> may carry an <code>Idempotency-Key</code>. The same key gets the same answer again; with another body, 409. Feedback is also one by its <code>channel</code> and <code>sourceId</code>.</li>
      <li>Lists give <code>{ items, nextCursor }</code>; send <code>nextCursor</code> back as <code>cursor</code> until it is null.</li>
      <li>A refusal is <code>application/problem+json</code>: <code>{ type, title, status, code, detail, facts?, errors? }</code>. <code>code</code> is stable. 429 and 503 carry <code>Retry-After</code>.</li>
    </ul>
    ${groups.map(groupHtml)}</main></div></body></html>`
}
