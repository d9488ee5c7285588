import { refusalOf } from '@comptoir/db'
import { type Problem, type ProblemKind, problemOfRefusal, Refusal, refuse, wordsFor } from '@comptoir/domain'
import { isStaff, may } from '@comptoir/domain/people'
import { initTRPC, TRPCError } from '@trpc/server'
import { type Audience, audienceOf } from './audience.ts'
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

// A refusal leaves with the status of its kind.
function refuseInWords(ctx: Context, cause: unknown): void {
  // A driver may have wrapped it: a pool without a free connection says that the shop is busy from inside a query.
  const refusal = refusalOf(cause)
  if (refusal === undefined) return
  const later = retryAfterOf(refusal)
  if (later !== null) ctx.reply.setHeader('retry-after', later)
  if (refusal.code === 'disk_full') ctx.log.error({ err: refusal.cause, requestId: ctx.requestId }, fullDisk)
  throw new TRPCError({ code: codes[refusal.kind], message: refusal.message, cause: refusal })
}

// Default deny: a procedure that the audience table does not name is closed to everyone, one without a scope to every token.
function guard(ctx: Context, path: string): Audience {
  const audience = audienceOf(ctx.face, path) ?? refuse('not_allowed')
  if (ctx.staleToken && !path.startsWith('auth.')) refuse('session_ended')
  allowScope(ctx, tokenScopeOf(ctx.face, path))
  return audience
}

/** What a call of a batch brings for itself; null where its context says the same. */
function ownOf(ctx: Context, batchIndex: number): Pick<Context, 'key' | 'previewToken'> | null {
  const key = ctx.keys[batchIndex] ?? null
  if (key !== null && !/^[A-Za-z0-9_-]{22,255}$/.test(key)) refuse('idempotency_key_invalid')
  const previewToken = ctx.previewTokens[batchIndex] ?? null
  return key === ctx.key && previewToken === ctx.previewToken ? null : { key, previewToken }
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/**
 * What stands before every procedure, in one step, since each costs tRPC some microseconds: the call is counted once, however it travels, a stream
 * for as long as it stands; then `admit` tells whether it is open to the caller, and what it may rely on.
 */
const behind = <M extends object>(admit: (ctx: Context, audience: Audience) => M | null) =>
  t.procedure.use(async ({ ctx, path, type, signal, batchIndex, next }) => {
    let close: (() => void) | undefined
    let more: (M & Partial<Context>) | null
    try {
      if (ctx.failure !== undefined) throw ctx.failure
      ctx.calls.count(ctx)
      if (type === 'subscription') close = ctx.calls.openStream(ctx)
      const audience = guard(ctx, path)
      const own = ownOf(ctx, batchIndex)
      const admitted = admit(ctx, audience)
      more = admitted === null && own === null ? null : { ...own, ...(admitted as M) }
    } catch (cause) {
      close?.()
      refuseInWords(ctx, cause)
      throw cause
    }
    if (close !== undefined) signal?.addEventListener('abort', close, { once: true })
    // Mostly a call needs nothing of its own: its context need not be copied.
    const result = await next({ ctx: more as M })
    if (!result.ok) {
      close?.()
      if (result.error.code === 'INTERNAL_SERVER_ERROR') refuseInWords(ctx, result.error.cause)
    } else if (close !== undefined && isStream(result.data)) result.data = untilClosed(result.data, close)
    return result
  })

/** Open to all, signed in or not. */
export const anyone = behind((_, audience) => (audience === 'anyone' ? null : refuse('not_allowed')))

/** For whoever has a session; at the console, for staff only. */
export const signedIn = behind(({ user, face }, audience): { user: CurrentUser } => {
  if (user === null) refuse('sign_in_first')
  if (face === 'admin' && !isStaff(user.role)) refuse('not_allowed')
  return audience === 'signed in' ? { user } : refuse('not_allowed')
})

/** For staff who hold the permission that the audience table asks for. */
export const staff = behind(({ user }, audience): { user: CurrentUser } => {
  if (user === null) refuse('sign_in_first')
  if (audience === 'anyone' || audience === 'signed in') refuse('not_allowed')
  return may(user.role, audience) ? { user } : refuse('not_allowed')
})
