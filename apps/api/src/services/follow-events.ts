import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@comptoir/domain'
import { TRPCError } from '@trpc/server'
import type { Context } from '../context.ts'
import type { ShopEvent } from './events.ts'
import { stillAllowed } from './sessions.ts'

/** The position of a `lastEventId`; null, which means from now on, when there is none or it is no position. */
export function positionOf(lastEventId: string | null | undefined): number | null {
  if (lastEventId == null || !/^\d{1,15}$/.test(lastEventId)) return null
  return Number(lastEventId)
}

/**
 * Where a stream begins: after `lastEventId`, or now; then the answer's `last-event-id` header says it, so that a caller who is cut
 * off before the first event misses nothing. Called before the stream opens, because the head is sent with its first byte.
 */
export function beginOf(
  { events, reply }: Pick<Context, 'events' | 'reply'>,
  lastEventId: string | null | undefined,
): string {
  const begin = positionOf(lastEventId) === null ? String(events.position()) : String(lastEventId)
  reply.setHeader('last-event-id', begin)
  return begin
}

/** Every 15 s, as often as the stream's ping. */
const checkEveryMs = 15_000

/**
 * What a subscription reads: events after `lastEventId` that `wants` says yes to. The caller's session and role are looked at again
 * before each event and every 15 s: a stream of someone who logged out, was demoted or disabled ends with `session_ended`, one whose next event
 * is no longer kept with `events_forgotten`, one whose caller cannot be looked up with `shop_busy`: clients then connect again.
 */
export async function* followEvents(
  ctx: Pick<Context, 'events' | 'db' | 'clock' | 'user' | 'log'>,
  {
    lastEventId,
    wants,
    signal,
    everyMs = checkEveryMs,
  }: {
    lastEventId?: string | null | undefined
    wants: (event: ShopEvent) => boolean
    signal?: AbortSignal | undefined
    everyMs?: number
  },
): AsyncGenerator<ShopEvent, void, undefined> {
  const gone = new AbortController()
  const over = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal])
  const events = ctx.events.after(positionOf(lastEventId), wants, over)
  const end: { why: TRPCError | null } = { why: null }
  const watch = (async () => {
    while (!over.aborted) {
      await pause(everyMs, undefined, { ref: false, signal: over }).catch(() => {})
      if (over.aborted) return
      end.why = await whyOver(ctx)
      if (end.why !== null) gone.abort()
    }
  })()
  try {
    for await (const event of events) {
      const no = await whyOver(ctx)
      if (no !== null) throw no
      yield event
    }
    if (end.why !== null) throw end.why
    if (ctx.events.stopped) throw again()
  } catch (cause) {
    throw isForgotten(cause) ? new TRPCError({ code: 'CONFLICT', message: cause.message, cause }) : cause
  } finally {
    gone.abort()
    await watch
  }
}

/** Why a stream may not go on; null while it may. It never throws: nobody waits for the watch before the stream's end. */
const whyOver = (ctx: Pick<Context, 'db' | 'clock' | 'user' | 'log'>): Promise<TRPCError | null> =>
  stillAllowed(ctx).then(
    (allowed) => (allowed ? null : ended()),
    (err: unknown) => {
      ctx.log.warn({ err }, 'the caller of a stream could not be looked up')
      return again()
    },
  )

const isForgotten = (error: unknown): error is Refusal => error instanceof Refusal && error.code === 'events_forgotten'
/** Whether a stream ended because what it was to go on after is no longer kept. */
export const lostItsPlace = (error: unknown): boolean => error instanceof TRPCError && isForgotten(error.cause)

const ended = () =>
  new TRPCError({ code: 'UNAUTHORIZED', message: 'session ended', cause: new Refusal('session_ended', {}) })
// The code that tells clients to connect again: this process is going away or cannot look, the shop stays.
const again = () =>
  new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'restarting', cause: new Refusal('shop_busy', {}) })
