import type { CreateProductInput } from '@comptoir/domain/catalog/inputs'
import { expect, test } from 'vitest'
import { problemCode, refused } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const texts = (fr: string, en = fr) => ({
  fr: { name: fr, line: '', description: '', facts: [], keywords: '' },
  en: { name: en, line: '', description: '', facts: [], keywords: '' },
})
const both = (name: string) => ({ fr: name, en: name })

const aVariant = { sku: 'BOL-1', values: [], priceCents: 1200, compareAtCents: 1500, stock: 3 }
const aBowl = (over: Partial<CreateProductInput> = {}): CreateProductInput => ({
  slug: 'bol',
  category: null,
  state: 'published',
  vatCategory: 'standard',
  popularity: 0,
  texts: texts('Bol en grès', 'Stoneware bowl'),
  options: [],
  variants: [aVariant],
  ...over,
})
const sized = (sizes: string[]): Partial<CreateProductInput> => ({
  options: [
    { code: 'taille', names: both('Taille'), values: sizes.map((code) => ({ code, names: both(code), swatch: null })) },
  ],
  variants: sizes.map((size) => ({ sku: null, values: [size], priceCents: 2000, compareAtCents: null, stock: 10 })),
})
const staffOf = async (shop: TestShop) => (await shop.staff('catalogue')).admin.products

test('a product that staff publish is on the shelf, findable and ready to add', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const created = await products.create(aBowl())
  const { shop: guest } = shop.guest()
  const { items } = await guest.catalog.list({ search: 'grès' })
  expect(items).toMatchObject([
    {
      id: created.id,
      name: 'Bol en grès',
      priceCents: 1200,
      compareAtCents: 1500,
      currency: 'EUR',
      stock: 'few_left',
      hasOptions: false,
      defaultVariantId: created.variants[0]?.id,
    },
  ])
  const page = await guest.catalog.get({ id: 'bol' })
  expect(page).toEqual(await guest.catalog.get({ id: created.id }))
  expect(page.vat).toEqual({ category: 'standard', rateBp: 2000 })
  expect(page.variants).toMatchObject([{ stock: 'few_left', left: 3, maxQuantity: 3 }])
})

test('a product with words in one language shows them to readers of the other', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  await products.create(aBowl({ texts: { fr: texts('Bol en grès').fr } }))
  const { shop: reader } = shop.visit({ locale: 'en' })
  expect((await reader.catalog.get({ id: 'bol' })).name).toBe('Bol en grès')
  expect((await reader.catalog.list({})).items).toMatchObject([{ name: 'Bol en grès' }])
})

test('a shopper never learns exact numbers of what is plentiful', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  await products.create(aBowl(sized(['s', 'm'])))
  const page = await shop.guest().shop.catalog.get({ id: 'bol' })
  expect(page.variants).toMatchObject([
    { stock: 'in_stock', left: null, maxQuantity: 99, optionWords: 's' },
    { stock: 'in_stock', left: null, maxQuantity: 99, optionWords: 'm' },
  ])
})

test('a draft that nobody saw is not found, like one that never was; one that was on the shelf is told to be gone', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const draft = await products.create(aBowl({ state: 'draft' }))
  const { catalog } = shop.guest().shop
  const answerFor = (id: string) => catalog.get({ id }).catch((error: unknown) => String(error))
  expect(await answerFor('bol')).toBe(await answerFor('jamais-vu'))
  const { id, version } = draft
  await products.update({ id, version, ...aBowl() })
  await expect(catalog.get({ id })).resolves.toMatchObject({ slug: 'bol' })
  await products.archive({ id })
  const gone = { kind: 'missing', code: 'product_withdrawn', details: { name: 'Bol en grès', category: null } }
  for (const one of [id, 'bol']) expect((await refused(catalog.get({ id: one }))).problem).toMatchObject(gone)
  expect((await catalog.list({})).items).toEqual([])
  await expect(products.get({ id })).resolves.toMatchObject({ state: 'archived' })
})

test('a draft that is archived before anybody saw it was never there', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const { id } = await products.create(aBowl({ state: 'draft' }))
  await products.archive({ id })
  expect(await problemCode(shop.guest().shop.catalog.get({ id }))).toBe('product_not_found')
})

