import { expect, test } from 'vitest'
import { addProduct, orderPaid } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

const names = (fr: string, en: string) => ({ fr, en })
const named = (name: string) => {
  const text = { name, line: '', description: '', facts: [], keywords: '' }
  return { fr: text, en: text }
}

test('a shopper is told how many products each filter would leave, in their language', async () => {
  await using shop = await openTestShop()
  const values = [{ code: 'bleu', names: names('Bleu', 'Blue'), swatch: '#00f' }]
  const variants = [{ sku: null, values: ['bleu'], priceCents: 1500, compareAtCents: null, stock: 0 }]
  await addProduct(shop, { options: [{ code: 'couleur', names: names('Couleur', 'Colour'), values }], variants })
  await addProduct(shop)
  const facets = await shop.visit({ locale: 'en' }).shop.catalog.facets({ search: 'stoneware' })
  expect(facets).toMatchObject({ total: 2, more: false, inStock: 1, minCents: 1200, maxCents: 1500, currency: 'EUR' })
  expect(facets.options).toEqual([
    { code: 'couleur', name: 'Colour', values: [{ code: 'couleur:bleu', name: 'Blue', swatch: '#00f', count: 1 }] },
  ])
  const { items } = await shop.guest().shop.catalog.list({ options: ['couleur:bleu'] })
  expect(items).toHaveLength(1)
})

test('amounts stand from the least to the most, beside a list and on the page of the product', async () => {
  await using shop = await openTestShop()
  const values = ['1 kg', '50 g', '250 g'].map((name) => ({
    ...{ code: name.replace(' ', ''), names: names(name, name), swatch: null },
  }))
  const variants = values.map(({ code }) => ({
    ...{ sku: null, values: [code], priceCents: 900, compareAtCents: null, stock: 3 },
  }))
  const { id } = await addProduct(shop, {
    options: [{ code: 'poids', names: names('Poids', 'Weight'), values }],
    variants,
  })
  const { catalog } = shop.guest().shop
  for (const { options } of [await catalog.facets({}), await catalog.get({ id })])
    expect(options[0]?.values.map(({ name }) => name)).toEqual(['50 g', '250 g', '1 kg'])
})

test('what is typed finds products while it is typed, and never a draft', async () => {
  await using shop = await openTestShop()
  const { catalog } = shop.guest().shop
  await addProduct(shop, { slug: 'cafe-creme', texts: named('Café crème') })
  await addProduct(shop, { slug: 'cafe-noir', state: 'draft', texts: named('Café crépuscule') })
  expect((await catalog.suggest({ search: 'cafe cr' })).items.map(({ slug }) => slug)).toEqual(['cafe-creme'])
  expect(await catalog.suggest({ search: '  ' })).toEqual({ items: [], categories: [], searchedFor: null })
})

test('the front page shows what is new and what others bought, then what is popular', async () => {
  await using shop = await openTestShop()
  const bought = await addProduct(shop, { texts: named('Acheté') })
  await addProduct(shop, { popularity: 9, texts: named('Populaire') })
  await addProduct(shop, { state: 'draft', texts: named('Brouillon') })
  await orderPaid(await shop.customer(), bought)
  const home = await shop.guest().shop.catalog.home()
  expect(home.wanted.map(({ name }) => name)).toEqual(['Acheté', 'Populaire'])
  expect(home.news.map(({ name }) => name)).toEqual(['Populaire', 'Acheté'])
  shop.clock.advance(31 * 24 * 3_600_000)
  expect((await shop.guest().shop.catalog.home()).wanted.map(({ name }) => name)).toEqual(['Populaire', 'Acheté'])
})

test('staff see who changed the shelf of what and why, page by page', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const colleague = await shop.staff('catalogue')
  const { products } = colleague.admin
  await products.adjustStock({ variantId: bowl.variantId, change: -2, reason: 'cassé' })
  const page = await products.movements({ variantId: bowl.variantId, limit: 1 })
  expect(page.items).toMatchObject([{ quantity: -2, reason: 'cassé', actorName: 'Une personne', kind: 'adjustment' }])
  const rest = await products.movements({ productId: bowl.id, cursor: page.nextCursor ?? '' })
  expect(rest).toMatchObject({ items: [{ quantity: 10, kind: 'received', actorName: null }], nextCursor: null })
})

test('staff find what runs out first, and how much of each there is', async () => {
  await using shop = await openTestShop()
  for (const [slug, stock] of [
    ['plein', 40],
    ['rare', 2],
    ['vide', 0],
  ] as const)
    await addProduct(shop, { slug, stock })
  const { products } = (await shop.staff('catalogue')).admin
  const slugs = async (of: Parameters<typeof products.list>[0]) =>
    (await products.list(of)).items.map(({ slug }) => slug)
  expect(await slugs({ sort: 'stock' })).toEqual(['vide', 'rare', 'plein'])
  expect(await slugs({ stock: 'low', sort: 'stock' })).toEqual(['vide', 'rare'])
  expect(await slugs({ stock: 'out' })).toEqual(['vide'])
  expect(await products.counts({})).toEqual({
    ...{ total: 3, draft: 0, published: 3, archived: 0, low: 2, out: 1, more: false },
  })
})
