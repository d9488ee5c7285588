import type { AddressInfo } from 'node:net'
import { openTestShop } from '../../../apps/api/src/testing.ts'
import { createServer } from '../../../apps/api/src/server.ts'
import { startEvents } from '../../../apps/api/src/services/events.ts'
import * as outbox from '../../db/src/stores/outbox.ts'

/** A shop that listens on a port of its own, with one product line to buy; `await using` closes it and checks its books. */
export async function openTestServer() {
  const shop = await openTestShop()
  const first = await serve(shop.services)
  const later: (() => Promise<void>)[] = []
  return {
    shop,
    url: first.url,
    /** Cuts every connection, as a lost network does. */
    cut: () => first.app.server.closeAllConnections(),
    /** Another server of the shop, opened when all events so far were forgotten; answers its address. */
    async afterAllWasForgotten(): Promise<string> {
      await shop.services.events.settled()
      await shop.db.write((tx) => outbox.forget(tx, { before: new Date(0), newest: 0 }))
      const events = await startEvents(shop.db, { pollMs: 10 })
      const second = await serve({ ...shop.services, events })
      later.push(events.stop, second.close)
      return second.url
    },
    async [Symbol.asyncDispose]() {
      for (const close of later) await close()
      await shop.open.drain()
      await first.close()
      await shop[Symbol.asyncDispose]()
    },
  }
}

async function serve(services: Parameters<typeof createServer>[0]) {
  const app = await createServer(services, {
    publicUrl: new URL('http://shop.test'),
    corsOrigins: [],
    cookieSecret: 'a secret of tests, thirty-two chars',
    proxyHops: 0,
    production: false,
    ready: async () => true,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const close = async () => {
    app.server.closeAllConnections()
    await app.close()
  }
  return { app, url: `http://127.0.0.1:${port}`, close }
}

/** What went over the wire: the path, the headers, and how often. */
export interface Sent {
  path: string
  headers: Headers
}

const pathOf = (input: string | URL | Request) =>
  new URL(typeof input === 'object' && 'url' in input ? input.url : input).pathname

/** A fetch that remembers what it sent; `after` sees each answer and may lose it by throwing. */
export function watchedFetch(
  after: (sent: Sent, answer: Response) => Response | Promise<Response> = (_, answer) => answer,
) {
  const sent: Sent[] = []
  const watched: typeof fetch = async (input, init) => {
    const one = { path: pathOf(input), headers: new Headers(init?.headers) }
    sent.push(one)
    return after(one, await fetch(input, init))
  }
  return { sent, fetch: watched }
}

/** A fetch that keeps cookies, as a browser's page does. */
export function browserFetch() {
  const jar = new Map<string, string>()
  const sent: Sent[] = []
  const browser: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    sent.push({ path: pathOf(input), headers })
    const answer = await fetch(input, { ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const value = pair.slice(pair.indexOf('=') + 1)
      if (value === '') jar.delete(pair.slice(0, pair.indexOf('=')))
      else jar.set(pair.slice(0, pair.indexOf('=')), value)
    }
    return answer
  }
  return { sent, jar, fetch: browser }
}

/** A list that others fill, and a promise of its first n things. */
export function heard<T>() {
  const things: T[] = []
  const waiting: { count: number; go: () => void }[] = []
  return {
    things,
    add(thing: T) {
      things.push(thing)
      for (const { count, go } of waiting) if (things.length >= count) go()
    },
    first: (count: number) =>
      new Promise<T[]>((resolve) => {
        const go = () => resolve(things.slice(0, count))
        if (things.length >= count) go()
        else waiting.push({ count, go })
      }),
  }
}
