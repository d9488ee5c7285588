import type { Procedure } from '@comptoir/api/testing-world'
import type { Route } from '@comptoir/api/rest/routes'
import type { Draw } from './draw.ts'
import { hostileTexts, nested, toJson } from './hostile.ts'

export type Way = 'single' | 'batch' | 'rest'
/** One request as it goes over the wire. */
export interface Sent {
  way: Way
  method: string
  path: string
  headers: Record<string, string>
  body: string | null
  /** Only so many bytes of the body are sent, and the line is cut. */
  cutAfter: number | null
  /** What it asks for, call by call. */
  asked: readonly Procedure[]
}

const json = { 'content-type': 'application/json' }
const query = (text: string) => encodeURIComponent(text.toWellFormed())
// A longer address is refused by Node itself: worth one look, not every second one.
const mostAddress = 14_000

/** A call over tRPC. */
export function single(one: Procedure, input: unknown): Sent {
  const [path, text] = [`/rpc/${one.face}/${one.path}`, toJson(input)]
  const sent = { way: 'single' as const, headers: {}, body: null, cutAfter: null, asked: [one] }
  if (one.kind === 'mutation') return { ...sent, method: 'POST', path, headers: json, body: text }
  return { ...sent, method: 'GET', path: input === undefined ? path : `${path}?input=${query(text)}` }
}

/** Several calls in one request, of one root; the first says whether they are changes. */
export function batch(calls: readonly { one: Procedure; input: unknown }[], draw: Draw): Sent {
  const asked = calls.map(({ one }) => one)
  const [first] = asked
  if (first === undefined) throw new Error('a batch asks for something')
  const inputs: Record<string, unknown> = Object.fromEntries(calls.map(({ input }, i) => [String(i), input]))
  if (draw.oneIn(20)) inputs['99'] = {}
  const text = draw.oneIn(25) ? toJson(Object.values(inputs)) : toJson(inputs)
  const path = `/rpc/${first.face}/${asked.map((one) => one.path).join(',')}?batch=1`
  const sent = { way: 'batch' as const, headers: {}, body: null, cutAfter: null, asked }
  if (first.kind === 'mutation') return { ...sent, method: 'POST', path, headers: json, body: text }
  return { ...sent, method: 'GET', path: `${path}&input=${query(text)}` }
}

/** A call over REST; what is no object has only the body to stand in. */
export function rest(one: Procedure, route: Route, input: unknown): Sent {
  const known = typeof input === 'object' && input !== null && !Array.isArray(input)
  const left = new Map(Object.entries(known ? input : {}))
  const plain = (value: unknown) => (typeof value === 'string' ? value : toJson(value))
  const path = route.url.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name)
    left.delete(name)
    return query(plain(value))
  })
  const headers: Record<string, string> = {}
  for (const [name, header] of Object.entries(route.headers))
    if (left.has(name)) {
      headers[header] = headerText(plain(left.get(name)))
      left.delete(name)
    }
  const sent = { way: 'rest' as const, method: route.method, cutAfter: null, asked: [one] }
  if (route.method === 'POST' || route.method === 'PUT') {
    const body = toJson(known ? Object.fromEntries(left) : input)
    return { ...sent, path, headers: { ...json, ...headers }, body }
  }
  const fields = [...left].flatMap(([name, value]) =>
    [value].flat().map((each) => `${query(name)}=${query(plain(each))}`),
  )
  return { ...sent, path: fields.length > 0 ? `${path}?${fields.join('&')}` : path, headers, body: null }
}

/** What Node lets into a header. */
export const headerText = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 2000)

const contentTypes = [
  ...['text/plain', 'multipart/form-data; boundary=x', 'multipart/form-data', 'application/octet-stream', 'text/html'],
  ...['application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'application/jsonp', 'application/'],
  ...['application/json;', 'APPLICATION/JSON', 'application/json, text/plain', ';', '*/*', 'application/xml'],
]
const methods = ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'GET', 'POST', 'TRACE', 'PROPFIND']

