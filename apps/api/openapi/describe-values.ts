import type { Json } from './document-types.ts'

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const instants = /(?:At|Before)$/
const safest = Number.MAX_SAFE_INTEGER

/** What a name of ours tells of a value: instants end in `At`, amounts in `Cents`. */
function refine(name: string, schema: Json): Json {
  if (schema['type'] === 'integer') {
    const { minimum, maximum, ...rest } = schema
    const limits = { ...(minimum !== -safest && { minimum }), ...(maximum !== safest && { maximum }) }
    return { ...rest, format: 'int64', ...limits }
  }
  if (schema['type'] === 'string' && instants.test(name) && schema['enum'] === undefined)
    return { ...schema, format: 'date-time' }
  if (schema['type'] === 'string' && /^(?:e|customerE)mail$/.test(name)) return { ...schema, format: 'email' }
  return schema
}

/** Walks a schema and says of each value what its name tells; `fields` are the comments of the outermost fields. */
export function refined(value: unknown, name = '', fields: ReadonlyMap<string, string> = new Map()): unknown {
  if (Array.isArray(value)) return value.map((inner) => refined(inner, name))
  if (!isJson(value)) return value
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'example' || key === 'default' || key === 'examples') return [key, one]
      if (key !== 'properties' || !isJson(one)) return [key, refined(one, name)]
      const properties = Object.entries(one).map(([field, schema]) => [
        field,
        described(refined(schema, field), fields.get(field)),
      ])
      return [key, Object.fromEntries(properties)]
    }),
  )
  return refine(name, inner)
}
const described = (schema: unknown, description: string | undefined): unknown =>
  isJson(schema) && description !== undefined && !('$ref' in schema) && !('description' in schema)
    ? { ...schema, description }
    : schema
