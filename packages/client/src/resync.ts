import type { Operation, TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { problemOf } from './problem-of.ts'

/** The same subscription, from now on. */
const fromNow = (op: Operation): Operation => {
  const { lastEventId: _, ...input } = Object(op.input) as Record<string, unknown>
  return { ...op, input }
}

/**
 * A stream that was away for so long that the shop no longer keeps what it missed begins anew, from now on; when it stands, `onResync` hears
 * of it, once for each such gap, and reads again what it shows: nothing is missed in between. Without `onResync` the refusal `events_forgotten` is the caller's.
 */
export const resyncs =
  (onResync: ((path: string) => void) | undefined): TRPCLink<AnyTRPCRouter> =>
  () =>
  ({ op, next }) => {
    if (op.type !== 'subscription' || onResync === undefined) return next(op)
    return observable((observer) => {
      let line: Unsubscribable | undefined
      let closed = false
      const open = (asked: Operation, anew: boolean) => {
        let owed = anew
        line = next(asked).subscribe({
          next(value) {
            observer.next(value)
            const stands = value.result.type === 'state' && value.result.state === 'pending'
            if (!owed || !stands) return
            owed = false
            onResync(op.path)
          },
          error(error) {
            if (!closed && problemOf(error)?.code === 'events_forgotten') open(fromNow(op), true)
            else observer.error(error)
          },
          complete: () => observer.complete(),
        })
      }
      open(op, false)
      return () => {
        closed = true
        line?.unsubscribe()
      }
    })
  }
