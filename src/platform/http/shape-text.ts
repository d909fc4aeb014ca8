/** A JSON Schema as a type one can read, in the manner of TypeScript. */
export type Shape = {
  $ref?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  type?: string
  format?: string
  pattern?: string
  default?: unknown
  description?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  items?: Shape
  properties?: Record<string, Shape>
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  required?: string[]
}

/** Whole numbers without bounds of their own carry those of JavaScript; nobody wants to read them. */
const SAFE = Number.MAX_SAFE_INTEGER
/** Longer choices and objects are broken into lines. */
const LINE = 96

export function shapeText(shape: Shape, indent = ''): string {
  if (shape.$ref !== undefined) return shape.$ref.split('/').at(-1) ?? 'unknown'
  if ('const' in shape) return JSON.stringify(shape.const)
  if (shape.enum !== undefined)
    return choice(
      shape.enum.map((each) => JSON.stringify(each)),
      indent,
    )
  const members = shape.anyOf ?? shape.oneOf
  if (members !== undefined)
    return choice(
      members.map((each) => shapeText(each, indent)),
      indent,
    )
  if (shape.allOf !== undefined) return shape.allOf.map((each) => shapeText(each, indent)).join(' & ')
  switch (shape.type) {
    case 'object':
      return objectText(shape, indent)
    case 'array':
      return arrayText(shape, indent)
    case 'string':
      return stringText(shape)
    case 'integer':
    case 'number':
      return numberText(shape)
    default:
      return shape.type ?? 'any'
  }
}

function choice(members: readonly string[], indent: string): string {
  const line = members.join(' | ')
  if (line.length <= LINE || members.some((each) => each.includes('\n'))) return line
  const lines: string[] = []
  for (const each of members) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + each.length < LINE) lines[lines.length - 1] = `${last} | ${each}`
    else lines.push(each)
  }
  return lines.join(`\n${indent}    | `)
}

function objectText(shape: Shape, indent: string): string {
  const fields = Object.entries(shape.properties ?? {})
  if (fields.length === 0) {
    const { additionalProperties: values } = shape
    return typeof values === 'object' ? `{ [name]: ${shapeText(values, indent)} }` : '{ [name]: any }'
  }
  const short = `{ ${fields.map(([name, field]) => `${name}${markOf(shape, name)}: ${shapeText(field, indent)}`).join(', ')} }`
  if (short.length <= LINE && !short.includes('\n') && fields.every(([, field]) => noteOf(field) === '')) return short
  const inner = `${indent}  `
  const lines = fields.map(([name, field]) => {
    const note = noteOf(field)
    return `${inner}${name}${markOf(shape, name)}: ${shapeText(field, inner)}${note === '' ? '' : `  // ${note}`}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

const markOf = ({ required, properties }: Shape, name: string): string =>
  required?.includes(name) && !('default' in (properties?.[name] ?? {})) ? '' : '?'

function noteOf({ description, default: otherwise, items }: Shape): string {
  const said = description ?? items?.description ?? ''
  const left = otherwise === undefined ? '' : `${JSON.stringify(otherwise)} when left out`
  return [/^Id like \w+…$|^ISO 8601 moment/.test(said) ? '' : said, left].filter(Boolean).join('; ')
}

function arrayText({ items, minItems, maxItems }: Shape, indent: string): string {
  const member = items === undefined ? 'any' : shapeText(items, indent)
  const many = /[|&]/.test(member) && !member.startsWith('{') ? `(${member})[]` : `${member}[]`
  const bounds = between(minItems, maxItems)
  return bounds === '' ? many : `${many} /* ${bounds} */`
}

function stringText({ format, pattern, minLength, maxLength }: Shape): string {
  const kind = /^\^([a-z]+_)\[0-9a-h/.exec(pattern ?? '')?.[1]
  if (kind !== undefined) return `${kind}…`
  if (format === 'date-time') return 'moment'
  if (format !== undefined) return format
  const bounds = between(minLength, maxLength)
  return bounds === '' ? 'string' : `string /* ${bounds} */`
}

function numberText({ type, minimum, maximum, exclusiveMinimum }: Shape): string {
  const low = exclusiveMinimum === undefined ? minimum : `> ${exclusiveMinimum}`
  const bounds = between(low === -SAFE ? undefined : low, maximum === SAFE ? undefined : maximum)
  const word = type === 'integer' ? 'integer' : 'number'
  return bounds === '' ? word : `${word} /* ${bounds} */`
}

function between(low: number | string | undefined, high: number | undefined): string {
  if (low === undefined) return high === undefined ? '' : `≤ ${high}`
  if (high === undefined) return typeof low === 'string' ? low : `≥ ${low}`
  return `${low} … ${high}`
}
