import { refusalOf } from '@comptoir/db'
import { type Problem, problemOfRefusal, Refusal, refuse } from '@comptoir/domain'
import { may } from '@comptoir/domain/people'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, CurrentUser, Services } from './context.ts'
import { fullDisk, problemStatus, retryAfterOf } from './problem-status.ts'
import { createContext, localeOf } from './request-context.ts'
import { allowScope } from './services/tokens.ts'

const mostPictureBytes = 8_000_000
const mostFileBytes = 10_000_000

type StaffContext = Context & { user: CurrentUser }
const callers = new WeakMap<FastifyRequest, StaffContext>()

/** Who sends a file: staff who may change products. Refuses: session_ended, token_ended, sign_in_first, scope_missing, not_allowed. */
async function senderOf(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<StaffContext> {
  const ctx = await createContext(services, 'admin', request, reply)
  if (ctx.failure !== undefined) throw new Error('it is not known who asks', { cause: ctx.failure })
  ctx.calls.count(ctx)
  if (ctx.staleToken) refuse('session_ended')
  if (ctx.user === null) return refuse('sign_in_first')
  allowScope(ctx, 'products:write')
  return may(ctx.user.role, 'products:write') ? { ...ctx, user: ctx.user } : refuse('not_allowed')
}

/** The refusal that an error stands for; a body past its limit is one too. */
function refusalFor(error: FastifyError, mostBytes: number): Refusal | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('upload_too_large', { mostBytes })
  return refusalOf(error)
}

interface Upload<T> {
  path: string
  kinds: RegExp
  mostBytes: number
  take: (ctx: StaffContext, bytes: Buffer, request: FastifyRequest) => Promise<T>
}

/** One kind of file, sent as the body itself. The sender is known before a byte of it is read. */
async function mountUpload<T>(app: FastifyInstance, services: Services, upload: Upload<T>): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: upload.mostBytes }, (_, body, done) =>
      done(null, body),
    )
    scope.addHook('onRequest', async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      callers.set(request, await senderOf(services, request, reply))
      if (!upload.kinds.test(request.headers['content-type'] ?? '')) refuse('upload_kind_refused')
    })
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const refusal = refusalFor(error, upload.mostBytes)
      if (refusal === undefined) throw error
      if (refusal.code === 'disk_full') services.log.error({ err: error, requestId: request.id }, fullDisk)
      const problem: Problem = problemOfRefusal(refusal, localeOf(request.headers['accept-language']))
      const later = retryAfterOf(refusal)
      if (later !== null) void reply.header('retry-after', later)
      return reply.code(problemStatus[refusal.kind]).send({ problem })
    })
    scope.post(upload.path, { bodyLimit: upload.mostBytes }, (request) => {
      const sender = callers.get(request)
      if (sender === undefined || !Buffer.isBuffer(request.body)) return refuse('upload_kind_refused')
      return upload.take(sender, request.body, request)
    })
  })
}

/** `?name=` of the address: what the file was called. */
function fileNameOf(request: FastifyRequest): string {
  const { query } = request
  return typeof query === 'object' && query !== null && 'name' in query && typeof query.name === 'string'
    ? query.name
    : ''
}

/** Where staff send files. An answer is what was made of the file, or `{ problem }` as everywhere. */
export async function mountUploads(
  app: FastifyInstance,
  services: Services,
  { media }: { media: string },
): Promise<void> {
  await mountUpload(app, services, {
    path: '/uploads/product-image',
    kinds: /^(?:image\/[a-z0-9.+-]+|application\/octet-stream)\b/i,
    mostBytes: mostPictureBytes,
    take: async (ctx, bytes) => (await import('./features/catalog/take-picture.ts')).takePicture(ctx, bytes, media),
  })
  await mountUpload(app, services, {
    path: '/uploads/products-csv',
    kinds: /^(?:text\/csv|application\/(?:csv|vnd\.ms-excel|octet-stream))\b/i,
    mostBytes: mostFileBytes,
    async take(ctx, bytes, request) {
      const { takeFile } = await import('./features/catalog/import/take-file.ts')
      return takeFile(ctx, bytes, fileNameOf(request))
    },
  })
}
