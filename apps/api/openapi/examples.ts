import { audienceOf } from '../src/audience.ts'
import { type Caller, openWorld, procedures, type World } from '../src/generated/testing-world.ts'
import type { Route } from '../src/rest/routes.ts'
import { openSession } from '../src/services/sessions.ts'
import { type TestServer, listen } from '../src/testing-server.ts'
import { type Call, callOf } from './calls.ts'

/** A call that went well, as it was sent and answered. */
export interface Example {
  call: Call
  answer: unknown
}

/** Who makes a call: a guest where it is for everyone to enter, else whoever may. */
export const callerOf = ({ face, procedure }: Pick<Route, 'face' | 'procedure'>): Caller => {
  if (/^auth\.(login|register|keepOrder|acceptInvite)$/.test(procedure)) return 'nobody'
  return face === 'admin' ? 'admin' : audienceOf(face, procedure) === undefined ? 'nobody' : 'alice'
}

/** A bearer token for somebody of the world; null for nobody. */
export async function tokenOf({ shop, visits }: World, caller: Caller): Promise<string | null> {
  const { user } = visits[caller].bag
  if (user === null) return null
  const { random } = shop.services
  const at = { now: shop.clock.now(), random, userAgent: 'test' }
  return shop.db.write((tx) => openSession(tx, { id: user.id, role: user.role }, 'token', at))
}

export const sampleOf = (world: World, route: Route, caller: Caller): Record<string, unknown> => {
  const one = procedures.find(({ face, path }) => face === route.face && path === route.procedure)
  return { ...(one?.sample.input(world.mine, world.carts[caller]) as Record<string, unknown>) }
}

export async function send({ url }: Pick<TestServer, 'url'>, { method, address, headers, body }: Call) {
  return fetch(url + address, {
    ...{ method, headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) } },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

// What is drawn anew in each run, or hangs on the machine and the moment, stands as one and the same in the document.
const settled = (text: string) =>
  text
    .replaceAll(
      /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
      '5c9f3c1e-6a0b-4f0e-9d52-3a7f2b1c8e44',
    )
    .replaceAll(/"(databaseBytes|jobsWaiting|eventsWaiting)":\d+/g, '"$1":0')
    .replaceAll(/"checking":(?:null|\{[^}]*\})/g, '"checking":null')

/** Lists are shown with two of their things. */
export function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]))
}

/** Makes each call once on a shop of its own making, until every one went well: what the document shows was really said. */
export async function recordExamples(routes: readonly Route[]): Promise<Map<Route, Example>> {
  const examples = new Map<Route, Example>()
  let left = [...routes].sort((a, b) => Number(b.method === 'GET') - Number(a.method === 'GET'))
  while (left.length > 0) {
    await using world = await openWorld()
    await using server = await listen(world.shop)
    const again: Route[] = []
    for (const route of left) {
      const caller = callerOf(route)
      const call = callOf(route, sampleOf(world, route, caller), await tokenOf(world, caller))
      const answer = await send(server, call)
      const text = await answer.text()
      if (answer.ok)
        examples.set(route, { call, answer: text === '' ? undefined : shortened(JSON.parse(settled(text))) })
      else if (left.length === routes.length || again.length + 1 < left.length) again.push(route)
      else throw new Error(`${route.method} ${route.url} answered ${answer.status}: ${text}`)
    }
    left = again
  }
  return examples
}
