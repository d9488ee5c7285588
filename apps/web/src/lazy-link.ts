import { type OperationLink, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'

/** Links whose code comes with the first call; a call after a load that failed tries again. */
export const lazyLink =
  <R extends AnyTRPCRouter>(load: () => Promise<TRPCLink<R>[]>): TRPCLink<R> =>
  (runtime) => {
    let loading: Promise<OperationLink<R>[]> | undefined
    const ready = (): Promise<OperationLink<R>[]> => {
      loading ??= load().then(
        (links) => links.map((link) => link(runtime)),
        (error: unknown) => {
          loading = undefined
          throw error
        },
      )
      return loading
    }
    return ({ op }) =>
      observable((observer) => {
        let over = false
        let stop = () => {
          over = true
        }
        void ready().then(
          (links): void => {
            const send =
              (at: number): Parameters<OperationLink<R>>[0]['next'] =>
              (next) => {
                const link = links[at]
                if (link === undefined) throw new Error('the last link sends the call')
                return link({ op: next, next: send(at + 1) })
              }
            if (over) return
            const line = send(0)(op).subscribe(observer)
            stop = () => line.unsubscribe()
          },
          (error: unknown) => observer.error(TRPCClientError.from(error instanceof Error ? error : new Error())),
        )
        return () => stop()
      })
  }
