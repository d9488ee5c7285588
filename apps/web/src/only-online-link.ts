import { TRPCClientError, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { isOffline } from './ui/use-offline.ts'

/** Without a network a call fails at once: whatever a button asked for is never sent later, behind its reader's back. */
export const onlyOnline =
  <R extends AnyTRPCRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) =>
    // A stream waits for the network by itself.
    op.type === 'subscription' || !isOffline()
      ? next(op)
      : observable((observer) => observer.error(TRPCClientError.from(new Error('there is no network'))))