type Fault = (sent: Sent, draw: Draw) => Partial<Sent>
const bodyOf = ({ body }: Sent): string => body ?? '{}'
/** What goes wrong on the wire, whatever was asked. */
const faults: Readonly<Record<string, Fault>> = {
  'broken JSON': (sent, draw) => {
    const text = bodyOf(sent)
    const at = draw.int(0, text.length)
    return {
      body: text.slice(0, at) + draw.pick(['', '}', '"', ',', '\\u12', '\u0001', '//', '{']) + text.slice(at + 1),
    }
  },
  'a key twice': (sent, draw) => ({
    body: bodyOf(sent).replace(
      '{',
      `{${draw.pick(['"__proto__":{"role":"admin"}', '"id":1,"id":2', '"constructor":{}'])},`,
    ),
  }),
  'a deep body': (_, draw) => ({ body: nested(draw.pick([100, 1000, 20_000]), draw) }),
  'a large body': (_, draw) => ({ body: `{"a":"${'x'.repeat(draw.pick([1000, 262_100, 300_000]))}"}` }),
  'another type': (sent, draw) => ({ headers: { ...sent.headers, 'content-type': draw.pick(contentTypes) } }),
  'another method': (sent, draw) => {
    const method = draw.pick(methods)
    return { method, body: method === 'GET' || method === 'HEAD' || draw.oneIn(2) ? null : sent.body }
  },
  'a cut body': (sent, draw) => {
    const body = bodyOf(sent)
    return { body, cutAfter: draw.int(0, Math.max(0, Buffer.byteLength(body) - 1)) }
  },
  'an odd encoding': (sent, draw) => ({
    headers: { ...sent.headers, 'content-encoding': draw.pick(['gzip', 'br', 'identity', 'zip']) },
  }),
  'another origin': (sent, draw) => ({
    headers: {
      ...sent.headers,
      ...draw.pick<Record<string, string>>([
        { origin: 'https://evil.test' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]),
    },
  }),
  'an odd address': (sent, draw) => ({
    path: draw.pick([
      sent.path.replace('/rpc/', '/rpc//'),
      `${sent.path}%00`,
      `${sent.path}/..%2f..%2f`,
      sent.path.replace('.', '%2e'),
      `${sent.path}${draw.pick(['?', '&'])}batch=1&batch=2&input=%7B&input=1`,
      `${sent.path.split('?')[0] ?? ''},,,,,,,,,,?batch=1`,
      `/rpc/shop/${'x'.repeat(3000)}`,
      `/api/${encodeURIComponent(draw.pick(hostileTexts).toWellFormed()).slice(0, mostAddress)}`,
      `/rpc/admin/${draw.pick(['__proto__', 'constructor', 'toString.call', 'auth', 'auth.', '.', '%'])}?input={}`,
      `${sent.path}&connectionParams=%7B%22a%22%3A1%7D`,
    ]),
  }),
  'odd headers': (sent, draw) => ({
    headers: {
      ...sent.headers,
      ...draw.pick<Record<string, string>>([
        { authorization: `Bearer ${'x'.repeat(draw.pick([1, 200, 201, 4000]))}` },
        { authorization: 'Basic YTpi', cookie: 'comptoir_session=%00; comptoir_cart=a.b' },
        { cookie: `comptoir_session=${'x'.repeat(4000)}` },
        { 'cart-token': "' or 1=1 --" },
        { 'order-access': 'order_x.y '.repeat(100) },
        { 'last-event-id': '-1' },
        { 'trpc-accept': 'application/jsonl' },
        { accept: 'text/html', 'accept-language': 'xx-'.repeat(500) },
        { 'x-http-method-override': 'DELETE', 'x-request-id': 'mine' },
        { range: 'bytes=0-1', 'if-none-match': '*' },
      ]),
    },
  }),
}
export const faultNames: readonly string[] = Object.keys(faults)

/** The same request with something wrong in how it travels. */
export const faulty = (sent: Sent, name: string, draw: Draw): Sent => ({ ...sent, ...faults[name]?.(sent, draw) })
