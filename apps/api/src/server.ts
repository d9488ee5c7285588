import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { adminRouter } from './admin-router.ts'
import type { Services } from './context.ts'
import { mountDocuments } from './documents.ts'
import { createContext } from './request-context.ts'
import { shopRouter } from './shop-router.ts'
import { mountUploads } from './uploads.ts'

export interface ServerOptions {
  publicUrl: URL
  corsOrigins: readonly string[]
  cookieSecret: string
  proxyHops: number
  production: boolean
  /** Where pictures lie; `data/media` unless said. */
  media?: string
  /** False while migrating, draining, or when the database does not answer. */
  ready: () => Promise<boolean>
}

type Failed = { error: Error & { code: string }; path: string | undefined; req: FastifyRequest }

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
    if (crossSite(request, options)) return reply.code(403).send({ error: 'this origin may not change anything here' })
  })
}

async function mountRpc(app: FastifyInstance, services: Services): Promise<void> {
  for (const face of ['shop', 'admin'] as const) {
    // Each router in a scope of its own: the plugin takes the scope's JSON parser away.
    await app.register(async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        void reply.header('cache-control', 'no-store')
        const type = request.headers['content-type']
        if (request.method === 'POST' && !/^application\/json\b/i.test(type ?? ''))
          return reply.code(415).send({ error: 'send application/json' })
      })
      await scope.register(fastifyTRPCPlugin, {
        prefix: `/rpc/${face}`,
        trpcOptions: {
          router: face === 'shop' ? shopRouter : adminRouter,
          maxBatchSize: 10,
          createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }) =>
            createContext(services, face, req, res),
          onError: ({ error, path: procedure, req }: Failed) => {
            if (error.code === 'INTERNAL_SERVER_ERROR')
              services.log.error({ err: error.cause ?? error, procedure, requestId: req.id }, 'unexpected error')
          },
        },
      })
    })
  }
}

const mediaFolder = ({ media }: ServerOptions): string => media ?? path.join(repoRoot(), 'data/media')

async function mountPages(app: FastifyInstance, media: string): Promise<void> {
  const root = repoRoot()
  const web = path.join(root, 'apps/web/dist')
  const dist = path.join(root, 'apps/api/dist')
  const week = 7 * 24 * 3600 * 1000
  if (existsSync(web))
    await app.register(fastifyStatic, {
      root: web,
      wildcard: true,
      index: false,
      maxAge: week,
      setHeaders: (reply, file) => {
        if (file.includes(`${path.sep}assets${path.sep}`))
          void reply.header('cache-control', 'public, max-age=31536000, immutable')
      },
    })
  mkdirSync(media, { recursive: true })
  await app.register(fastifyStatic, { root: media, prefix: '/media/', decorateReply: !existsSync(web), maxAge: week })
  app.get('/client.tgz', (_, reply) =>
    existsSync(path.join(dist, 'client.tgz'))
      ? reply.type('application/gzip').sendFile('client.tgz', dist)
      : reply.code(404).send({ error: 'the client is not built' }),
  )
  const page = (reply: FastifyReply) =>
    existsSync(path.join(web, 'index.html'))
      ? reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html', web, { maxAge: 0 })
      : reply.code(404).send({ error: 'the pages are not built' })
  // Without a route of its own the root is a folder of files, which answers 403.
  app.get('/', (_, reply) => page(reply))
  app.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://shop')
    if (request.method === 'GET' && /^\/(?:fr|en|admin)(?:\/|$)/.test(pathname)) return page(reply)
    return reply.code(404).send({ error: 'nothing lives at this address' })
  })
}

/** The one HTTP server: storefront, console, both tRPC roots, health. The only file that knows the wire adapter. */
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
  })
  refuseStrangers(app, options)
  await app.register(cookie, { secret: options.cookieSecret })
  await app.register(cors, {
    origin: options.corsOrigins.length > 0 ? [...options.corsOrigins] : false,
    credentials: options.corsOrigins.length > 0,
    exposedHeaders: ['cart-token', 'last-event-id', 'x-request-id', 'retry-after'],
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
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
    const words = status >= 500 ? `something went wrong, reference ${request.id}` : 'this request could not be read'
    return reply.code(status).send({ error: words })
  })
  app.get('/health', () => ({ ok: true }))
  app.get('/ready', async (_, reply) =>
    (await options.ready()) ? { ready: true } : reply.code(503).send({ ready: false }),
  )
  await mountRpc(app, services)
  await mountDocuments(app, services)
  await mountUploads(app, services, { media: mediaFolder(options) })
  await mountPages(app, mediaFolder(options))
  return app
}
