import { beforeAll, describe, expect, test } from 'vitest'
import { button, heading, openStage, see } from './stage.ts'
import type { BuiltShop } from './shop.ts'
import type { Visitor } from './visitor.ts'
import { inEnglish, m } from './words.ts'

type Products = BuiltShop['staff']['products']
type Draft = Omit<Parameters<Products['create']['mutate']>[0], 'variants'>

const text = { name: 'Pinceau rond' }
const draft: Draft = {
  ...{ slug: 'pinceau-rond', category: 'papeterie', state: 'published', vatCategory: 'standard' },
  texts: { fr: text, en: { name: 'Round brush' } },
}
const sold = { sku: 'PIN-R', priceCents: 650, compareAtCents: null, values: [] }

describe('an address of a product', () => {
  const stage = openStage('addresses')
  const get = (path: string) => fetch(stage.shop.address + path, { redirect: 'manual' })
  const at = async (path: string) => {
    const { status, headers } = await get(path)
    return [status, headers.get('location')]
  }
  const mapped = async () => (await get('/sitemap.xml')).text()
  let product: Awaited<ReturnType<Products['create']['mutate']>>
  const move = async (slug: string) => {
    const { id, version, variants } = product
    const kept = variants.map((variant) => ({ ...sold, id: variant.id }))
    product = await stage.shop.staff.products.update.mutate({ id, version, ...draft, slug, variants: kept })
  }
  let shopper: Visitor

  beforeAll(async () => {
    shopper = await stage.enter('shopper')
    product = await stage.shop.staff.products.create.mutate({ ...draft, variants: [{ ...sold, stock: 9 }] })
  })

  test('leads on from where the product was before, in one step and in both languages', async () => {
    await expect.poll(() => at('/fr/products/pinceau-rond')).toEqual([200, null])
    await move('pinceau-soie')
    await expect.poll(() => at('/fr/products/pinceau-rond')).toEqual([301, '/fr/products/pinceau-soie'])
    await move('pinceau-fin')
    for (const old of ['pinceau-rond', 'pinceau-soie'])
      for (const language of ['fr', 'en'])
        await expect.poll(() => at(`/${language}/products/${old}`)).toEqual([301, `/${language}/products/pinceau-fin`])
    const page = await (await get('/en/products/pinceau-fin')).text()
    expect(page).toMatch(/<link rel="canonical" href="http:\/\/[^"/]+\/en\/products\/pinceau-fin"\/>/)
    await expect.poll(mapped).toContain('/fr/products/pinceau-fin<')
    expect(await mapped()).not.toContain('/fr/products/pinceau-rond<')
  })

  test('is the product’s own again when it comes back', async () => {
    await move('pinceau-rond')
    await expect.poll(() => at('/fr/products/pinceau-rond')).toEqual([200, null])
    await expect.poll(() => at('/fr/products/pinceau-fin')).toEqual([301, '/fr/products/pinceau-rond'])
  })

  test('tells machines what sending costs and how it may be given back, and what to show where it is passed on', async () => {
    const { delivery } = await stage.shop.guest.shop.info.query()
    const html = await (await get('/en/products/pinceau-rond')).text()
    const [facts = '{}'] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, one]) => one,
    )
    expect(JSON.parse(facts)).toMatchObject({
      offers: [
        {
          shippingDetails: { shippingRate: { value: (delivery.amountCents / 100).toFixed(2), currency: 'EUR' } },
          hasMerchantReturnPolicy: {
            merchantReturnDays: 14,
            merchantReturnLink: expect.stringMatching(/\/en\/legal\/withdrawal$/),
          },
        },
      ],
    })
    for (const [property, content] of [
      ['title', 'Round brush'],
      ['type', 'product'],
      ['locale', 'en_GB'],
      ['url', '/en/products/pinceau-rond'],
    ])
      expect(html).toMatch(new RegExp(`<meta property="og:${property}" content="[^"]*${content}[^"]*"/>`))
  })

  test('is followed by a link that was shown before the product moved', async () => {
    const { page } = shopper
    await page.goto('/fr/products?category=papeterie')
    const card = page.locator('.list-body').getByRole('link', { name: text.name }).first()
    await see(card)
    await move('pinceau-neuf')
    await card.click()
    await page.waitForURL('**/fr/products/pinceau-neuf')
    await see(heading(page, text.name))
    await button(page, m('add_to_cart')).click()
    await see(
      page
        .getByRole('dialog', { name: m('cart') })
        .getByText(text.name)
        .first(),
    )
  })

  test('says that the product is gone once it is withdrawn, shows what is there instead, and the cart still knows it', async () => {
    await stage.shop.staff.products.archive.mutate({ id: product.id })
    for (const slug of ['pinceau-neuf', 'pinceau-rond'])
      await expect.poll(() => at(`/en/products/${slug}`)).toEqual([410, null])
    const page = await (await get('/en/products/pinceau-neuf')).text()
    expect(page).toContain(inEnglish('gone_title', { name: 'Round brush' }))
    expect(page).toContain('<meta name="robots" content="noindex, follow"/>')
    expect(page.match(/href="\/en\/products\/[a-z]/g)?.length).toBeGreaterThanOrEqual(4)
    expect(page).not.toContain('rel="canonical"')
    await expect.poll(mapped).not.toContain('pinceau')
    await shopper.page.goto('/fr/products/pinceau-neuf')
    await see(heading(shopper.page, m('gone_title', { name: text.name })))
    await shopper.page.goto('/fr/cart')
    await see(shopper.page.getByRole('list', { name: m('cart') }).getByText(text.name))
    expect(await at('/fr/products/jamais-vu')).toEqual([404, null])
  })
})
