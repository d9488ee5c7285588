import { retryLink, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { waitMsOf } from './wait.ts'

const attempts = 4
const passing = new Set([502, 503, 504])
/** Who is asked to wait longer is told so at once, and may decide. */
const longestWaitMs = 10_000

interface Failed {
  data?: unknown
  meta?: Record<string, unknown> | undefined
  cause?: unknown
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
const numberAt = (value: unknown, name: string): number | undefined => {
  const found = fieldOf(value, name)
  return typeof found === 'number' ? found : undefined
}

const statusOf = ({ data, meta, cause }: Failed): number | undefined =>
  numberAt(data, 'httpStatus') ?? numberAt(meta?.['response'], 'status') ?? numberAt(cause, 'status')

/** How long the shop asks to wait, in ms; 0 when it does not say. */
function wantedMs({ data, meta, cause }: Failed): number {
  const details = fieldOf(fieldOf(data, 'problem'), 'details')
  const headers = fieldOf(meta?.['response'], 'headers')
  const said = headers instanceof Headers ? waitMsOf(headers) : numberAt(cause, 'waitMs')
  return Math.max((numberAt(details, 'retryAfterSeconds') ?? 0) * 1000, said ?? 0)
}

/** Whether asking again may help: nothing came back, a gateway or a busy shop said "later", or a limit is over in a moment. */
function isPassing(error: Failed): boolean {
  const status = statusOf(error)
  if (status === undefined) return true
  const wanted = wantedMs(error)
  return wanted <= longestWaitMs && (passing.has(status) || (status === 429 && wanted > 0))
}

/** About 0.2, 0.4 and 0.8 s, spread so that many clients do not return at once. */
const pauseMs = (attempt: number) => 200 * 2 ** (attempt - 1) * (0.5 + Math.random())

/** Reads, and mutations by their key, are sent up to four times, never before `Retry-After`; subscriptions reconnect by themselves. */
export function retries<R extends AnyTRPCRouter>(): TRPCLink<R> {
  // The link asks for the delay right after it asked whether to retry, so the wait of the one belongs to the other.
  let wanted = 0
  return retryLink<R>({
    retry({ op, error, attempts: made }) {
      wanted = wantedMs(error)
      return op.type !== 'subscription' && op.signal?.aborted !== true && made < attempts && isPassing(error)
    },
    retryDelayMs: (attempt) => wanted + pauseMs(attempt),
  })
}