test('a product that moved is found at every address that it had, and nobody else can take one', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const { id, version } = await products.create(aBowl())
  const moved = await products.update({ id, version, ...aBowl({ slug: 'bol-gris' }) })
  const again = await products.update({ id, version: moved.version, ...aBowl({ slug: 'bol-ardoise' }) })
  const { catalog } = shop.guest().shop
  for (const slug of ['bol', 'bol-gris', 'bol-ardoise'])
    await expect(catalog.get({ id: slug })).resolves.toMatchObject({ id, slug: 'bol-ardoise' })
  const other = aBowl({ slug: 'assiette', variants: [{ ...aVariant, sku: 'A-1' }] })
  expect(await problemCode(products.create({ ...other, slug: 'bol-gris' }))).toBe('slug_taken')
  const plate = await products.create(other)
  const taken = products.update({ id: plate.id, version: plate.version, ...other, slug: 'bol' })
  expect(await problemCode(taken)).toBe('slug_taken')
  const back = await products.update({ id, version: again.version, ...aBowl() })
  expect(back.slug).toBe('bol')
  await expect(catalog.get({ id: 'bol-ardoise' })).resolves.toMatchObject({ slug: 'bol' })
})

test('two colleagues never overwrite each other', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const { id, version } = await products.create(aBowl())
  await products.update({ id, version, ...aBowl({ popularity: 7 }) })
  await expect(products.update({ id, version, ...aBowl({ popularity: 9 }) })).rejects.toMatchObject({
    cause: { code: 'product_changed' },
  })
  await expect(products.get({ id })).resolves.toMatchObject({ popularity: 7, version: version + 1 })
})

test('a variant that is left out is archived and comes back as it was', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const first = await products.create(aBowl(sized(['s', 'm', 'l'])))
  const without = await products.update({ id: first.id, version: first.version, ...aBowl(sized(['s', 'l'])) })
  expect(without.variants.map(({ values, archived }) => `${values[0]} ${archived}`).toSorted()).toEqual([
    'l false',
    'm true',
    's false',
  ])
  expect((await shop.guest().shop.catalog.get({ id: 'bol' })).variants).toHaveLength(2)
  const back = await products.update({ id: first.id, version: without.version, ...aBowl(sized(['s', 'm', 'l'])) })
  expect(back.variants.map(({ id }) => id).toSorted()).toEqual(first.variants.map(({ id }) => id).toSorted())
  expect(back.variants.every(({ onHand }) => onHand === 10)).toBe(true)
})

test('two variants may swap their SKUs', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const withSkus = (skus: string[]) => {
    const { options = [], variants = [] } = sized(['s', 'm'])
    return aBowl({ options, variants: variants.map((variant, i) => ({ ...variant, sku: skus[i] ?? null })) })
  }
  const { id, version } = await products.create(withSkus(['A', 'B']))
  const swapped = await products.update({ id, version, ...withSkus(['B', 'A']) })
  expect(swapped.variants.map(({ sku }) => sku)).toEqual(['B', 'A'])
})

test.each([
  ['an address that is taken', aBowl({ variants: [{ ...aBowl().variants[0]!, sku: null }] }), 'slug_taken'],
  ['a SKU that is taken', aBowl({ slug: 'autre' }), 'sku_taken'],
  ['a category that does not exist', aBowl({ slug: 'autre', category: 'lune' }), 'category_not_found'],
  ['no name', aBowl({ slug: 'autre', texts: {} }), 'name_missing'],
  [
    'a price before reduction that is lower',
    aBowl({ slug: 'autre', variants: [{ ...aBowl().variants[0]!, sku: null, compareAtCents: 1 }] }),
    'compare_price_too_low',
  ],
  [
    'a variant of an unknown value',
    aBowl({ slug: 'autre', ...sized(['s']), variants: [{ ...aBowl().variants[0]!, sku: null, values: ['xl'] }] }),
    'variants_unclear',
  ],
])('refuses %s, and nothing is kept', async (_what, input, code) => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  await products.create(aBowl())
  await expect(products.create(input)).rejects.toMatchObject({ cause: { code } })
  expect((await products.list({})).items).toHaveLength(1)
})

test('two colleagues who take the same address at once: one has it, the other hears why not', async () => {
  await using shop = await openTestShop({ engine: 'postgres' })
  const products = await staffOf(shop)
  const bowl = (sku: string) => aBowl({ variants: [{ ...aBowl().variants[0]!, sku }] })
  const outcomes = await Promise.allSettled([products.create(bowl('A')), products.create(bowl('B'))])
  const refused = outcomes.filter((one) => one.status === 'rejected')
  expect(refused).toMatchObject([{ reason: { cause: { code: 'slug_taken' } } }])
})

