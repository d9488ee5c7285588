import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyReply } from 'fastify'
import type { Services } from './context.ts'
import { type KeptUnder, keptUnder } from './public-reads.ts'
import { countKept } from './services/call-limits.ts'
import { keepAnswers, type KeptAnswers, salesTopics, shelfTopics } from './services/kept-answers.ts'
import { keepForCallers } from './services/kept-for-callers.ts'

/** The answers that are kept, by what their being right hangs on. */
export type QuickAnswers = Readonly<Record<KeptUnder['of'], KeptAnswers>>

/** Null where the engine cannot tell at once whether anything was committed. */
export function keepQuickAnswers({ db, clock }: Pick<Services, 'db' | 'clock'>): QuickAnswers | null {
  const shelf = keepAnswers(db, { topics: shelfTopics })
  const sales = keepAnswers(db, { topics: salesTopics })
  const caller = keepForCallers(db, { clock })
  return shelf === null || sales === null || caller === null ? null : { shelf, sales, caller }
}

// Those that are another's at each answer, and those that Node writes itself.
const ownOfEach = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy', 'date', 'connection', 'keep-alive'])

/** The headers of an answer that went out, name and value in turn; null where it said something to one reader alone. */
export function headOf(reply: FastifyReply): string[] | null {
  const headers = Object.entries(reply.getHeaders())
  if (headers.some(([name]) => name === 'set-cookie' || name === 'retry-after')) return null
  return headers.flatMap(([name, value]) => (ownOfEach.has(name) ? [] : [name, String(value)]))
}

/** Whether no header of a request but those of its key can change the headers of the answer. */
export const isPlain = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.origin === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  headers['accept-version'] === undefined

const prefix = '/rpc/shop/'

/** Who asks: behind proxies, the address that the outermost of ours saw. The same as Fastify's `request.ip`. */
export function askerOf(
  { socket, headers }: { socket: { remoteAddress?: string | undefined }; headers: IncomingMessage['headers'] },
  proxyHops: number,
): string {
  const seen = socket.remoteAddress ?? ''
  if (proxyHops === 0) return seen
  const told = String(headers['x-forwarded-for'] ?? '')
  const hops = [seen, ...(told === '' ? [] : told.split(',').toReversed())]
  return (hops[Math.min(proxyHops, hops.length - 1)] ?? seen).trim()
}

/**
 * Answers what is kept before any route or hook sees it: the same bytes under the same headers as the way through the server, counted and
 * logged alike. False for everything else, which then takes that way. A kept answer goes that way once, to show its headers.
 */
export function quickAnswers(
  services: Pick<Services, 'calls' | 'clock' | 'secure'>,
  answers: QuickAnswers,
  { proxyHops, log }: { proxyHops: number; log: FastifyBaseLogger & { isLevelEnabled?(level: string): boolean } },
) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '' } = request
    if (!url.startsWith(prefix)) return false
    const end = url.indexOf('?')
    const path = url.slice(prefix.length, end < 0 ? url.length : end)
    const asked = keptUnder(request, path, services)
    const found = asked === null ? undefined : answers[asked.of].findNow(asked.key)
    if (found === undefined || found.head === null || !isPlain(request)) return false
    const id = randomUUID()
    const told: Record<string, string> = { 'x-request-id': id }
    const address = askerOf(request, proxyHops)
    const reply = { setHeader: (name: string, value: string) => void (told[name] = value) }
    const times = path.includes(',') ? path.split(',').length : 1
    if (!countKept(services.calls, { user: found.caller, address, reply }, times)) return false
    if (log.isLevelEnabled?.('info') !== false) logBoth(log.child({ reqId: id }), { request, response, address })
    const head = [...found.head]
    for (const name in told) head.push(name, told[name] ?? '')
    response.writeHead(200, head).end(found.bytes)
    return true
  }
}

// The two lines that Fastify writes of each request.
function logBoth(
  log: FastifyBaseLogger,
  { request, response, address }: { request: IncomingMessage; response: ServerResponse; address: string },
): void {
  const begun = performance.now()
  const { method, url, headers, socket } = request
  log.info({ req: { method, url, headers, host: headers.host, ip: address, socket } }, 'incoming request')
  response.once('finish', () => {
    log.info({ res: response, responseTime: performance.now() - begun }, 'request completed')
  })
}
