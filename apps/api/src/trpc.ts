import { refusalOf } from '@comptoir/db'
import { type Problem, type ProblemKind, problemOfRefusal, Refusal, refuse, wordsFor } from '@comptoir/domain'
import { isStaff, may } from '@comptoir/domain/people'
import { initTRPC, TRPCError } from '@trpc/server'
import { audienceOf } from './audience.ts'
import type { Context, CurrentUser } from './context.ts'
import { fieldsOf } from './fields.ts'
import { fullDisk, retryAfterOf } from './problem-status.ts'
import { tokenScopeOf } from './scopes.ts'
import { untilClosed } from './services/call-limits.ts'
import { allowScope } from './services/tokens.ts'

const codes = {
  invalid: 'UNPROCESSABLE_CONTENT',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  missing: 'NOT_FOUND',
  conflict: 'CONFLICT',
  limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ProblemKind, TRPCError['code']>

/** What each error carries beside its code: the problem (typed by code) or null, and the id that stands in the log. */
export interface ErrorData {
  problem: Problem | null
  requestId: string
}

/** The problem that an error stands for: a refusal's, or the fields of bad input; null for everything unexpected. */
export function problemOf(error: TRPCError, ctx: Pick<Context, 'locale'> | undefined): Problem | null {
  const locale = ctx?.locale ?? 'fr'
  if (error.cause instanceof Refusal) return problemOfRefusal(error.cause, locale)
  const fields = fieldsOf(error, locale)
  if (fields === null) return null
  const details = { fields }
  return { code: 'input_invalid', kind: 'invalid', message: wordsFor('input_invalid', details, locale), details }
}

const unexpected = {
  fr: (id: string) => `Une erreur est survenue de notre côté. Rien n’a été perdu ; référence ${id}.`,
  en: (id: string) => `Something went wrong on our side. Nothing was lost; reference ${id}.`,
}

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
  errorFormatter({ shape, error, ctx }) {
    const problem = problemOf(error, ctx)
    const requestId = ctx?.requestId ?? ''
    const hidden = problem === null && error.code === 'INTERNAL_SERVER_ERROR'
    return {
      ...shape,
      message: problem?.message ?? (hidden ? unexpected[ctx?.locale ?? 'fr'](requestId) : shape.message),
      data: { ...shape.data, problem, requestId } satisfies ErrorData & typeof shape.data,
    }
  },
})

export const { router, createCallerFactory, mergeRouters } = t

// A refusal anywhere below leaves with the status of its kind.
const worded = t.procedure.use(async ({ ctx, next }) => {
  const result = await next()
  if (result.ok || result.error.code !== 'INTERNAL_SERVER_ERROR') return result
  // A driver may have wrapped it: a pool without a free connection says that the shop is busy from inside a query.
  const refusal = refusalOf(result.error.cause)
  if (refusal === undefined) return result
  const later = retryAfterOf(refusal)
  if (later !== null) ctx.reply.setHeader('retry-after', later)
  if (refusal.code === 'disk_full') ctx.log.error({ err: refusal.cause, requestId: ctx.requestId }, fullDisk)
  throw new TRPCError({ code: codes[refusal.kind], message: refusal.message, cause: refusal })
})

// Each call counts once, however it travels; a stream counts for as long as it stands.
const counted = worded.use(async ({ ctx, type, signal, next }) => {
  if (ctx.failure !== undefined) throw ctx.failure
  ctx.calls.count(ctx)
  if (type !== 'subscription') return next()
  const close = ctx.calls.openStream(ctx)
  signal?.addEventListener('abort', close, { once: true })
  const result = await next()
  if (!result.ok) close()
  else if (isStream(result.data)) result.data = untilClosed(result.data, close)
  return result
})
const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

// Default deny: a procedure that the audience table does not name is closed to everyone, one without a scope to every token.
const guarded = counted.use(({ ctx, path, next, batchIndex }) => {
  if (ctx.failure !== undefined) throw ctx.failure
  if (audienceOf(ctx.face, path) === undefined) refuse('not_allowed')
  if (ctx.staleToken && !path.startsWith('auth.')) refuse('session_ended')
  allowScope(ctx, tokenScopeOf(ctx.face, path))
  const key = ctx.keys[batchIndex] ?? null
  if (key !== null && !/^[A-Za-z0-9_-]{22,255}$/.test(key)) refuse('idempotency_key_invalid')
  const previewToken = ctx.previewTokens[batchIndex] ?? null
  // Mostly a call has neither: its context need not be copied.
  return key === ctx.key && previewToken === ctx.previewToken ? next() : next({ ctx: { key, previewToken } })
})

/** Open to all, signed in or not. */
export const anyone = guarded.use(({ ctx, path, next }) => {
  if (audienceOf(ctx.face, path) !== 'anyone') refuse('not_allowed')
  return next()
})

/** For whoever has a session; at the console, for staff only. */
export const signedIn = guarded.use(({ ctx, path, next }) => {
  if (ctx.user === null) refuse('sign_in_first')
  if (ctx.face === 'admin' && !isStaff(ctx.user.role)) refuse('not_allowed')
  if (audienceOf(ctx.face, path) !== 'signed in') refuse('not_allowed')
  const user: CurrentUser = ctx.user
  return next({ ctx: { user } })
})

/** For staff who hold the permission that the audience table asks for. */
export const staff = guarded.use(({ ctx, path, next }) => {
  if (ctx.user === null) refuse('sign_in_first')
  const audience = audienceOf(ctx.face, path)
  if (audience === undefined || audience === 'anyone' || audience === 'signed in') refuse('not_allowed')
  if (!may(ctx.user.role, audience)) refuse('not_allowed')
  const user: CurrentUser = ctx.user
  return next({ ctx: { user } })
})
