import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AdminRouter } from './admin-router.ts'
import { maxBatchSize, noteFailure } from './cold-answers.ts'
import type { CurrentUser, Services } from './context.ts'
import { answerLean, keepText, type LeanCalls, leanCalls } from './lean-rpc.ts'
import { keptUnder } from './public-reads.ts'
import { createContext } from './request-context.ts'
import { tooDeep } from './too-deep.ts'
import { countKept } from './services/call-limits.ts'
import { headOf, isPlain, publicHeadOf, type QuickAnswers } from './quick-answers.ts'
import { shopRouter } from './shop-router.ts'

type Failed = { error: Error & { code: string }; path: string | undefined; req: FastifyRequest }

/** `lean`: our adapter for queries and mutations, tRPC's own for the rest; `stock`: tRPC's own for all. */
export type Wire = 'lean' | 'stock'

/** What tRPC's adapter refuses as a whole (too large a batch, kinds mixed) is JSON of a type that it leaves to the platform. */
function asJson(payload: unknown): unknown {
  const plain = payload instanceof Response && payload.headers.get('content-type')?.startsWith('text/plain') === true
  if (plain) payload.headers.set('content-type', 'application/json')
  return payload
}

/** Both tRPC roots, `/rpc/shop` and `/rpc/admin`; `answers` are the shop's kept ones. The only file that knows the wire adapter. */
export async function mountRpc(
  app: FastifyInstance,
  services: Services,
  { wire = 'lean', answers = null }: { wire?: Wire | undefined; answers?: QuickAnswers | null } = {},
): Promise<void> {
  for (const face of ['shop', 'admin'] as const) {
    // Each router in a scope of its own: the body of a call stays text in it.
    await app.register(async (scope) => {
      scope.addHook('onRequest', (request, reply, done) => {
        void reply.header('cache-control', 'no-store')
        const type = request.headers['content-type']
        if (request.method !== 'POST' || /^application\/json\b/i.test(type ?? '')) return done()
        void reply.code(415).send({ error: 'send application/json' })
      })
      scope.addHook('preHandler', ({ body, query }, reply, done) => {
        const { input } = query as { input?: unknown }
        if (!tooDeep(body) && !tooDeep(input)) return done()
        void reply.code(400).send({ error: 'this input nests too deep' })
      })
      scope.addHook('onSend', (_, __, payload, done) => done(null, asJson(payload)))
      scope.removeContentTypeParser('application/json')
      scope.addContentTypeParser('application/json', { parseAs: 'string' }, keepText)
      scope.addContentTypeParser('multipart/form-data', {}, keepText)
      const optionsOf = (router: typeof shopRouter | AdminRouter) => ({
        router,
        maxBatchSize,
        createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }) =>
          createContext(services, face, req, res),
        onError: ({ error, path, req }: Failed) => noteFailure(services, { error, path, requestId: req.id }),
      })
      let loaded = face === 'shop' ? optionsOf(shopRouter) : undefined
      // The console's procedures are loaded by the first call of one.
      const load = async () => (loaded = optionsOf((await import('./admin-router.ts')).adminRouter))
      const send = (reply: FastifyReply, status: number, bytes: Buffer) =>
        // As bytes, because Fastify would add a charset to a text.
        reply.code(status).header('vary', 'trpc-accept, accept').header('content-type', 'application/json').send(bytes)
      const lean = async (calls: LeanCalls, req: FastifyRequest, res: FastifyReply) => {
        const options = loaded ?? (await load())
        let caller: CurrentUser | null = null
        const createContext = async () => {
          const context = await options.createContext({ req, res })
          caller = context.user
          return context
        }
        const onError = (failed: Omit<Failed, 'req'>) => options.onError({ ...failed, req })
        const { status, body } = await answerLean({ router: options.router, createContext, onError }, calls)
        return { status, bytes: Buffer.from(body), caller: caller as CurrentUser | null }
      }
      const keeps = wire === 'lean' && face === 'shop' ? answers : null
      scope.all<{ Params: { path: string } }>(`/rpc/${face}/:path`, async (req, res) => {
        const asked = keeps === null ? null : keptUnder(req.raw, req.params.path, services)
        const kept = asked === null ? null : (keeps?.[asked.of] ?? null)
        const ready = asked === null ? undefined : await kept?.find(asked.key)
        const reply = { setHeader: (name: string, value: string) => void res.header(name, value) }
        // What is kept counts like every call.
        const asking = { user: ready?.caller ?? null, address: req.ip, reply }
        if (ready !== undefined && countKept(services.calls, asking, req.params.path.split(',').length)) {
          if (ready.head === null && isPlain(req.raw)) res.raw.once('finish', () => (ready.head = headOf(res)))
          return send(res, 200, ready.bytes)
        }
        const options = loaded ?? (await load())
        const calls = wire === 'lean' ? leanCalls(options.router, req, maxBatchSize) : null
        if (calls === null) {
          await fastifyRequestHandler({ ...options, req, res, path: req.params.path })
          return res
        }
        if (asked === null || kept === null) {
          const { status, bytes } = await lean(calls, req, res)
          return send(res, status, bytes)
        }
        if (answers !== null && asked.of !== 'caller' && answers.publicHead === null && isPlain(req.raw))
          res.raw.once('finish', () => (answers.publicHead ??= publicHeadOf(res)))
        await kept.keep(asked.key, async () => {
          const { status, bytes, caller } = await lean(calls, req, res)
          void send(res, status, bytes)
          return { keep: status === 200 ? bytes : null, caller }
        })
        return res
      })
    })
  }
}
