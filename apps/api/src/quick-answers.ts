import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyReply } from 'fastify'
import { publicAnswer } from './cold-answers.ts'
import type { Services } from './context.ts'
import { type KeptUnder, keptUnder } from './public-reads.ts'
import { askedLately } from './services/asked-lately.ts'
import { countKept } from './services/call-limits.ts'
import { keepAnswers, type KeptAnswer, type KeptAnswers, salesTopics, shelfTopics } from './services/kept-answers.ts'
import { keepForCallers } from './services/kept-for-callers.ts'

/** The answers that are kept, by what their being right hangs on. */
export interface QuickAnswers extends Readonly<Record<KeptUnder['of'], KeptAnswers>> {
  /** The headers of every public answer but for its length, once those of one were seen on their way out. */
  publicHead: readonly string[] | null
}

/** Null where the engine cannot tell at once whether anything was committed. */
export function keepQuickAnswers({ db, clock }: Pick<Services, 'db' | 'clock'>): QuickAnswers | null {
  const shelf = keepAnswers(db, { topics: shelfTopics })
  const sales = keepAnswers(db, { topics: salesTopics })
  const caller = keepForCallers(db, { clock })
  return shelf === null || sales === null || caller === null ? null : { shelf, sales, caller, publicHead: null }
}

// Those that are another's at each answer, and those that Node writes itself.
const ownOfEach = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy', 'date', 'connection', 'keep-alive'])

/** The headers of an answer that went out, name and value in turn; null where it said something to one reader alone. */
export function headOf(reply: FastifyReply): string[] | null {
  const headers = Object.entries(reply.getHeaders())
  if (headers.some(([name]) => name === 'set-cookie' || name === 'retry-after')) return null
  return headers.flatMap(([name, value]) => (ownOfEach.has(name) ? [] : [name, String(value)]))
}

const lengthName = 'content-length'
/** The same without the length: those of any public answer. */
export function publicHeadOf(reply: FastifyReply): string[] | null {
  const head = headOf(reply)
  return head && head.toSpliced(head.indexOf(lengthName), 2)
}

/** Whether no header of a request but those of its key can change the headers of the answer. */
export const isPlain = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.origin === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  headers['accept-version'] === undefined

type Make = NonNullable<ReturnType<typeof publicAnswer>>
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

/** A request at Node's own listener. */
interface Asked {
  request: IncomingMessage
  response: ServerResponse
  path: string
}

/**
 * Answers public reads before any route or hook sees them: the same bytes under the same headers as the way through the server, counted and
 * logged alike. What is kept goes out as it is; the rest is made here, and kept when it is asked for again. False for everything else, which then
 * takes that way, as does what `pass` is called for. The first public answer goes that way to show its headers.
 */
export function quickAnswers(
  services: Services,
  answers: QuickAnswers,
  { proxyHops, log }: { proxyHops: number; log: FastifyBaseLogger & { isLevelEnabled?(level: string): boolean } },
) {
  const again = askedLately()

  /** What is said of a request, whoever answers it. */
  function begin({ request }: Pick<Asked, 'request'>) {
    const id = randomUUID()
    const told: Record<string, string> = { 'x-request-id': id }
    const setHeader = (name: string, value: string) => void (told[name] = value)
    return { id, told, setHeader, address: askerOf(request, proxyHops) }
  }
  function note({ request, response }: Asked, { id, address }: ReturnType<typeof begin>): void {
    if (log.isLevelEnabled?.('info') !== false) logBoth(log.child({ reqId: id }), { request, response, address })
  }
  const withLength = (bytes: number) => answers.publicHead && [...answers.publicHead, lengthName, String(bytes)]

  function sendKept(asked: Asked, found: KeptAnswer): boolean {
    const { caller, bytes } = found
    found.head ??= caller === null ? withLength(bytes.length) : null
    if (found.head === null) return false
    const asker = begin(asked)
    const times = asked.path.includes(',') ? asked.path.split(',').length : 1
    if (!countKept(services.calls, { user: caller, address: asker.address, reply: asker }, times)) return false
    note(asked, asker)
    send(asked.response, 200, { head: [...found.head], told: asker.told, body: bytes })
    return true
  }

  async function sendLookedFor(asked: Asked, { key, of }: KeptUnder, make: Make): Promise<void> {
    const ready = await answers[of].find(key)
    if (ready === undefined || !sendKept(asked, ready)) await sendCold(asked, { key, of }, make)
  }
  async function sendCold(asked: Asked, { key, of }: KeptUnder, make: Make): Promise<void> {
    const made = async () => {
      const asker = begin(asked)
      note(asked, asker)
      const { status, body } = await make(asker)
      const head = withLength(Buffer.byteLength(body)) ?? []
      send(asked.response, status, { head, told: asker.told, body })
      return { status, body }
    }
    if (!again(key)) return void (await made())
    await answers[of].keep(key, async () => {
      const { status, body } = await made()
      return { keep: status === 200 ? Buffer.from(body) : null }
    })
  }

  return (request: IncomingMessage, response: ServerResponse, pass: () => void): boolean => {
    const { url = '' } = request
    if (!url.startsWith(prefix)) return false
    const end = url.indexOf('?')
    const path = url.slice(prefix.length, end < 0 ? url.length : end)
    const under = keptUnder(request, path, services)
    if (under === null || !isPlain(request)) return false
    const asked = { request, response, path }
    // Node hands requests on as their sockets become ready: each was sent before.
    services.db.read.shareTurn?.()
    const found = answers[under.of].findNow(under.key)
    if (found) return sendKept(asked, found)
    const make = under.of === 'caller' || answers.publicHead === null ? null : publicAnswer(services, request, path)
    if (make === null) return false
    const sent = found === null ? sendCold(asked, under, make) : sendLookedFor(asked, under, make)
    sent.catch((err: unknown) => {
      if (!response.headersSent) return pass()
      log.error({ err }, 'a public answer was not kept')
    })
    return true
  }
}

function send(
  response: ServerResponse,
  status: number,
  { head, told, body }: { head: string[]; told: Record<string, string>; body: string | Buffer },
): void {
  for (const name in told) head.push(name, told[name] ?? '')
  response.writeHead(status, head).end(body)
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
