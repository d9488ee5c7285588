import type { TRPCBuiltRouter, TRPCErrorShape, TRPCRouterRecord } from '@trpc/server'
import type { Context } from './context.ts'

type Built<C extends object, E extends TRPCErrorShape, P extends TRPCRouterRecord> = TRPCBuiltRouter<
  { ctx: C; meta: object; errorShape: E; transformer: false },
  P
>

/** The same router as its callers know it: what it takes and answers, nothing of the process behind it. */
export function withoutContext<E extends TRPCErrorShape, P extends TRPCRouterRecord>(
  router: Built<Context, E, P>,
): TRPCBuiltRouter<{ ctx: object; meta: object; errorShape: E; transformer: false }, P> {
  // Only the type parameter `ctx` changes, which no caller over the wire can see; tRPC has no public way to drop it.
  return router as unknown as Built<object, E, P>
}
