/** The API's description, made from the routes themselves. @source OpenAPI 3.1.1 */
import { html, raw } from 'hono/html'
import { z } from 'zod'
import { anyone, type Page, page, type Route } from './route.ts'

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; part of the API.' },
    detail: { type: 'string', description: 'For people; may change.' },
    facts: { type: 'object' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

const schemaOf = (shape: z.ZodType) => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return schema
}

/** `/cases/:caseId` as OpenAPI writes it. */
const pathOf = (path: string): string => path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')

function parametersOf(route: Route) {
  const of = (shape: z.ZodType | undefined, where: 'path' | 'query') => {
    const schema =
      shape === undefined ? {} : (schemaOf(shape) as { properties?: Record<string, object>; required?: string[] })
    return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || ((schema.required ?? []).includes(name) && !('default' in property)),
      schema: property,
    }))
  }
  return [...of(route.params, 'path'), ...of(route.query, 'query')]
}

function operationOf(route: Route) {
  const json = (shape: z.ZodType) => ({ 'application/json': { schema: schemaOf(shape) } })
  const needs =
    route.who.kind === 'can'
      ? `Needs the permission \`${route.who.permission}\`.`
      : route.who.kind === 'anyone'
        ? 'Open to anyone.'
        : 'For anyone signed in.'
  return {
    summary: route.summary,
    description: needs,
    operationId: `${route.method.toLowerCase()}${pathOf(route.path).replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
    tags: [route.path.split('/')[3] ?? 'other'],
    parameters: parametersOf(route),
    ...(route.body !== undefined && { requestBody: { required: true, content: json(route.body) } }),
    ...(route.bytes && { requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
    responses: {
      [route.status]: { description: 'Done', ...(route.reply !== undefined && { content: json(route.reply) }) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(route.who.kind === 'anyone' && { security: [] }),
  }
}

/** The whole description as plain data. */
export function describeApi(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    if (route.internal) continue
    const path = pathOf(route.path)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '回响 Huixiang',
      version: '1',
      description:
        'Lists page by cursor. Times are ISO 8601 in UTC. Unknown fields are refused. Every POST may carry an Idempotency-Key.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'hx_…' } },
      schemas: { Problem: PROBLEM },
    },
  }
}

export function openapiPages(routes: readonly Route[]): Page[] {
  let made: ReturnType<typeof describeApi> | undefined
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

type Operation = ReturnType<typeof operationOf>

const pretty = (value: unknown) => html`<pre>${JSON.stringify(value, null, 2)}</pre>`

function operationHtml(method: string, path: string, operation: Operation) {
  return html`<details id="${operation.operationId}">
    <summary><b>${method.toUpperCase()}</b> <code>${path}</code> <span>${operation.summary}</span></summary>
    <p>${operation.description}</p>
    ${operation.parameters.length > 0 ? html`<h4>Parameters</h4>${pretty(operation.parameters)}` : ''}
    ${operation.requestBody === undefined ? '' : html`<h4>Body</h4>${pretty(operation.requestBody.content)}`}
    <h4>Answer</h4>${pretty(operation.responses)}
  </details>`
}

function docsPage(description: ReturnType<typeof describeApi>) {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(method, path, operation as Operation)),
  )
  return html`${raw('<!doctype html>')}
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Huixiang API</title>
    <style>
      :root { color-scheme: light dark; font: 15px/1.6 -apple-system, "PingFang SC", "Noto Sans SC", sans-serif; }
      body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; background: light-dark(#FBFBF9, #14171A); color: light-dark(#1F2328, #E6E4DF); }
      summary { padding: .5rem 0; cursor: pointer; } summary b { display: inline-block; min-width: 4.5rem; color: light-dark(#0F766E, #2DD4BF); }
      details { border-bottom: 1px solid light-dark(#E3E2DD, #2A2F34); } pre { overflow: auto; font-size: 12px; } span { opacity: .8; }
    </style></head>
    <body><h1>Huixiang API</h1><p>${description.info.description} <a href="/api/openapi.json">OpenAPI 3.1</a></p>
    <p>Send an API key as <code>Authorization: Bearer hx_…</code></p>${operations}</body></html>`
}
