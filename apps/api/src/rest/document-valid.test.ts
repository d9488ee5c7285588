import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import type { OpenApiDocument } from '../../openapi/document-types.ts'
import { routes } from './routes.ts'

const text = readFileSync(path.join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8')
const document: OpenApiDocument = JSON.parse(text)
const operations = Object.entries(document.paths).flatMap(([url, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ place: `${method.toUpperCase()} ${url}`, ...operation })),
)

test('is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(text))
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  expect(document.openapi).toBe('3.1.0')
})

test('names every operation, each once, with its words, its tag, its doors and every answer', () => {
  expect(operations.map(({ place }) => place).toSorted()).toEqual(
    routes.map(({ method, url }) => `${method} ${url}`).toSorted(),
  )
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const tags = new Set((document.tags as { name: string; description: string }[]).map(({ name }) => name))
  for (const { place, summary, tags: own, security, responses } of operations) {
    expect(summary, place).toMatch(/^[A-Z].{3,}/)
    expect([place, tags.has(own[0] ?? '')]).toEqual([place, true])
    expect(security.length, place).toBeGreaterThanOrEqual(2)
    expect(Object.keys(responses), place).toEqual(expect.arrayContaining(['401', '403', '422', '429', '500', '503']))
  }
  for (const { name, description } of document.tags as { name: string; description: string }[])
    expect(description, name).toMatch(/\.$/)
})

test('shows an example of every answer and of every body', () => {
  const bare = operations.flatMap(({ place, requestBody, responses }) => {
    const [[status, success] = ['', {}]] = Object.entries(responses)
    const media = 'content' in success ? success.content?.['application/json'] : undefined
    const sent = requestBody?.required === true ? requestBody.content['application/json']?.example : 'needs none'
    return [
      ...(status !== '204' && media?.example === undefined ? [`${place}: its answer`] : []),
      ...(sent === undefined ? [`${place}: its body`] : []),
    ]
  })
  expect(bare).toEqual([])
})

/** Every schema of the document, with where it stands. */
function* schemasIn(value: unknown, place: string): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && typeof value.type === 'string') yield [place, { ...value }]
  for (const [key, inner] of Object.entries(value))
    if (!/^examples?$/.test(key)) yield* schemasIn(inner, `${place}.${key}`)
}

test('amounts and counts are integers; instants and e-mails say so; texts that are sent have a longest length', () => {
  for (const [place, schema] of schemasIn(document, '')) {
    expect([place, schema['type']]).not.toEqual([place, 'number'])
    if (place.endsWith('Cents')) expect([place, schema['type']]).toEqual([place, 'integer'])
    if (/\.properties\.(?:\w+At|payBefore)$/.test(place))
      expect([place, schema['format']]).toEqual([place, 'date-time'])
  }
  for (const { place, requestBody, parameters = [] } of operations)
    for (const [where, schema] of schemasIn([requestBody?.content['application/json']?.schema, parameters], place))
      if (schema['type'] === 'string' && schema['enum'] === undefined && schema['const'] === undefined)
        expect(schema['maxLength'], where).toBeGreaterThan(0)
})
