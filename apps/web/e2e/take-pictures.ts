// node apps/web/e2e/take-pictures.ts [words of names…]: pictures of every page of the built demo shop into .screenshots/.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openShop } from './shop.ts'
import { visit } from './visitor.ts'

const folder = path.resolve(import.meta.dirname, '../../../.screenshots')
const shop = await openShop()
const { browser, close } = await openBrowser()
const faults: string[] = []
const [delivered, paid] = await Promise.all(
  ['alice@email.test', 'bob@email.test'].map(async (email) => (await shop.staff.orders.list.query({ email })).items[0]),
)
const cream = await shop.guest.catalog.get.query({ id: 'creme-pour-les-mains' })

type Who = 'nobody' | 'alice' | 'bob' | 'charlie' | 'staff'
type Pages = Record<string, readonly [who: Who, address: string, prepare?: (page: Page) => Promise<unknown>]>

const shopPages: Pages = {
  home: ['nobody', '/'],
  list: ['nobody', '/products'],
  shelf: ['nobody', '/products?category=vetements&inStock=true&minCents=1000'],
  'nothing-found': ['nobody', '/products?search=zzzz'],
  product: ['nobody', '/products/creme-pour-les-mains'],
  'product-plain': ['nobody', '/products/couteau-d-office'],
  'cart-empty': ['nobody', '/cart'],
  cart: ['charlie', '/cart'],
  checkout: ['charlie', '/checkout'],
  'checkout-errors': ['charlie', '/checkout', (page) => page.locator('form button[type=submit]').click()],
  'pay-declined': ['bob', '/cart', (page) => orderAndPay(page, 'card_declined')],
  'pay-code': ['bob', '/cart', (page) => orderAndPay(page, 'card_second_step')],
  'sign-in': ['nobody', '/sign-in'],
  register: ['nobody', '/sign-in?mode=register'],
  account: ['alice', '/account'],
  orders: ['alice', '/orders'],
  order: ['alice', `/orders/${delivered?.id}`],
  invoice: ['alice', `/orders/${delivered?.id}/invoice`],
  support: ['alice', '/support'],
  'not-found': ['nobody', '/products/nowhere'],
}
const consolePages: Pages = {
  'console-sign-in': ['nobody', '/admin/sign-in'],
  'console-orders': ['staff', '/admin/orders'],
  'console-order': ['staff', `/admin/orders/${paid?.id}`],
  'console-refund': [
    'staff',
    `/admin/orders/${paid?.id}`,
    (page) => page.getByRole('button', { name: /^(Rembourser|Refund)$/ }).click(),
  ],
  'console-products': ['staff', '/admin/products'],
  'console-product': ['staff', `/admin/products/${cream.id}`],
  'console-new-product': ['staff', '/admin/products/new'],
  'console-support': ['staff', '/admin/support'],
  'console-figures': ['staff', '/admin/figures'],
}

const accounts = {
  alice: { face: 'shop', data: { email: 'alice@email.test', password: 'password123' } },
  bob: { face: 'shop', data: { email: 'bob@email.test', password: 'password123' } },
  charlie: { face: 'shop', data: { email: 'charlie@email.test', password: 'password123' } },
  staff: { face: 'admin', data: { email: 'admin@ecom.test', password: 'admin123' } },
} as const

/** From a cart to what the payment page says of a card. */
async function orderAndPay(page: Page, card: string) {
  await page.context().request.post('/rpc/shop/cart.add', { data: { variantId: cream.variants[0]?.id } })
  await page.goto(page.url().replace(/cart$/, 'checkout'))
  for (const [part, value] of Object.entries({ line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }))
    await page.locator(`form [name=${part}]`).fill(value)
  await page.getByRole('checkbox').check()
  await page.locator('form button[type=submit]').click()
  await page.waitForURL('**/pay')
  await page.locator(`[value=${card}]`).check()
  await page.locator('form button[type=submit]').click()
  await page.locator('form .notice').waitFor()
}

interface Look {
  phone: boolean
  dark: boolean
  locale: 'fr' | 'en'
}

/** The pages in one look; each person signs in once. */
async function take({ phone, dark, locale }: Look, wanted: readonly string[]) {
  const look = `${phone ? 360 : 1280}-${dark ? 'dark' : 'light'}-${locale}`
  for (const who of ['nobody', 'alice', 'bob', 'charlie', 'staff'] as const) {
    const mine = Object.entries({ ...shopPages, ...consolePages }).filter(
      ([name, [of]]) => of === who && (wanted.length === 0 || wanted.some((word) => name.includes(word))),
    )
    if (mine.length === 0) continue
    const language = locale === 'fr' ? 'fr-FR' : 'en-GB'
    const visitor = await visit(browser, shop.address, faults, { phone, dark, language })
    const { page } = visitor
    if (who !== 'nobody') {
      const { face, data } = accounts[who]
      await page.context().request.post(`/rpc/${face}/auth.login`, { data })
    }
    for (const [name, [, address, prepare]] of mine) {
      await page.goto(address.startsWith('/admin') ? address : `/${locale}${address}`)
      await page.locator('h1').first().waitFor()
      // Streams stay open for good, so the network is never idle: the pictures of the page are what is waited for.
      await prepare?.(page)
      await allPicturesIn(page)
      await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: prepare === undefined })
      for (const wide of await visitor.tooWide()) say(`${name} ${look} is too wide at ${wide}`)
      for (const fault of faults.splice(0)) say(`${name} ${look} ${fault}`)
    }
    await visitor.leave()
  }
}

/** Scrolls through the page, so that lazy pictures load, and back. */
const allPicturesIn = (page: Page) =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    await document.fonts.ready
  })

const say = (line: string) => process.stdout.write(`${line}\n`)

mkdirSync(folder, { recursive: true })
const wanted = process.argv.slice(2)
for (const phone of [true, false])
  for (const dark of [false, true])
    for (const locale of ['fr', 'en'] as const) await take({ phone, dark, locale }, wanted)
await close()
await shop.close()
say(`The pictures are in ${folder}`)
