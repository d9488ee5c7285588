import { refuse } from '@comptoir/domain'
import type { FieldKind, Route } from './routes.ts'

/** A call as it came: names and texts of the address, headers, the body as JSON. */
export interface RestCall {
  params: unknown
  query: unknown
  headers: Record<string, unknown>
  body: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const named = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

/**
 * The input of the procedure, from address, headers and body. A text becomes what the field stands for where it plainly is that, and stays
 * a text otherwise, so that the procedure's own schema has the last word on every value. Refuses: input_invalid.
 */
export function readInput(route: Route, call: RestCall): unknown {
  const { headers, body } = call
  const query = named(call.query)
  const placed: Record<string, unknown> = {}
  for (const name of route.params) placed[name] = named(call.params)[name]
  for (const [name, header] of Object.entries(route.headers))
    if (typeof headers[header] === 'string') placed[name] = headers[header]
  const byAddress = route.method === 'GET' || route.method === 'DELETE'
  const given = byAddress ? readQuery(query, route.fields) : body
  if (!byAddress) refuseFields(Object.keys(query), 'has no place in the address; send it in the body')
  if (byAddress && body !== undefined)
    refuseFields(bodyNames(body), 'has no place in a body here; send it in the address')
  if (given !== undefined && !isRecord(given)) return given
  const elsewhere = Object.keys(given ?? {}).filter((name) => route.params.includes(name) || name in route.headers)
  refuseFields(elsewhere, 'is said elsewhere: in the path or in its header')
  return { ...route.defaults, ...given, ...placed }
}

const bodyNames = (body: unknown): string[] => (isRecord(body) ? Object.keys(body) : [''])

/** Fields that stand where they may not. */
function refuseFields(names: readonly string[], message: string): void {
  if (names.length > 0) refuse('input_invalid', { fields: names.map((path) => ({ path, message })) })
}

const readQuery = (query: Record<string, unknown>, fields: ReadonlyMap<string, FieldKind>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, readField(value, fields.get(name) ?? 'text')]))

function readField(value: unknown, kind: FieldKind): unknown {
  if (kind === 'list') return Array.isArray(value) ? value : [value]
  if (typeof value !== 'string') return value
  if (kind === 'number') return /^-?(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}
