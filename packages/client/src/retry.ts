import { retryLink, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'

const attempts = 4
const passing = new Set([502, 503, 504])

interface Failed {
  data?: unknown
  meta?: Record<string, unknown> | undefined
  cause?: unknown
}

const numberAt = (value: unknown, name: string): number | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'number' ? found : undefined
}

const statusOf = ({ data, meta, cause }: Failed): number | undefined =>
  numberAt(data, 'httpStatus') ?? numberAt(meta?.['response'], 'status') ?? numberAt(cause, 'status')

/** Whether asking again may help: nothing came back, or a gateway or a busy shop said "later". */
export function isPassing(error: Failed): boolean {
  const status = statusOf(error)
  return status === undefined || passing.has(status)
}

/** About 0.2, 0.4 and 0.8 s, spread so that many clients do not return at once. */
const pauseMs = (attempt: number) => 200 * 2 ** (attempt - 1) * (0.5 + Math.random())

/** Reads, and mutations by their key, are sent up to four times; subscriptions reconnect by themselves. */
export const retries = <R extends AnyTRPCRouter>(): TRPCLink<R> =>
  retryLink<R>({
    retry: ({ op, error, attempts: made }) =>
      op.type !== 'subscription' && op.signal?.aborted !== true && made < attempts && isPassing(error),
    retryDelayMs: pauseMs,
  })
