import type { AdminRouter, ShopRouter } from '@comptoir/api/client-types'
import { httpBatchLink, httpSubscriptionLink, type Operation, splitLink, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { type StreamPosition, StreamSource } from './event-source.ts'
import { idempotencyLink, keyHeader } from './idempotency.ts'
import { inTime } from './in-time.ts'
import type { ClientOptions } from './options.ts'
import { readAnswer, requestsOf } from './requests.ts'
import { retries } from './retry.ts'
import { secretHeaders, secretsLink } from './secrets.ts'

/** Where a subscription goes on: after the caller's `lastEventId`, then after what came last. */
function positions(): (op: Operation) => StreamPosition {
  const known = new WeakMap<Operation, StreamPosition>()
  return (op) => {
    const given: unknown =
      typeof op.input === 'object' && op.input !== null ? Reflect.get(op.input, 'lastEventId') : undefined
    const position = known.get(op) ?? { lastEventId: typeof given === 'string' ? given : '' }
    known.set(op, position)
    return position
  }
}

/** The key is made before anything may repeat the call; the repeat is decided before calls are packed into batches. */
function linksOf(face: 'shop' | 'admin', options: ClientOptions): TRPCLink<AnyTRPCRouter>[] {
  const { url, headers, send } = requestsOf(face, options)
  const positionOf = positions()
  const { onResync, timeoutMs = 60_000 } = options
  return [
    idempotencyLink(),
    secretsLink(),
    retries(),
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({
        url,
        EventSource: StreamSource,
        eventSourceOptions: ({ op }) => ({
          ...{ position: positionOf(op), send },
          ...(onResync && { onForgotten: () => onResync(op.path) }),
          headers: () => ({ ...headers(), ...secretHeaders([op]) }),
        }),
      }),
      false: httpBatchLink({
        url,
        maxItems: 10,
        maxURLLength: 8000,
        headers: ({ opList }) => ({ ...headers(), ...keyHeader(opList), ...secretHeaders(opList) }),
        fetch: (input, init = {}) =>
          inTime(timeoutMs, init.signal, async (signal) => readAnswer(await send(input, { ...init, signal }))),
      }),
    }),
  ]
}

/** The links of a shop client, for whoever builds one itself (`createTRPCReact`). */
export const shopLinks = (options: ClientOptions): TRPCLink<ShopRouter>[] => linksOf('shop', options)

/** The links of a console client. */
export const adminLinks = (options: ClientOptions): TRPCLink<AdminRouter>[] => linksOf('admin', options)
