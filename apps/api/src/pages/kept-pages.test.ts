import { expect, test } from 'vitest'
import { addProduct, minute } from '../testing-orders.ts'
import { openTestShop } from '../testing.ts'
import { keepPages, type MadePage } from './kept-pages.ts'

async function openPages() {
  const shop = await openTestShop()
  const { services } = shop
  const pages = keepPages(services.events, services.clock)
  let made = 0
  const make = async () => ({ status: 200, html: `<p>page ${++made}</p>` })
  return {
    shop,
    pages,
    /** The page as a reader gets it, once all commits so far were heard of. */
    read: async (href = '/fr', how: () => Promise<MadePage> = make) => {
      await services.events.settled()
      await new Promise((resolve) => setImmediate(resolve))
      const page = await pages.get(href, how)
      return 'html' in page ? page.html.toString() : page.location
    },
    async [Symbol.asyncDispose]() {
      pages.stop()
      await shop[Symbol.asyncDispose]()
    },
  }
}

test('a page is made once, for readers one after the other and at once', async () => {
  await using open = await openPages()
  expect(await Promise.all([open.read(), open.read()])).toEqual(['<p>page 1</p>', '<p>page 1</p>'])
  expect(await open.read()).toBe('<p>page 1</p>')
  expect(await open.read('/en')).toBe('<p>page 2</p>')
})

test('who called too often is told so alone: readers of the same moment get the page', async () => {
  await using open = await openPages()
  const refused = async () => ({ status: 429, html: 'too often' })
  expect(await Promise.all([open.read('/fr', refused), open.read('/fr', refused), open.read(), open.read()])).toEqual([
    ...['too often', 'too often'],
    ...['<p>page 1</p>', '<p>page 1</p>'],
  ])
  expect(await open.read()).toBe('<p>page 1</p>')
})

test('a product that is saved, sells out or runs low makes every page anew; one of many pieces less does not', async () => {
  await using open = await openPages()
  const { shop } = open
  const product = await addProduct(shop, { stock: 100 })
  const { admin } = await shop.staff()
  const take = (change: number) =>
    admin.products.adjustStock({ variantId: product.variantId, change, reason: 'inventaire' })
  expect(await open.read()).toBe('<p>page 1</p>')
  await take(-1)
  expect(await open.read()).toBe('<p>page 1</p>')
  await take(-95)
  expect(await open.read()).toBe('<p>page 2</p>')
  await take(-4)
  expect(await open.read()).toBe('<p>page 3</p>')
  await product.save({ priceCents: 900 })
  expect(await open.read()).toBe('<p>page 4</p>')
})

test('a page that was begun before a change is not kept', async () => {
  await using open = await openPages()
  const product = await addProduct(open.shop)
  await open.read()
  const slow = Promise.withResolvers<{ status: number; html: string }>()
  const first = open.read('/fr/products', () => slow.promise)
  await open.shop.services.events.settled()
  await product.save({ priceCents: 900 })
  await open.shop.services.events.settled()
  slow.resolve({ status: 200, html: 'of before' })
  expect(await first).toBe('of before')
  expect(await open.read('/fr/products')).toBe('<p>page 2</p>')
})

test('what is not there, what failed and what moved is not kept; a minute ends what no event tells of', async () => {
  await using open = await openPages()
  expect(await open.read('/fr/x', async () => ({ status: 404, html: 'nothing' }))).toBe('nothing')
  expect(await open.read('/fr/x', async () => ({ status: 301, location: '/fr/y' }))).toBe('/fr/y')
  await expect(open.read('/fr/x', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await open.read('/fr/x')).toBe('<p>page 1</p>')
  open.shop.clock.advance(minute - 1)
  expect(await open.read('/fr/x')).toBe('<p>page 1</p>')
  open.shop.clock.advance(1)
  expect(await open.read('/fr/x')).toBe('<p>page 2</p>')
})
