import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Call, callOf } from '../../openapi/calls.ts'
import type { OpenApiDocument, OperationObject } from '../../openapi/document-types.ts'
import { callerOf, sampleOf, send, tokenOf } from '../../openapi/examples.ts'
import { openWorld, type World } from '../generated/testing-world.ts'
import { digestOf } from '../testing-orders.ts'
import { listen, type TestServer } from '../testing-server.ts'
import { type Route, routes } from './routes.ts'

const file = path.join(import.meta.dirname, '../../../../docs/openapi.json')
const document: OpenApiDocument = JSON.parse(readFileSync(file, 'utf8'))
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
addFormats.default(ajv)
ajv.addSchema(document, 'document')

const pointer = (...steps: string[]) =>
  `document#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

interface Answer {
  status: number
  type: string
  text: string
}
const operationOf = (route: Route): OperationObject | undefined =>
  document.paths[route.url]?.[route.method.toLowerCase()]

/** What the document does not say of an answer; empty when it says all. */
function undocumented(route: Route, { status, type, text }: Answer): string[] {
  const method = route.method.toLowerCase()
  const said = operationOf(route)?.responses[String(status)]
  if (said === undefined) return [`${status} is not in the document: ${text}`]
  if (status === 204) return text === '' ? [] : ['204 with a body']
  const at =
    '$ref' in said
      ? ['components', 'responses', said.$ref.split('/').at(-1) ?? '', 'content', 'application/problem+json', 'schema']
      : ['paths', route.url, method, 'responses', String(status), 'content', 'application/json', 'schema']
  const wanted = '$ref' in said ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8'
  const check = ajv.getSchema(pointer(...at))
  if (check === undefined) return [`no schema at ${at.join(' ')}`]
  const fits = check(JSON.parse(text))
  return [
    ...(type === wanted ? [] : [`${type} instead of ${wanted}`]),
    ...(fits === true
      ? []
      : (check.errors ?? []).map((one) => `${one.instancePath} ${one.message}: ${text.slice(0, 300)}`)),
  ]
}

let world: World
let server: TestServer
beforeAll(async () => {
  world = await openWorld()
  server = await listen(world.shop)
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

async function ask(
  route: Route,
  change: (call: Call) => Call = (call) => call,
  given?: Record<string, unknown>,
): Promise<Answer> {
  const caller = callerOf(route)
  const call = callOf(route, given ?? sampleOf(world, route, caller), await tokenOf(world, caller))
  const answer = await send(server, change(call))
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
}

/** Values that no schema of ours takes for a text, a number or a yes. */
const nonsense = [{ a: 1 }, 'x'.repeat(10_001), '\u0000', -1e15, ['a', 'b'], true, null, '💥', 5.5]

/** Inputs that are nearly right: a field of another kind, one more field, none at all. */
function* wrongInputs(route: Route): Generator<Record<string, unknown>> {
  const right = sampleOf(world, route, callerOf(route))
  yield { ...right, surprise: 1 }
  for (const [i, name] of Object.keys(right).entries()) {
    if (route.params.includes(name)) continue
    for (let turn = 0; turn < 3; turn++) yield { ...right, [name]: nonsense[(i + turn * 4) % nonsense.length] }
  }
}

describe.each(routes.map((route) => [`${route.method} ${route.url}`, route] as const))('%s', (_, route) => {
  test('answers bad input, strangers and good input as the document says', async () => {
    const before = await digestOf(world.shop)
    for (const input of wrongInputs(route)) {
      const answer = await ask(route, undefined, input)
      expect(undocumented(route, answer), JSON.stringify(input).slice(0, 300)).toEqual([])
      expect(answer.status, answer.text).toBeLessThan(500)
    }
    const stranger = await ask(route, (call) => ({
      ...call,
      headers: { authorization: `Bearer tk_${'a'.repeat(32)}` },
    }))
    expect(undocumented(route, stranger)).toEqual([])
    if (!/\/auth\//.test(route.url)) expect(stranger.status).toBe(401)
    if (route.method === 'GET') expect(await digestOf(world.shop)).toEqual(before)
    const good = await ask(route)
    expect(undocumented(route, good)).toEqual([])
    expect([route.status, 401, 404, 409, 422]).toContain(good.status)
  })
})

test('every operation was called and answered well at least in the making of the document', () => {
  const shown = routes.filter((route) => {
    const success = operationOf(route)?.responses[String(route.status)]
    return (
      success !== undefined &&
      (route.status === 204 || ('content' in success && success.content?.['application/json']?.example !== undefined))
    )
  })
  expect(shown.length).toBe(routes.length)
})
