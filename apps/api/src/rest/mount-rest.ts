import { refusalOf } from '@comptoir/db'
import { problemOfRefusal } from '@comptoir/domain'
import { callTRPCProcedure, getTRPCErrorFromUnknown } from '@trpc/server'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { cookieName, createContext, localeOf } from '../request-context.ts'
import { tooDeep } from '../too-deep.ts'
import { problemOf } from '../trpc.ts'
import { answerProblem, answerWireProblem } from './answer-problem.ts'
import type { WireProblem } from './problems.ts'
import { readInput } from './read-input.ts'
import { placeOf } from './place-of.ts'
import type { Route } from './routes.ts'

const isJson = (type: string | undefined): boolean => /^application\/json\s*(?:;|$)/i.test(type ?? '')

// What Fastify itself refuses, by its codes.
const refusedByFastify: Record<string, WireProblem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_refused',
}

/** Calls the procedure that a route stands for, in the same context and through the same middleware as over tRPC. */
async function serve(
  services: Services,
  route: Route,
  { request, params }: { request: FastifyRequest; params: Record<string, string> },
  reply: FastifyReply,
) {
  const ctx = await createContext(services, route.face, request, reply)
  try {
    const { query, headers, body } = request
    const input = readInput(route, { params, query, headers, body })
    const answer: unknown = await callTRPCProcedure({
      ...{ router: route.router, path: route.procedure, type: route.kind, ctx, batchIndex: 0 },
      ...{ getRawInput: async () => input, signal: undefined },
    })
    return route.status === 204 ? reply.code(204).send() : reply.code(route.status).send(answer)
  } catch (cause) {
    const refusal = refusalOf(cause)
    if (refusal !== undefined) return answerProblem(reply, problemOfRefusal(refusal, ctx.locale))
    const error = getTRPCErrorFromUnknown(cause)
    const problem = problemOf(error, ctx)
    if (problem !== null) return answerProblem(reply, problem)
    const err = error.cause ?? error
    services.log.error({ err, procedure: route.procedure, requestId: request.id }, 'unexpected error')
    return answerWireProblem(request, reply, 'unexpected')
  }
}

/** Answers a call by its path: the procedure's answer, the methods that are known where those are asked for, 405 where only the method is wrong, 404 where nothing lives. */
async function route(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const found = await placeOf(request.raw.url ?? '', request.method)
  if (found === null) return answerWireProblem(request, reply, 'route_not_found')
  const { place, params } = found
  if (request.method === 'OPTIONS') return reply.code(204).header('allow', place.allow).send()
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const known = place.routes.get(method)
  if (known !== undefined) return serve(services, known, { request, params }, reply)
  return answerWireProblem(request, reply.header('allow', place.allow), 'method_not_allowed')
}

/** An empty body is no body; anything but JSON is refused, and so is JSON that is none. */
function readJsonOnly(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined)
    if (tooDeep(text)) return done(Object.assign(new Error('nests too deep'), { statusCode: 400 }))
    return parse(request, text.toString(), done)
  })
}

/**
 * The procedures as REST under `/api`: the same context, the same middleware, the same answers as over tRPC; errors are problem documents.
 * The table of operations says which path stands for which procedure.
 */
export async function mountRest(app: FastifyInstance, services: Services): Promise<void> {
  const session = cookieName('session', services.secure)
  await app.register(async (scope) => {
    readJsonOnly(scope)
    scope.addHook('onRequest', async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      // As over tRPC: what a browser's plain form can send changes nothing for whoever its cookies name.
      const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
      if (changes && request.cookies[session] !== undefined && !isJson(request.headers['content-type']))
        return answerWireProblem(request, reply, 'media_type_refused')
    })
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const refusal = refusalOf(error)
      if (refusal !== undefined)
        return answerProblem(reply, problemOfRefusal(refusal, localeOf(request.headers['accept-language'])))
      const status = error.statusCode ?? 500
      if (status < 500) return answerWireProblem(request, reply, refusedByFastify[error.code] ?? 'body_unreadable')
      services.log.error({ err: error, requestId: request.id }, 'unexpected error')
      return answerWireProblem(request, reply, 'unexpected')
    })
    for (const path of ['/api', '/api/*'])
      scope.all(path, { exposeHeadRoute: false }, (request, reply) => route(services, request, reply))
  })
}
