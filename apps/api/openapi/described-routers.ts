import { generateOpenApiDocument, type OpenApiMeta, type OpenApiRouter } from 'trpc-to-openapi'
import * as z from 'zod'
import { audienceOf } from '../src/audience.ts'
import { inputObject, type Route, routerOf, routes } from '../src/rest/routes.ts'

const key = z
  .string()
  .min(22)
  .max(255)
  .regex(/^[A-Za-z0-9_-]{22,255}$/)
const idempotencyKey = key.optional().meta({
  description:
    'Drawn at random for each call. The same key answers what the first call answered and does nothing twice; other input with it is a conflict.',
  examples: ['9f1c2b7e-5d3a-4c8e-b6f0-1d2e3f4a5b6c'],
})
const cartToken = z
  .string()
  .max(200)
  .optional()
  .meta({
    description:
      'The guest cart of a program: `new` asks for one, and the answer’s header of the same name holds it. Not needed with a bearer token.',
    examples: ['new'],
  })
const language = z
  .string()
  .max(200)
  .optional()
  .meta({
    description: 'The language of texts and refusals: `fr` (the default) or `en`.',
    examples: ['en'],
  })
const usesCart = (route: Route): boolean =>
  route.face === 'shop' && /^\/api\/(cart|orders\/checkout|auth\/(login|register))/.test(route.url)

/** The headers of an operation that the document names. */
const headersOf = (route: Route): z.ZodObject => {
  const { shape } = inputObject(route.face, route.procedure)
  const secrets = Object.entries(route.headers).map(([field, header]) => [header, shape[field]])
  return z.object({
    ...Object.fromEntries(secrets),
    ...(route.kind === 'mutation' && { 'idempotency-key': idempotencyKey }),
    ...(usesCart(route) && { 'cart-token': cartToken }),
    'accept-language': language,
  })
}

/** The input as REST takes it: without what travels in headers, with the defaults of this operation. A new schema: the shared one stays as it is. */
function restInput(route: Route): z.ZodObject {
  const { shape } = inputObject(route.face, route.procedure)
  const fields = Object.entries(shape).filter(([name]) => !(name in route.headers))
  return z.strictObject(
    Object.fromEntries(
      fields.map(([name, schema]) => {
        const given = route.defaults[name]
        return [name, given === undefined ? schema : (schema as z.ZodType).default(given)]
      }),
    ),
  )
}

export const tagOf = ({ face, path }: Pick<Route, 'face' | 'path'>): string =>
  `${face === 'admin' ? 'admin: ' : ''}${path.split('/')[1] ?? ''}`
export const operationIdOf = ({ face, procedure, id }: Route): string => {
  const [feature = '', name = ''] = (id === undefined ? procedure : `${procedure.split('.')[0]}.${id}`).split('.')
  const words = face === 'admin' ? ['admin', feature, name] : [feature, name]
  return words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
}

function metaOf(route: Route): OpenApiMeta {
  return {
    openapi: {
      ...{ method: route.method, path: route.url as `/${string}`, operationId: operationIdOf(route) },
      ...{ summary: route.summary, tags: [tagOf(route)], requestHeaders: headersOf(route) },
      ...(route.description !== undefined && { description: route.description }),
      protect: audienceOf(route.face, route.procedure) !== 'anyone',
      errorResponses: [],
    },
  }
}

/** A router whose procedures carry the meta of their operation and its input; the shared ones are left alone. */
function described(list: readonly Route[]): OpenApiRouter {
  const procedures = list.map((route) => {
    const { _def } = routerOf(route.face)._def.procedures[route.procedure]
    return [operationIdOf(route), { _def: { ..._def, meta: metaOf(route), inputs: [restInput(route)] } }]
  })
  return { _def: { procedures: Object.fromEntries(procedures) } } as OpenApiRouter
}

/** The bare document: paths, inputs and answers, as trpc-to-openapi makes it from the procedures. */
export const bareDocument = (info: { title: string; version: string; description: string }) =>
  generateOpenApiDocument(described(routes), {
    ...info,
    openApiVersion: '3.1.0',
    baseUrl: '/',
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'The token that signing in answers.' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'comptoir_session', description: 'What the shop’s own pages use.' },
    },
  })
