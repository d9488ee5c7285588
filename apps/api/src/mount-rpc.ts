import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { adminRouter } from './admin-router.ts'
import type { Services } from './context.ts'
import { createContext } from './request-context.ts'
import { shopRouter } from './shop-router.ts'

type Failed = { error: Error & { code: string }; path: string | undefined; req: FastifyRequest }

/** Both tRPC roots, `/rpc/shop` and `/rpc/admin`. The only file that knows the wire adapter. */
export async function mountRpc(app: FastifyInstance, services: Services): Promise<void> {
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
