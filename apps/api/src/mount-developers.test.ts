import { expect, test } from 'vitest'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

const led = (url: string, path: string, language: string) =>
  fetch(url + path, { headers: { 'accept-language': language }, redirect: 'manual' })

test('the pages for developers are found without a language, in the language of whoever asks', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const leads = async (path: string, language: string) => {
    const answer = await led(server.url, path, language)
    return [answer.status, answer.headers.get('location')]
  }
  expect(await leads('/developers', 'en-GB')).toEqual([302, '/en/developers'])
  expect(await leads('/developers', 'de, fr')).toEqual([302, '/fr/developers'])
  expect(await leads('/developers/refusals/out_of_stock', 'en')).toEqual([302, '/en/developers/refusals/out_of_stock'])
})

test('where the type of a REST problem points, its page is', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const refused = await server.get('/api/orders', { 'accept-language': 'fr' })
  const { type, code } = (await refused.json()) as { type: string; code: string }
  const answer = await led(server.url, type, 'fr')
  expect(answer.headers.get('location')).toBe(`/fr/developers/refusals/${code}`)
  const odd = await led(server.url, '/problems/%2F%2Felsewhere.test', 'fr')
  expect(odd.headers.get('location')).toBe('/fr/developers/refusals/%2F%2Felsewhere.test')
})
