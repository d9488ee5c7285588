import { expect, test } from 'vitest'
import { comeIn } from './come-in.ts'
import { button, openStage, see } from './stage.ts'
import { m } from './words.ts'

const stage = openStage('page-speed')

/** Somebody looks at a product, puts it into the cart and leaves; answers which cookies they then have. */
async function look(name: string, prepare?: string): Promise<string[]> {
  const { page, leave } = await stage.enter(name)
  if (prepare !== undefined) await page.addInitScript(prepare)
  const measuring =
    prepare === undefined ? page.waitForResponse((answer) => /\/speed-[^/]+\.js$/.test(answer.url())) : undefined
  await page.goto('/fr/products/cafe-du-comptoir')
  await measuring
  await button(page, m('add_to_cart')).click()
  await see(page.getByRole('dialog'))
  await page.goto('/fr/cart')
  const cookies = await page.context().cookies()
  await leave()
  return cookies.map((cookie) => cookie.name)
}
/** What was told of product pages: of the other page nobody waits for what it tells when its reader leaves. */
const counted = async () => (await stage.shop.staff.system.get.query()).speeds.filter(({ kind }) => kind === 'product')

test('a page tells once how quick it was, with no cookie of its own, and an admin reads it', async () => {
  expect(await look('shopper')).toEqual(['comptoir_cart'])
  await expect
    .poll(async () => (await counted()).map(({ kind, measure, visits }) => `${kind} ${measure} ${visits}`))
    .toEqual(expect.arrayContaining(['product LCP 1', 'product TTFB 1']))
  const staff = await stage.enter('staff')
  await comeIn(staff.page, 'staff')
  await staff.page.goto('/admin/system')
  await see(staff.page.getByRole('row').filter({ hasText: m('speed_of_product') }))
})

test('who asked not to be followed sends nothing', async () => {
  const before = await counted()
  await look('quiet', `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`)
  await look('quieter', `Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`)
  expect(await counted()).toEqual(before)
})
