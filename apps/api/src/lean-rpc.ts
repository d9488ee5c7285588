import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
} from '@trpc/server'
import { getHTTPStatusCode } from '@trpc/server/http'
import type { FastifyRequest } from 'fastify'

export interface LeanOptions<R extends AnyTRPCRouter, C> {
  router: R
  createContext(): Promise<C>
  onError(opts: { error: TRPCError; path: string }): void
}

/** What a request is made of that may hold calls. */
type Asked = Pick<FastifyRequest, 'method' | 'headers' | 'url' | 'params' | 'body'>

/** What a request asks for, when it is one of the usual kind. */
export interface LeanCalls {
  type: 'query' | 'mutation'
  paths: readonly string[]
  batch: boolean
  /** The JSON text of the input; undefined when none was sent. */
  input: string | undefined
}

/** tRPC's parser: the body of a call stays text. */
export const keepText = (_: unknown, body: unknown, done: (error: null, body: unknown) => void): void =>
  done(null, body)

let goodHost: string | undefined
/** Whether an address can have this host: each browser and program says the same one at every call. */
export function canBeHost(host: string): boolean {
  if (host === goodHost) return true
  if (!URL.canParse(`http://${host}`)) return false
  goodHost = host
  return true
}

/**
 * Reads queries by GET and mutations by POST in JSON, one or a batch. Null for everything else (streams, unknown paths, wrong methods, odd
 * types, batches that are too large): tRPC's own adapter answers those.
 */
export function leanCalls(router: AnyTRPCRouter, request: Asked, maxBatchSize: number): LeanCalls | null {
  const { method, headers, url } = request
  const wanted = method === 'GET' ? 'query' : method === 'POST' ? 'mutation' : null
  const type = headers['content-type']
  if (wanted === null || (type === undefined ? wanted !== 'query' : !type.startsWith('application/json'))) return null
  if (headers['trpc-accept'] !== undefined || headers.accept?.includes('jsonl') === true) return null
  if (!canBeHost(headers.host ?? 'localhost')) return null
  const path = (request.params as { path: string }).path
  // tRPC decodes the path once more, and cuts the address at a fragment.
  if (path.includes('%') || url.includes('#')) return null
  const start = url.indexOf('?')
  const search = new URLSearchParams(start < 0 ? '' : url.slice(start + 1))
  if (search.has('connectionParams')) return null
  const batch = search.get('batch') === '1'
  const paths = batch ? path.split(',') : [path]
  if (paths.length > maxBatchSize) return null
  const { procedures } = router._def
  for (const one of paths) if (procedures[one]?._def.type !== wanted) return null
  const input = wanted === 'query' ? search.get('input') || undefined : textOf(request.body)
  return { type: wanted, paths, batch, input }
}

// A body that is empty is no JSON, and is told so.
const textOf = (body: unknown): string => (typeof body === 'string' ? body.replace(/^\uFEFF/, '') : '')

/** The inputs of the calls, parsed when the first one asks; every call hears of the same mistake. */
function inputsOf({ paths, batch, input }: LeanCalls): () => unknown[] {
  let known: unknown[] | TRPCError | undefined
  const parse = (): unknown[] | TRPCError => {
    if (input === undefined) return []
    try {
      const parsed: unknown = JSON.parse(input)
      if (!batch) return [parsed]
      if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
        return new TRPCError({
          code: 'BAD_REQUEST',
          message: '"input" needs to be an object when doing a batch call',
        })
      const all = new Map(Object.entries(parsed))
      return paths.map((_, index): unknown => all.get(String(index)))
    } catch (cause) {
      return new TRPCError({ code: 'BAD_REQUEST', message: cause instanceof Error ? cause.message : '', cause })
    }
  }
  return () => {
    known ??= parse()
    if (known instanceof TRPCError) throw known
    return known
  }
}

/** Runs the calls and answers what goes over the wire: the same bytes and status as tRPC's own adapter, without its passage through web streams. */
export async function answerLean<R extends AnyTRPCRouter, C>(
  { router, createContext, onError }: LeanOptions<R, C>,
  calls: LeanCalls,
): Promise<{ status: number; body: string }> {
  const { type, paths, batch } = calls
  const inputs = inputsOf(calls)
  const config = router._def._config
  const made = await createContext().then(
    (ctx) => ({ ctx }),
    (failure: unknown) => ({ failure }),
  )
  const ctx = 'ctx' in made ? made.ctx : undefined
  const call = async (path: string, batchIndex: number) => {
    let input: unknown
    const getRawInput = async () => (input = inputs()[batchIndex])
    try {
      if ('failure' in made) throw made.failure
      const data: unknown = await callTRPCProcedure({
        ...{ router, path, type, ctx, batchIndex, getRawInput },
        signal: undefined,
      })
      return { result: { data } }
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause)
      onError({ error, path })
      return { error: getTRPCErrorShape({ config, ctx, error, input, path, type }) }
    }
  }
  const answers = paths.length === 1 ? [await call(paths[0] ?? '', 0)] : await Promise.all(paths.map(call))
  return {
    status: getHTTPStatusCode(answers),
    body: JSON.stringify(transformTRPCResponse(config, batch ? answers : (answers[0] ?? answers))),
  }
}
