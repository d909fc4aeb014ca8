/** Makes a value that fits a JSON Schema, with as many ids in it as the schema has room for. */
type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  type?: string
  format?: string
  pattern?: string
  default?: unknown
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  propertyNames?: Schema
}

/** What an id of a kind is filled with; throws when there is none, with a line that says what to do. */
export type IdOf = (kind: string) => string

/** `every` fills optional fields too; else only the required ones and those that hold ids. */
export type Fill = 'every' | 'needed'

/** The kind of a public id, from the pattern that `publicId` writes. */
export const kindOf = (schema: object | undefined): string | null =>
  schema !== undefined && 'pattern' in schema
    ? (/^\^([a-z]+)_\[0-9a-h/.exec(String(schema.pattern))?.[1] ?? null)
    : null

const WORDS = ['probe', 'probe-1', 'a', 'PT24H', '09:00', 'Asia/Shanghai', 'probe@example.org', '#0f766e', '2026-03-01']

const MOMENTS: Record<string, string> = {
  'date-time': '2026-03-01T00:00:00Z',
  date: '2026-03-01',
  time: '09:00:00',
  email: 'probe@example.org',
  uri: 'https://example.org/',
  uuid: '00000000-0000-7000-8000-000000000000',
}

export function sample(schema: Schema, idOf: IdOf, fill: Fill, root: Schema = schema): unknown {
  const inner = (next: Schema) => sample(next, idOf, fill, root)
  if (schema.$ref !== undefined) return inner(resolved(schema.$ref, root))
  if ('const' in schema) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null')
  if (choice !== undefined) return inner(choice)
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(inner))
  switch (schema.type) {
    case 'object':
      return objectOf(schema, idOf, fill, root)
    case 'array':
      return schema.items === undefined
        ? []
        : Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => inner(schema.items ?? {}))
    case 'string':
      return textOf(schema, idOf)
    case 'integer':
    case 'number':
      return schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : (schema.minimum ?? 1)
    case 'boolean':
      return false
    default:
      return 'probe'
  }
}

function objectOf(schema: Schema, idOf: IdOf, fill: Fill, root: Schema): Record<string, unknown> {
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name, property]) => fill === 'every' || schema.required?.includes(name) || holdsId(property),
  )
  return Object.fromEntries(wanted.map(([name, property]) => [name, sample(property, idOf, fill, root)]))
}

const holdsId = (schema: Schema): boolean =>
  kindOf(schema) !== null ||
  (schema.anyOf ?? schema.oneOf ?? []).some(holdsId) ||
  (schema.items !== undefined && holdsId(schema.items))

function textOf(schema: Schema, idOf: IdOf): string {
  const kind = kindOf(schema)
  if (kind !== null) return idOf(kind)
  const known = MOMENTS[schema.format ?? '']
  if (known !== undefined) return known
  const fits = (word: string) =>
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(word)) &&
    word.length >= (schema.minLength ?? 0)
  return WORDS.find(fits) ?? 'p'.repeat(Math.max(1, schema.minLength ?? 1))
}

function resolved(ref: string, root: Schema): Schema {
  const found = root.$defs?.[ref.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`the schema points to ${ref}, which is not there`)
  return found
}
