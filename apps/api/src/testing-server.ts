import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import type { Services } from './context.ts'
import { createServer, type ServerOptions } from './server.ts'
import type { TestShop } from './testing.ts'

type LogLine = Record<string, unknown>
export const publicOrigin = 'https://comptoir.test'

/** The shop behind a real port, for as long as the test runs; `instead` replaces services, `options` how it is served, `also` adds routes. */
export async function listen(
  shop: TestShop,
  {
    instead = {},
    options = {},
    also = () => {},
  }: { instead?: Partial<Services>; options?: Partial<ServerOptions>; also?: (app: FastifyInstance) => void } = {},
) {
  const logged: LogLine[] = []
  const sink = new Writable({
    write(line: Buffer, _, done) {
      logged.push(JSON.parse(line.toString()) as LogLine)
      done()
    },
  })
  const app = await createServer(
    { ...shop.services, log: pino({ level: 'info' }, sink), ...instead },
    {
      ...{ publicUrl: new URL(publicOrigin), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
      ...{ production: true, ready: async () => true },
      ...options,
    },
  )
  also(app)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const json = { 'content-type': 'application/json' }
  return {
    url,
    logged,
    get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers }),
    post: (path: string, input: unknown, headers: Record<string, string> = {}) =>
      fetch(url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(input) }),
    [Symbol.asyncDispose]: () => app.close(),
  }
}
export type TestServer = Awaited<ReturnType<typeof listen>>

export interface StreamEvent {
  type: string
  id: string
  data: unknown
}

/** A subscription over the wire: its events one by one; `cut` drops the connection. */
export async function openStream(
  { url }: Pick<TestServer, 'url'>,
  path: string,
  input: unknown,
  {
    cookie,
    lastEventId,
    badge = {},
  }: { cookie?: string; lastEventId?: string | undefined; badge?: Record<string, string> } = {},
) {
  const gone = new AbortController()
  const headers = {
    ...badge,
    ...(cookie !== undefined && { cookie: `comptoir_session=${cookie}` }),
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  }
  const query = encodeURIComponent(JSON.stringify(input))
  const answer = await fetch(`${url}${path}?input=${query}`, { headers, signal: gone.signal })
  const events = eventsOf(answer)
  return {
    status: answer.status,
    /** The next event that carries something; the end of the stream fails the test. */
    async next(): Promise<StreamEvent> {
      for (;;) {
        const { value, done } = await events.next()
        if (done === true) throw new Error('the stream ended')
        if (value.type === 'serialized-error' || (value.type === 'message' && value.id !== '')) return value
      }
    },
    /** Waits until the server says that the stream stands; its end before that fails the test. */
    async connected() {
      for (;;) {
        const { value, done } = await events.next()
        if (done === true) throw new Error('the stream ended')
        if (value.type === 'connected') return
      }
    },
    cut: () => gone.abort(),
  }
}

async function* eventsOf(answer: Response): AsyncGenerator<StreamEvent, void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map<string, string>()
      for (const line of text.slice(0, end).split('\n')) {
        const colon = line.indexOf(':')
        fields.set(line.slice(0, colon), line.slice(colon + 1).trim())
      }
      text = text.slice(end + 2)
      const data = fields.get('data') ?? ''
      yield { type: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: data && JSON.parse(data) }
    }
  }
}
