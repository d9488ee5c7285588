import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Services } from './context.ts'
import { mountDocuments } from './documents.ts'
import { mountPageSpeeds } from './mount-page-speeds.ts'
import { mountPolicyReports } from './mount-policy-reports.ts'
import { mountPages } from './mount-pages.ts'
import { mountRpc, type Wire } from './mount-rpc.ts'
import { keepQuickAnswers, quickAnswers } from './quick-answers.ts'
import { answerWireProblem } from './rest/answer-problem.ts'
import { mountApiPages } from './rest/mount-api-pages.ts'
import { mountRest } from './rest/mount-rest.ts'
import { securityHeaders } from './security-headers.ts'
import { mountUploads } from './uploads.ts'

export interface ServerOptions {
  publicUrl: URL
  corsOrigins: readonly string[]
  cookieSecret: string
  proxyHops: number
  production: boolean
  /** Where pictures lie; `data/media` unless said. */
  media?: string
  /** Which adapter answers calls: ours unless said. */
  wire?: Wire
  /** False while migrating, draining, or when the database does not answer. */
  ready: () => Promise<boolean>
}

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change needs the shop's own page, or a program that no browser can make a stranger's page send (SAFETY S-14). */
function crossSite(request: FastifyRequest, options: ServerOptions): boolean {
  if (readMethods.has(request.method)) return false
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin') return false
  // A browser that hides the origin still says whether the page is another's; a program says neither.
  if (origin === undefined) return site !== undefined && site !== 'none'
  if (origin === options.publicUrl.origin || options.corsOrigins.includes(origin)) return false
  // Outside production the shop may be opened as localhost, 127.0.0.1 or another name of this machine.
  return options.production || origin !== `${request.protocol}://${request.headers.host}`
}

function refuseStrangers(app: FastifyInstance, options: ServerOptions): void {
  app.addHook('onRequest', (request, reply, done) => {
    // What comes in is never sent back as it came (SAFETY S-52).
    if (request.method === 'TRACE') {
      if (request.url.startsWith('/api/')) return void answerWireProblem(request, reply, 'method_not_allowed')
      return void reply.code(405).send({ error: 'this method is not known here' })
    }
    if (!crossSite(request, options)) return done()
    if (request.url.startsWith('/api/')) return void answerWireProblem(request, reply, 'origin_refused')
    void reply.code(403).send({ error: 'this origin may not change anything here' })
  })
}

/** On every answer, from the first hook on. */
function nameEach(app: FastifyInstance, headers: Record<string, string>): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id)
    done()
  })
}

const unreadable = { error: 'this request could not be read' }
/** What is no HTTP, or has a head that is too long, comes to no route: the line is answered and closed. */
function refuseNoHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const [status, words] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'the head of this request is too long']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'this request took too long to arrive']
        : ['400 Bad Request', unreadable.error]
  const body = JSON.stringify({ error: words })
  const head = `content-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close`
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${body}`)
}
const refuseUnreadable = (_: FastifyError, __: FastifyRequest, reply: FastifyReply): void =>
  void reply.code(400).send(unreadable)

// Procedures check what comes and goes by their own schemas: Fastify's compilers, which are a third of it, are never loaded.
const noSchemas = (): never => {
  throw new Error('a route has a schema of its own: give the server its compilers')
}

const mediaFolder = ({ media }: ServerOptions): string => media ?? path.join(repoRoot(), 'data/media')

/** Lets `quick` answer before the server's own way begins; no more once the server closes, when that way says so. */
function answerFirst(app: FastifyInstance, quick: ReturnType<typeof quickAnswers>): void {
  let closing = false
  app.addHook('preClose', async () => void (closing = true))
  const ways = app.server.listeners('request')
  app.server.removeAllListeners('request')
  app.server.on('request', (request, response) => {
    const pass = () => {
      for (const way of ways) way.call(app.server, request, response)
    }
    if (closing || !begun(request, response, pass)) pass()
  })
  // Nobody above would catch what the engine throws here: the whole process would end. The other way says it to whoever asks.
  function begun(...asked: Parameters<typeof quick>): boolean {
    try {
      return quick(...asked)
    } catch (err) {
      app.log.error({ err }, 'unexpected error')
      return false
    }
  }
}

/** The one HTTP server: storefront, console, both tRPC roots, health. */
export async function createServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = services.log
  const answers = options.wire === 'stock' ? null : keepQuickAnswers(services)
  const app = fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: (_, hop) => hop < options.proxyHops,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 2000 },
    forceCloseConnections: 'idle',
    // What no address can be, as /%, never comes to a route or a hook.
    frameworkErrors: refuseUnreadable,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    clientErrorHandler: refuseNoHttp,
  })
  if (answers !== null)
    answerFirst(app, quickAnswers(services, answers, { proxyHops: options.proxyHops, log: app.log }))
  nameEach(app, securityHeaders(services.secure))
  refuseStrangers(app, options)
  await app.register(cookie, { secret: options.cookieSecret })
  await app.register(cors, {
    origin: options.corsOrigins.length > 0 ? [...options.corsOrigins] : false,
    credentials: options.corsOrigins.length > 0,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: ['cart-token', 'last-event-id', 'x-request-id', 'retry-after', 'ratelimit', 'ratelimit-policy'],
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    // Whoever asked has left before the first byte: nobody hears an answer, and nothing went wrong here.
    if (reply.raw.destroyed && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return
    const status = error.statusCode ?? 500
    if (status >= 500) services.log.error({ err: error, requestId: request.id }, 'unexpected error')
    return reply
      .code(status)
      .send(status >= 500 ? { error: `something went wrong, reference ${request.id}` } : unreadable)
  })
  app.get('/health', () => ({ ok: true }))
  app.get('/ready', async (_, reply) =>
    services.upkeep.data !== 'damaged' && (await options.ready())
      ? { ready: true, data: services.upkeep.data }
      : reply.code(503).send({ ready: false, data: services.upkeep.data }),
  )
  await mountRpc(app, services, { wire: options.wire, answers })
  await mountRest(app, services)
  mountApiPages(app)
  await mountDocuments(app, services)
  mountPageSpeeds(app, services)
  await mountPolicyReports(app, services)
  await mountUploads(app, services, { media: mediaFolder(options) })
  await mountPages(app, services, { media: mediaFolder(options), publicUrl: options.publicUrl })
  return app
}
