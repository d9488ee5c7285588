import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import type { Context } from '../context.ts'
import { shopRouter } from '../shop-router.ts'
import type { PageAnswer, PageCall } from './page-renderer.ts'

/** Calls a shop procedure in this process, as a page that is being rendered does; errors come back as the wire would bring them. */
export async function callShop(ctx: Context, { path, type, input }: PageCall): Promise<PageAnswer> {
  try {
    const data: unknown = await callTRPCProcedure({
      ...{ router: shopRouter, path, type, ctx, batchIndex: 0, signal: undefined },
      getRawInput: async () => input,
    })
    return { data }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    if (error.code === 'INTERNAL_SERVER_ERROR')
      ctx.log.error({ err: error.cause ?? error, procedure: path, requestId: ctx.requestId }, 'unexpected error')
    return { error: getTRPCErrorShape({ config: shopRouter._def._config, error, type, path, input, ctx }) }
  }
}
