import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Route, routes } from '../rest/routes.ts'
import { openStream as follow } from '../testing-server.ts'
import type { Outcome } from './testing-expected.ts'
import type { Procedure } from './testing-world.ts'

/** What came back of one call: its status, what that says, the refusal's code and facts, and the whole answer. */
export interface Verdict {
  status: number
  outcome: Outcome
  problem: { code: string; details: unknown } | null
  body: string
}
/** The shop's server, and where it listens: a stream needs a line that can be cut. */
export interface Server {
  app: FastifyInstance
  url: string
}
type Headers = Record<string, string>
/** A way in to a procedure: several inputs of one caller, each with its verdict. */
export interface Transport {
  name: string
  /** Whether all inputs travel in one request. */
  whole: boolean
  carries(one: Procedure): boolean
  /** The status that an outcome travels with. */
  statusOf(one: Procedure, outcome: Outcome): number | undefined
  call(server: Server, one: Procedure, inputs: readonly unknown[], headers: Headers): Promise<Verdict[]>
}

const statuses: Partial<Record<Outcome, number>> = {
  ...{ ok: 200, BAD_REQUEST: 400, UNAUTHORIZED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409 },
}
const json = { 'content-type': 'application/json' }
const inTurn = async <T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const answers: R[] = []
  for (const one of list) answers.push(await work(one))
  return answers
}

interface Item {
  error?: { data: { code: Outcome; httpStatus: number; problem: Verdict['problem'] } }
}
const verdictOf = (item: Item): Verdict => ({
  status: item.error?.data.httpStatus ?? 200,
  outcome: item.error?.data.code ?? 'ok',
  problem: item.error?.data.problem ?? null,
  body: JSON.stringify(item),
})

const request = ({ face, kind }: Procedure, path: string, input: unknown, query: string): InjectOptions =>
  kind === 'mutation'
    ? { method: 'POST', url: `/rpc/${face}/${path}?${query}`, headers: json, payload: JSON.stringify(input) }
    : { method: 'GET', url: `/rpc/${face}/${path}?${query}&input=${encodeURIComponent(JSON.stringify(input))}` }
let places = 0
/** Each request comes from a place of its own: limits by address are no part of who may what. */
const send = (app: FastifyInstance, options: InjectOptions, headers: Headers) =>
  app.inject({
    ...options,
    headers: { ...options.headers, ...headers },
    remoteAddress: `10.${(places >> 16) & 255}.${(places >> 8) & 255}.${places++ & 255}`,
  })

/** A stream that stands has no end of its own: its first event is looked at, and the line is cut. */
async function openStream({ app, url }: Server, one: Procedure, input: unknown, headers: Headers): Promise<Verdict> {
  const stream = await follow({ url }, `/rpc/${one.face}/${one.path}`, input, { badge: headers })
  if (stream.status !== 200) {
    const answer = await send(app, request(one, one.path, input, ''), headers)
    return { ...verdictOf(answer.json<Item>()), status: stream.status }
  }
  const { type, data } = await stream.next()
  stream.cut()
  // What is refused once the line stands is said in its first event.
  return verdictOf(type === 'serialized-error' ? { error: data as NonNullable<Item['error']> } : {})
}

const single: Transport = {
  name: 'tRPC',
  whole: false,
  carries: () => true,
  statusOf: (_, outcome) => statuses[outcome],
  call: (server, one, inputs, headers) =>
    inTurn(inputs, async (input) => {
      if (one.kind === 'subscription') return openStream(server, one, input, headers)
      const answer = await send(server.app, request(one, one.path, input, ''), headers)
      return { ...verdictOf(answer.json<Item>()), status: answer.statusCode }
    }),
}

/** All inputs in one request. */
const batch: Transport = {
  name: 'batch',
  whole: true,
  carries: ({ kind }) => kind !== 'subscription',
  statusOf: (_, outcome) => statuses[outcome],
  async call({ app }, one, inputs, headers) {
    const path = inputs.map(() => one.path).join(',')
    const answer = await send(app, request(one, path, { ...inputs }, 'batch=1'), headers)
    return answer.json<Item[]>().map(verdictOf)
  },
}

const routeOf = ({ face, path }: Procedure): Route | undefined =>
  routes.find((route) => route.face === face && route.procedure === path)

function restRequest(route: Route, input: unknown): InjectOptions {
  const left = new Map(Object.entries(input as Record<string, unknown>))
  const taken = (name: string): string => {
    const value = left.get(name)
    left.delete(name)
    return String(value)
  }
  const url = route.url.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(taken(name)))
  const headers: Headers = { ...json }
  for (const [name, header] of Object.entries(route.headers)) if (left.has(name)) headers[header] = taken(name)
  if (route.method === 'POST' || route.method === 'PUT')
    return { method: route.method, url, headers, payload: JSON.stringify(Object.fromEntries(left)) }
  const query = [...left].flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]))
  return { method: route.method, url: `${url}?${new URLSearchParams(query).toString()}`, headers }
}

const rest: Transport = {
  name: 'REST',
  whole: false,
  carries: (one) => routeOf(one) !== undefined,
  // REST says 422 of an input that does not fit, where tRPC says 400.
  statusOf: (one, outcome) =>
    outcome === 'ok' ? routeOf(one)?.status : outcome === 'BAD_REQUEST' ? 422 : statuses[outcome],
  call: ({ app }, one, inputs, headers) =>
    inTurn(inputs, async (input) => {
      const route = routeOf(one)
      if (route === undefined) throw new Error(`${one.path} has no route`)
      const answer = await send(app, restRequest(route, input), headers)
      const { statusCode: status, body } = answer
      if (status < 300) return { status, outcome: 'ok', problem: null, body }
      const { code, details } = answer.json<{ code: string; details: unknown }>()
      const known = Object.entries(statuses).find(([, number]) => number === status)?.[0] as Outcome | undefined
      const outcome = code === 'input_invalid' ? 'BAD_REQUEST' : (known ?? 'INTERNAL_SERVER_ERROR')
      return { status, outcome, problem: { code, details }, body }
    }),
}

/** The ways in to a procedure. */
export const transports: readonly Transport[] = [single, batch, rest]
