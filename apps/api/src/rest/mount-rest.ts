import { refusalOf } from '@comptoir/db'
import { problemOfRefusal } from '@comptoir/domain'
import { callTRPCProcedure, getTRPCErrorFromUnknown } from '@trpc/server'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { cookieName, createContext, localeOf } from '../request-context.ts'
import { problemOf } from '../trpc.ts'
import { answerProblem, answerWireProblem } from './answer-problem.ts'
import type { WireProblem } from './problems.ts'
import { readInput } from './read-input.ts'
import { type Route, routerOf, routes } from './routes.ts'

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const
const isJson = (type: string | undefined): boolean => /^application\/json\s*(?:;|$)/i.test(type ?? '')

// What Fastify itself refuses, by its codes.
const refusedByFastify: Record<string, WireProblem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_refused',
}

/** Calls the procedure that a route stands for, in the same context and through the same middleware as over tRPC. */
async function serve(services: Services, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await createContext(services, route.face, request, reply)
  try {
    const input = readInput(route, request)
    const answer: unknown = await callTRPCProcedure({
      ...{ router: routerOf(route.face), path: route.procedure, type: route.kind, ctx, batchIndex: 0 },
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

/** A path of ours as Fastify writes it; with and without a slash at its end. */
const pathsOf = (url: string): string[] => {
  const path = url.replaceAll(/\{(\w+)\}/g, ':$1')
  return [path, `${path}/`]
}

/** Every other method on a known path: 405, with those that are known. */
function refuseOtherMethods(scope: FastifyInstance): void {
  for (const url of new Set(routes.map((route) => route.url))) {
    const known = routes.filter((route) => route.url === url).map(({ method }) => method)
    const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    const others = methods.filter((method) => !known.some((one) => one === method))
    for (const path of pathsOf(url))
      scope.route({
        ...{ method: others, url: path, exposeHeadRoute: false },
        handler: (request, reply) => answerWireProblem(request, reply.header('allow', allow), 'method_not_allowed'),
      })
  }
}

/** An empty body is no body; anything but JSON is refused, and so is JSON that is none. */
function readJsonOnly(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined)
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
    for (const route of routes)
      for (const url of pathsOf(route.url))
        scope.route({ method: route.method, url, handler: (request, reply) => serve(services, route, request, reply) })
    refuseOtherMethods(scope)
    scope.all('/api/*', (request, reply) => answerWireProblem(request, reply, 'route_not_found'))
    scope.all('/api', (request, reply) => answerWireProblem(request, reply, 'route_not_found'))
  })
}
