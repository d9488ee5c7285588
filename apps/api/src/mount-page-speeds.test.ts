import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

const told = {
  kind: 'product',
  values: [
    { measure: 'LCP', value: 1180 },
    { measure: 'CLS', value: 0.004 },
  ],
}

test.each(engines)('what pages tell of their speed is counted, kept and shown to admins (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  await using server = await listen(shop)
  for (let visit = 0; visit < 3; visit++) expect((await server.post('/speed', told)).status).toBe(204)
  await shop.services.speeds.settle()
  await server.post('/speed', { ...told, values: [{ measure: 'LCP', value: 5200 }] })
  await shop.services.speeds.settle()
  const { admin } = await shop.staff('admin')
  expect((await admin.system.get({})).speeds).toEqual([
    { kind: 'product', measure: 'LCP', upTo: 1200, visits: 4, good: true },
    { kind: 'product', measure: 'CLS', upTo: 5, visits: 3, good: true },
  ])
  expect(await shop.db.read.select().from(shop.db.read.tables.pageSpeeds)).toHaveLength(3)
})

test('whoever asks not to be followed is not counted, and no cookie is set', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  for (const headers of [{ dnt: '1' }, { 'sec-gpc': '1' }]) {
    const answer = await server.post('/speed', told, headers)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, null])
  }
  await shop.services.speeds.settle()
  expect(await shop.db.read.select().from(shop.db.read.tables.pageSpeeds)).toEqual([])
})

test('what is too long, unknown or told by another site is refused; one address cannot tell without end', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const status = async (input: unknown, headers = {}) => (await server.post('/speed', input, headers)).status
  expect(await status({ kind: 'product', values: told.values, path: '/fr/orders/order_1' })).toBe(400)
  expect(await status({ kind: 'x'.repeat(2000), values: [] })).toBe(413)
  expect(await status(told, { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' })).toBe(403)
  const answers: number[] = []
  for (let visit = 0; visit < 121; visit++) answers.push(await status(told))
  expect(new Set(answers.slice(0, -1))).toEqual(new Set([204]))
  expect(answers.at(-1)).toBe(429)
})
