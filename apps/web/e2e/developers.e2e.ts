import { expect, test } from 'vitest'
import { heading, openStage, see } from './stage.ts'
import { m } from './words.ts'

const stage = openStage('developers')

test('a developer is led from the shop to its own address, and from a refusal to its page', async () => {
  const { page, tooWide } = await stage.enter('developer', { phone: true })
  await page.goto('/fr')
  await page.getByRole('link', { name: m('developers') }).click()
  await see(heading(page, m('developers')))
  await see(page.getByText(`npm install ${stage.shop.address}/client.tgz`))
  expect(await tooWide()).toEqual([])
  expect((await page.request.get('/client.tgz')).status()).toBe(200)
  const refused = await page.request.get('/api/orders')
  const { type, code }: { type: string; code: string } = await refused.json()
  await page.goto(type)
  await see(heading(page, m('refusal_of', { code })))
  await see(page.getByText(m('next_unauthenticated')))
  expect(await tooWide()).toEqual([])
})