test('a correction of the shelf is a movement with its author and its reason', async () => {
  await using shop = await openTestShop()
  const colleague = await shop.staff('catalogue')
  const { products } = colleague.admin
  const { variants } = await products.create(aBowl())
  const variantId = variants[0]!.id
  shop.clock.advance(1000)
  const after = await products.adjustStock({ variantId, change: 12, reason: 'livraison' })
  expect(after.variants).toMatchObject([{ onHand: 15, available: 15 }])
  expect(after.movements).toMatchObject([
    { kind: 'adjustment', quantity: 12, reason: 'livraison', actorId: colleague.userId },
    { kind: 'received', quantity: 3 },
  ])
  await expect(products.adjustStock({ variantId, change: -16, reason: 'x' })).rejects.toMatchObject({
    cause: { code: 'stock_too_low' },
  })
})

test('an open page hears of stock and price, from the state it starts with', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const { id, version, variants } = await products.create(aBowl())
  const { catalog } = shop.guest().shop
  const stream = await catalog.stock({ productId: id })
  const pages = stream[Symbol.asyncIterator]()
  // On the wire an event is its position and its data.
  const seen = async (): Promise<unknown> => Object((await pages.next()).value)[1].variants
  expect(await seen()).toMatchObject([{ left: 3, priceCents: 1200 }])
  await products.adjustStock({ variantId: variants[0]!.id, change: -1, reason: 'cassé' })
  await shop.services.events.settled()
  expect(await seen()).toMatchObject([{ left: 2 }])
  await products.update({
    id: id,
    version,
    ...aBowl({ variants: [{ ...aBowl().variants[0]!, priceCents: 990 }] }),
  })
  await shop.services.events.settled()
  expect(await seen()).toMatchObject([{ left: 2, priceCents: 990 }])
  await pages.return?.()
})

test('a reduction names the lowest price of the month before it, on the page that is open and on the next one', async () => {
  await using shop = await openTestShop()
  const products = await staffOf(shop)
  const at = (priceCents: number, compareAtCents: number | null) =>
    aBowl({ variants: [{ ...aVariant, priceCents, compareAtCents }] })
  const { id, version } = await products.create(at(1500, null))
  const { catalog } = shop.guest().shop
  const stream = await catalog.stock({ productId: id })
  const pages = stream[Symbol.asyncIterator]()
  const open = async (): Promise<unknown> => Object((await pages.next()).value)[1].variants
  expect(await open()).toMatchObject([{ priceCents: 1500, priorPriceCents: null }])
  shop.clock.advance(10 * 24 * 3600 * 1000)
  const raised = await products.update({ id, version, ...at(2000, null) })
  shop.clock.advance(24 * 3600 * 1000)
  await products.update({ id, version: raised.version, ...at(1600, 2000) })
  await shop.services.events.settled()
  await open()
  const reduced = [{ priceCents: 1600, compareAtCents: 2000, priorPriceCents: 1500 }]
  expect(await open()).toMatchObject(reduced)
  expect((await catalog.get({ id })).variants).toMatchObject(reduced)
  await pages.return?.()
})

test('a category is shown with the face of its most popular product, texts in the language asked for', async () => {
  await using shop = await openTestShop()
  const { saveCategory } = await import('@comptoir/db/stores/categories')
  await shop.db.write((tx) =>
    saveCategory(
      tx,
      {
        slug: 'maison',
        tint: '#eee',
        position: 1,
        texts: { fr: { name: 'Maison', description: '' }, en: { name: 'Home', description: '' } },
      },
      'category_00000000000000000000000000',
    ),
  )
  const products = await staffOf(shop)
  await products.create(aBowl({ category: 'maison' }))
  await products.create(
    aBowl({ slug: 'autre', category: 'maison', variants: [{ ...aBowl().variants[0]!, sku: null }] }),
  )
  const english = shop.visit({ locale: 'en' }).shop.catalog
  expect((await english.categories()).items).toMatchObject([{ slug: 'maison', name: 'Home', image: null }])
  expect((await english.list({ category: 'maison' })).items[0]).toMatchObject({
    name: 'Stoneware bowl',
    category: { slug: 'maison', name: 'Home' },
  })
  expect((await english.get({ id: 'bol' })).related).toMatchObject([{ slug: 'autre' }])
  await expect(english.list({ category: 'lune' })).rejects.toMatchObject({ cause: { code: 'category_not_found' } })
})
