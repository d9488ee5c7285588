import type { IncomingMessage } from 'node:http'
import type { TRPCError } from '@trpc/server'
import type { Context, Services } from './context.ts'
import { answerLean, leanCalls } from './lean-rpc.ts'
import { localeOf } from './request-context.ts'
import { shopRouter } from './shop-router.ts'
import { tooDeep } from './too-deep.ts'

/** So many calls may travel in one request. */
export const maxBatchSize = 10

/** Who asks, under which reference, and what takes the headers that the calls leave. */
export interface Asker {
  id: string
  address: string
  setHeader(name: string, value: string): void
}

/** Everybody is answered alike: there is no session to look up, and no cart or order is opened. */
const publicContext = (services: Services, { headers }: IncomingMessage, asker: Asker): Context => ({
  ...services,
  face: 'shop',
  user: null,
  staleToken: false,
  cartToken: null,
  tokensBy: 'cookie',
  orderTokens: new Map(),
  locale: localeOf(headers['accept-language']),
  keys: [],
  key: null,
  previewTokens: [],
  previewToken: null,
  requestId: asker.id,
  address: asker.address,
  userAgent: (headers['user-agent'] ?? '').slice(0, 200),
  reply: { setCookie() {}, clearCookie() {}, setHeader: asker.setHeader },
})

/** Notes what nobody expected, under the reference that the caller is given. */
export const noteFailure = (
  { log }: Pick<Services, 'log'>,
  {
    error,
    path: procedure,
    requestId,
  }: { error: Error & { code: string }; path: string | undefined; requestId: string },
): void => {
  if (error.code === 'INTERNAL_SERVER_ERROR')
    log.error({ err: error.cause ?? error, procedure, requestId }, 'unexpected error')
}

/** Public reads, as the way through the server answers them; null where a request is not of the usual kind, which that way must answer. */
export function publicAnswer(services: Services, request: IncomingMessage, path: string) {
  const { method = '', headers, url = '' } = request
  const calls = leanCalls(shopRouter, { method, headers, url, params: { path }, body: undefined }, maxBatchSize)
  if (calls === null || tooDeep(calls.input)) return null
  return (asker: Asker): Promise<{ status: number; body: string }> =>
    answerLean(
      {
        router: shopRouter,
        createContext: async () => publicContext(services, request, asker),
        onError: ({ error, path: failed }: { error: TRPCError; path: string }) =>
          noteFailure(services, { error, path: failed, requestId: asker.id }),
      },
      calls,
    )
}
