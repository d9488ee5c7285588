import { audienceOf } from '../src/audience.ts'
import { inputObject, procedureInput, type Route, routes } from '../src/rest/routes.ts'
import { bareDocument, tagOf } from './described-routers.ts'
import { refined } from './describe-values.ts'
import { info, tags } from './document-info.ts'
import type {
  BareDocument,
  BareOperation,
  Json,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  ResponseObject,
} from './document-types.ts'
import { errorComponents, errorResponses } from './errors.ts'
import { type Example, recordExamples } from './examples.ts'
import { describeKinds, type Named, nameSchemas } from './name-schemas.ts'

const ref = (name: string) => ({ $ref: `#/components/headers/${name}` })

function securityOf(route: Route): object[] {
  const ways = [{ bearer: [] }, { cookie: [] }]
  return audienceOf(route.face, route.procedure) === 'anyone' ? [{}, ...ways] : ways
}

function successOf(route: Route, bare: ResponseObject, answer: unknown): ResponseObject {
  const headers = {
    'X-Request-Id': ref('X-Request-Id'),
    ...(route.procedure === 'cart.add' && { 'Cart-Token': ref('Cart-Token') }),
  }
  if (route.status === 204) return { description: 'Done.', headers }
  const [type, media] = Object.entries(bare.content ?? {})[0] ?? []
  if (type === undefined || media === undefined) throw new Error(`${route.url} answers nothing`)
  const description = route.status === 201 ? 'It was made.' : 'It went well.'
  return { description, headers, content: { [type]: { schema: refined(media.schema) as Json, example: answer } } }
}

/** Headers that many operations take stand once, under components. */
const shared: Record<string, string> = {
  'idempotency-key': 'IdempotencyKey',
  'cart-token': 'CartToken',
  'accept-language': 'AcceptLanguage',
}
const parameterOf = (one: ParameterObject): ParameterObject | { $ref: string } => {
  const name = one.in === 'header' ? shared[one.name] : undefined
  return name === undefined ? one : { $ref: `#/components/parameters/${name}` }
}

const takesFields = ({ content }: NonNullable<BareOperation['requestBody']>): boolean =>
  Object.keys(content['application/json']?.schema['properties'] ?? {}).length > 0

function operationOf(route: Route, bare: BareOperation, { call, answer }: Example, named: Named): OperationObject {
  const name = named.inputNames.get(procedureInput(route.face, route.procedure)) ?? ''
  const fields = named.comments.get(name)?.fields ?? new Map<string, string>()
  const { parameters, requestBody, responses, security: _, ...rest } = bare
  const success = responses['200']
  if (success === undefined) throw new Error(`${route.url} has no answer`)
  const shown = new URL(call.address, 'http://shop').searchParams
  return {
    ...rest,
    security: securityOf(route),
    ...(parameters !== undefined && {
      parameters: parameters.map((one) => {
        const common = parameterOf(one)
        if ('$ref' in common) return common
        const description = one.description ?? fields.get(one.name)
        const value = one.in === 'query' ? shown.getAll(one.name) : []
        const list = one.schema['type'] === 'array'
        return {
          ...one,
          schema: refined(one.schema, one.name) as Json,
          ...(description !== undefined && { description }),
          ...(list && { style: 'form', explode: true }),
          ...(value[0] !== undefined && list && { example: value }),
        }
      }),
    }),
    ...(requestBody !== undefined &&
      takesFields(requestBody) && {
        requestBody: {
          required: Array.isArray(requestBody.content['application/json']?.schema['required']),
          content: {
            'application/json': {
              schema: refined(requestBody.content['application/json']?.schema, '', fields) as Json,
              ...(call.body !== undefined && { example: call.body }),
            },
          },
        },
      }),
    responses: { [String(route.status)]: successOf(route, success, answer), ...errorResponses(route) },
  }
}

/**
 * The OpenAPI document of the REST surface: paths, inputs and answers by trpc-to-openapi from the procedures; comments, errors and statuses
 * from the code; examples from calls that were really made, on a shop whose clock and chance are the same in every run.
 */
export async function makeDocument(): Promise<OpenApiDocument> {
  const named = await nameSchemas()
  for (const route of routes) describeKinds(inputObject(route.face, route.procedure))
  const bare = JSON.parse(JSON.stringify(bareDocument(info))) as BareDocument
  const examples = await recordExamples(routes)
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) {
    const method = route.method.toLowerCase()
    const operation = bare.paths[route.url]?.[method]
    const example = examples.get(route)
    if (operation === undefined || example === undefined)
      throw new Error(`${route.method} ${route.url} is not described`)
    paths[route.url] = { ...paths[route.url], [method]: operationOf(route, operation, example, named) }
  }
  const schemas = Object.entries(bare.components.schemas).map(([name, schema]) => {
    const comments = named.comments.get(name)
    const inner = refined(schema, '', comments?.fields) as Json
    return [name, comments?.text ? { description: comments.text, ...inner } : inner] as const
  })
  const parameters = Object.values(bare.paths)
    .flatMap((path) => Object.values(path))
    .flatMap((operation) => operation.parameters ?? [])
    .flatMap((one) => (shared[one.name] === undefined ? [] : [[shared[one.name], one] as const]))
  const used = reachable(paths, Object.fromEntries(schemas))
  return {
    ...{ openapi: '3.1.0', info, servers: [{ url: '/', description: 'The shop that serves this document.' }] },
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name, description: tags[name] ?? '' })),
    paths,
    components: {
      schemas: { ...used, Problem: errorComponents.problem },
      parameters: Object.fromEntries(parameters),
      responses: errorComponents.responses,
      headers: {
        ...errorComponents.headers,
        'Cart-Token': {
          description: 'What opens this guest cart in later calls.',
          schema: { type: 'string', maxLength: 200 },
        },
      },
      securitySchemes: bare.components.securitySchemes,
    },
  }
}

/** The schemas that the paths name, and those that these name. */
function reachable(paths: unknown, schemas: Record<string, Json>): Record<string, Json> {
  const found = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name) || schemas[name] === undefined) continue
      found.add(name)
      follow(schemas[name])
    }
  }
  follow(paths)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => found.has(name)))
}

/** The document as it is committed and served. */
export const documentText = async (): Promise<string> => `${JSON.stringify(await makeDocument(), null, 2)}\n`
