import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Services } from './context.ts'
import { mountDocuments } from './documents.ts'
import { mountPages } from './mount-pages.ts'
import { mountRpc, type Wire } from './mount-rpc.ts'
import { answerWireProblem } from './rest/answer-problem.ts'
import { mountApiPages } from './rest/mount-api-pages.ts'
import { mountRest } from './rest/mount-rest.ts'
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
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    if (!crossSite(request, options)) return
    if (request.url.startsWith('/api/')) return answerWireProblem(request, reply, 'origin_refused')
    return reply.code(403).send({ error: 'this origin may not change anything here' })
  })
}

const unreadable = { error: 'this request could not be read' }
const refuseUnreadable = (_: FastifyError, __: FastifyRequest, reply: FastifyReply): void =>
  void reply.code(400).send(unreadable)

const mediaFolder = ({ media }: ServerOptions): string => media ?? path.join(repoRoot(), 'data/media')

/** The one HTTP server: storefront, console, both tRPC roots, health. */
export async function createServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = services.log
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
  })
  refuseStrangers(app, options)
  await app.register(cookie, { secret: options.cookieSecret })
  await app.register(cors, {
    origin: options.corsOrigins.length > 0 ? [...options.corsOrigins] : false,
    credentials: options.corsOrigins.length > 0,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: ['cart-token', 'last-event-id', 'x-request-id', 'retry-after', 'ratelimit', 'ratelimit-policy'],
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // A rendered page says a colour or a size in an element's own style; no style sheet or script may be inline.
        styleSrcAttr: ["'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: services.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
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
  await mountRpc(app, services, options.wire)
  await mountRest(app, services)
  mountApiPages(app)
  await mountDocuments(app, services)
  await mountUploads(app, services, { media: mediaFolder(options) })
  await mountPages(app, services, { media: mediaFolder(options), publicUrl: options.publicUrl })
  return app
}
