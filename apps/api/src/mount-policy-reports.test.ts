import { expect, test } from 'vitest'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

const words = 'the content policy kept a browser from something'
const report = {
  'document-uri': 'http://localhost/fr/preview/secret-token?back=/fr/orders/order_1',
  'effective-directive': 'script-src-elem',
  'violated-directive': 'script-src-elem',
  'blocked-uri': 'https://elsewhere.test/spy.js?who=alice',
  'original-policy': "default-src 'self'",
}
const told = { 'csp-report': report }
const asReport = { 'content-type': 'application/csp-report' }

test('every page names where its policy is reported, and a report is one line that says nothing of the reader', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const policy = (await server.get('/fr')).headers.get('content-security-policy') ?? ''
  const where = /report-uri (\/\S+)/.exec(policy)?.[1] ?? ''
  expect((await server.post(where, told, asReport)).status).toBe(204)
  const lines = server.logged.filter((line) => JSON.stringify(line).includes(words))
  expect(lines).toMatchObject([{ directive: 'script-src-elem', blocked: 'elsewhere.test', page: '/fr/preview' }])
  expect(JSON.stringify(lines)).not.toMatch(/secret-token|order_1|alice/)
})

test('what is too long, no report or from another site is refused; one address cannot fill the log', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const status = async (input: unknown, headers = {}) =>
    (await server.post('/policy-reports', input, { ...asReport, ...headers })).status
  expect(await status({ 'csp-report': {} })).toBe(400)
  expect(await status({ 'csp-report': { ...report, 'script-sample': 'x'.repeat(9000) } })).toBe(413)
  expect(await status(told, { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' })).toBe(403)
  const answers: number[] = []
  for (let at = 0; at < 11; at++) answers.push(await status(told))
  expect(answers).toEqual([...Array(10).fill(204), 429])
  expect(server.logged.filter((line) => JSON.stringify(line).includes(words))).toHaveLength(10)
})
