import type { Route } from '../src/rest/routes.ts'

/** A REST call, ready to be sent. */
export interface Call {
  method: string
  /** Path and query. */
  address: string
  headers: Record<string, string>
  body?: Record<string, unknown> | undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** An input of the procedure as the call that REST wants for it: path, query, headers and body. */
export function callOf(route: Route, input: Record<string, unknown>, token: string | null): Call {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const query = new URLSearchParams()
  const body: Record<string, unknown> = {}
  let path = route.url
  for (const [name, value] of Object.entries(input)) {
    const header = route.headers[name]
    if (value === undefined) continue
    if (route.params.includes(name)) path = path.replace(`{${name}}`, encodeURIComponent(text(value)))
    else if (header !== undefined) headers[header] = text(value)
    else if (route.method !== 'GET' && route.method !== 'DELETE') body[name] = value
    else for (const one of Array.isArray(value) ? value : [value]) query.append(name, text(one))
  }
  const search = query.size > 0 ? `?${query.toString()}` : ''
  const hasBody = route.method === 'POST' || route.method === 'PUT'
  return {
    method: route.method,
    address: path + search,
    headers,
    ...(hasBody && Object.keys(body).length > 0 && { body }),
  }
}
