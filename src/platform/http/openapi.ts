/** The API's description, made from the routes themselves. @source OpenAPI 3.1.1 */
import { z } from 'zod'
import type { Route } from './route.ts'
import type { Shape } from './shape-text.ts'

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
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string' },
          message: { type: 'string', description: 'For people; may change.' },
          code: { type: 'string', description: 'What is wrong, stable; absent where the code of the problem says it.' },
          facts: { type: 'object' },
        },
      },
    },
  },
}

export type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Shape }
type Content = Record<string, { schema?: Shape }>
/** One call as OpenAPI describes it. */
export type Operation = {
  summary: string
  description: string
  operationId: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { required: true; content: Content }
  responses: Record<string, { description: string; content?: Content }>
  security?: []
}

const schemaOf = (shape: z.ZodType): Shape => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return schema as Shape
}

/** `/cases/:caseId` as OpenAPI writes it. */
const pathOf = (path: string): string => path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')

function parametersOf(route: Route): Parameter[] {
  const of = (shape: z.ZodType | undefined, where: 'path' | 'query') => {
    const schema: Shape = shape === undefined ? {} : schemaOf(shape)
    return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || ((schema.required ?? []).includes(name) && !('default' in property)),
      schema: property,
    }))
  }
  return [...of(route.params, 'path'), ...of(route.query, 'query')]
}

function operationOf(route: Route): Operation {
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

export type ApiDescription = ReturnType<typeof describeApi>

/** The whole description as plain data. */
export function describeApi(routes: readonly Route[]) {
  const paths: Record<string, Record<string, Operation>> = {}
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
