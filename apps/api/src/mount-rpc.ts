import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { adminRouter } from './admin-router.ts'
import type { Services } from './context.ts'
import { answerLean, keepText, leanCalls } from './lean-rpc.ts'
import { createContext } from './request-context.ts'
import { shopRouter } from './shop-router.ts'

type Failed = { error: Error & { code: string }; path: string | undefined; req: FastifyRequest }

/** `lean`: our adapter for queries and mutations, tRPC's own for the rest; `stock`: tRPC's own for all. */
export type Wire = 'lean' | 'stock'

/** Both tRPC roots, `/rpc/shop` and `/rpc/admin`. The only file that knows the wire adapter. */
export async function mountRpc(app: FastifyInstance, services: Services, wire: Wire = 'lean'): Promise<void> {
  for (const face of ['shop', 'admin'] as const) {
    // Each router in a scope of its own: the body of a call stays text in it.
    await app.register(async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        void reply.header('cache-control', 'no-store')
        const type = request.headers['content-type']
        if (request.method === 'POST' && !/^application\/json\b/i.test(type ?? ''))
          return reply.code(415).send({ error: 'send application/json' })
      })
      scope.removeContentTypeParser('application/json')
      scope.addContentTypeParser('application/json', { parseAs: 'string' }, keepText)
      scope.addContentTypeParser('multipart/form-data', {}, keepText)
      const options = {
        router: face === 'shop' ? shopRouter : adminRouter,
        maxBatchSize: 10,
        createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }) =>
          createContext(services, face, req, res),
        onError: ({ error, path: procedure, req }: Failed) => {
          if (error.code === 'INTERNAL_SERVER_ERROR')
            services.log.error({ err: error.cause ?? error, procedure, requestId: req.id }, 'unexpected error')
        },
      }
      scope.all<{ Params: { path: string } }>(`/rpc/${face}/:path`, async (req, res) => {
        const calls = wire === 'lean' ? leanCalls(options.router, req, options.maxBatchSize) : null
        if (calls === null) {
          await fastifyRequestHandler({ ...options, req, res, path: req.params.path })
          return res
        }
        const { status, body } = await answerLean(options, calls, { req, res })
        void res.code(status).header('vary', 'trpc-accept, accept').header('content-type', 'application/json')
        // As bytes, because Fastify would add a charset to a text.
        return res.send(Buffer.from(body))
      })
    })
  }
}
