import { expect, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { createShopClient, problemOf } from './index.ts'
import { openTestServer, watchedFetch } from './testing.ts'
import { waitMsOf } from './wait.ts'

const later = (status: number, seconds: string, body: unknown = 'later') =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'retry-after': seconds },
  })
const limited = (retryAfterSeconds: number) => [
  {
    error: {
      ...{ message: 'Too many attempts.', code: -32029 },
      data: {
        ...{ code: 'TOO_MANY_REQUESTS', httpStatus: 429 },
        problem: { code: 'too_many_requests', kind: 'limited', message: '', details: { retryAfterSeconds } },
      },
    },
  },
]

test('an answer says how long to wait in seconds or by a date', () => {
  const noon = Date.parse('2026-11-22T12:00:00Z')
  const wait = (said: string) => waitMsOf(new Headers({ 'retry-after': said }), noon)
  expect(wait('2')).toBe(2000)
  expect(wait('Sun, 22 Nov 2026 12:00:05 GMT')).toBe(5000)
  expect(wait('Sun, 22 Nov 2026 11:00:00 GMT')).toBe(0)
  expect(wait('soon')).toBe(0)
  expect(waitMsOf(new Headers())).toBe(0)
})

test.each([
  ['a busy shop', () => later(503, '1')],
  ['a limit that is over in a moment', () => later(429, '1', limited(1))],
])('%s is waited for as long as it says, and asked again with the same key', async (_, refuse) => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const at: number[] = []
  const { fetch, sent } = watchedFetch((_sent, answer) => {
    at.push(performance.now())
    return at.length === 1 ? refuse() : answer
  })
  const client = createShopClient({ url: server.url, tokens: {}, fetch })
  expect((await client.cart.add.mutate({ variantId: bowl.variantId, quantity: 1 })).count).toBe(1)
  const [first = 0, second = 0, ...others] = at
  expect(others).toEqual([])
  // The wait itself is what is promised: never earlier.
  expect(second - first).toBeGreaterThanOrEqual(990)
  const [one, other] = sent.map(({ headers }) => headers.get('idempotency-key'))
  expect(one).toBe(other)
})

test('who would have to wait for long is told so at once', async () => {
  await using server = await openTestServer()
  const { fetch, sent } = watchedFetch(() => later(429, '60', limited(60)))
  const client = createShopClient({ url: server.url, tokens: {}, fetch })
  const error: unknown = await client.catalog.list.query({}).catch((refused: unknown) => refused)
  expect(sent).toHaveLength(1)
  expect(problemOf(error)).toMatchObject({ code: 'too_many_requests', details: { retryAfterSeconds: 60 } })
})
