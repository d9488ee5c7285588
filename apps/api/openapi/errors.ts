import { problems, type ProblemKind } from '@comptoir/domain'
import { audienceOf } from '../src/audience.ts'
import { problemStatus } from '../src/problem-status.ts'
import { wireProblems } from '../src/rest/problems.ts'
import { inputObject, type Route } from '../src/rest/routes.ts'

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
const catalog: Record<string, { kind: ProblemKind }> = problems
const codes: [string, number][] = [
  ...Object.entries(catalog).map(([code, { kind }]): [string, number] => [code, problemStatus[kind]]),
  ...Object.entries(wireProblems).map(([code, { status }]): [string, number] => [code, status]),
]

/** What each status means here, and what it is called in the document. */
const answers: Record<number, { name: string; description: string; retry?: true }> = {
  400: { name: 'Unreadable', description: 'The body is no JSON that can be read.' },
  401: { name: 'SignInFirst', description: 'Nobody is signed in, or what was shown opens nothing any more.' },
  403: { name: 'NotAllowed', description: 'The caller may not do this, or the call comes from another origin’s page.' },
  404: { name: 'NotFound', description: 'There is no such thing, or it is somebody else’s: both answer the same.' },
  409: {
    name: 'Conflict',
    description: 'Things changed, or the step does not fit the state; `code` and `details` say which.',
  },
  413: { name: 'TooLarge', description: 'The body is larger than 256 KiB.' },
  415: { name: 'NotJson', description: 'The body is not `application/json`.' },
  422: { name: 'Invalid', description: 'Fields need another look; `fields` names each with its path.' },
  429: { name: 'TooMany', description: 'Too many calls; `Retry-After` says when to come back.', retry: true },
  500: { name: 'Unexpected', description: 'Something went wrong on our side; the log has it under `requestId`.' },
  503: { name: 'Busy', description: 'Nothing was changed; ask again after `Retry-After`.', retry: true },
}

const requestId = {
  description: 'The id under which the log has this call.',
  schema: { type: 'string', format: 'uuid' },
}
const retryAfter = {
  description: 'Seconds after which it is worth asking again.',
  schema: { type: 'integer', minimum: 1 },
}

const exampleOf = (status: number) => {
  const [code = ''] = codes.find(([, its]) => its === status) ?? []
  return {
    ...{
      type: `/problems/${code}`,
      title: answers[status]?.name ?? '',
      status,
      detail: answers[status]?.description ?? '',
      code,
    },
    ...{ details: null, fields: [], requestId: '5c9f3c1e-6a0b-4f0e-9d52-3a7f2b1c8e44' },
  }
}

/** The answers that every operation shares, with the shape of a problem. */
export const errorComponents = {
  headers: { 'X-Request-Id': requestId, 'Retry-After': retryAfter },
  responses: Object.fromEntries(
    Object.entries(answers).map(([status, { name, description, retry }]) => [
      name,
      {
        description: `${description} Codes: ${codes
          .filter(([, its]) => its === Number(status))
          .map(([code]) => `\`${code}\``)
          .join(', ')}.`,
        headers: {
          'X-Request-Id': ref('headers', 'X-Request-Id'),
          ...(retry && { 'Retry-After': ref('headers', 'Retry-After') }),
        },
        content: {
          'application/problem+json': { schema: ref('schemas', 'Problem'), example: exampleOf(Number(status)) },
        },
      },
    ]),
  ),
  problem: {
    type: 'object',
    description: 'A no (RFC 9457). `code` never changes its meaning; `detail` speaks the caller’s language.',
    properties: {
      type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string' },
      code: { type: 'string', enum: codes.map(([code]) => code) },
      details: { description: 'The facts of the case, by code; null where there are none.' },
      fields: {
        type: 'array',
        description: 'The wrong fields of the input.',
        items: {
          type: 'object',
          properties: { path: { type: 'string' }, message: { type: 'string' } },
          required: ['path', 'message'],
          additionalProperties: false,
        },
      },
      requestId: { type: 'string', format: 'uuid' },
    },
    required: ['type', 'title', 'status', 'detail', 'code', 'details', 'fields', 'requestId'],
    additionalProperties: false,
  },
}

/** Whether an input names things that may be missing. */
const namesThings = (route: Route): boolean => {
  const names = Object.keys(inputObject(route.face, route.procedure).shape)
  return names.some((name) => /^(id|token|reference|lines)$|Id$/.test(name))
}

/** The answers of one operation besides its success. */
export function errorResponses(route: Route): Record<string, { $ref: string }> {
  const changes = route.method !== 'GET'
  const statuses = [
    ...(route.method === 'POST' || route.method === 'PUT' ? [400, 413] : []),
    ...[401, 403],
    ...(namesThings(route) || audienceOf(route.face, route.procedure) !== 'anyone' ? [404] : []),
    ...(changes ? [409, 415] : []),
    ...[422, 429, 500, 503],
  ]
  return Object.fromEntries(
    statuses.map((status) => [String(status), ref('responses', answers[status]?.name ?? 'Unexpected')]),
  )
}
