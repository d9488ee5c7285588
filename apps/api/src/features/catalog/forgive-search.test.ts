import { engines } from '@comptoir/db/testing'
import { describe, expect, test } from 'vitest'
import { addProduct } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const text = (name: string) => ({ name, line: '', description: '', facts: [], keywords: '' })
const named = (shop: TestShop, fr: string, en: string, popularity = 0) =>
  addProduct(shop, { texts: { fr: text(fr), en: text(en) }, popularity })

describe.each(engines)('a search with a slip in it (%s)', (engine) => {
  test('finds what was meant, and says what that was', async () => {
    await using shop = await openTestShop({ engine })
    await named(shop, 'Chaussures de marche', 'Walking shoes')
    await named(shop, 'Théière en fonte', 'Cast-iron teapot')
    const { catalog } = shop.guest().shop
    const found = async (search: string) => {
      const { items, searchedFor } = await catalog.list({ search })
      return [items.map(({ name }) => name), searchedFor]
    }
    const shoes = ['Chaussures de marche']
    for (const typed of ['chassures', 'chaussurres', 'cahussures', 'chauszures', 'CHASSURES'])
      expect(await found(typed), typed).toEqual([shoes, 'chaussures'])
    expect(await found('chaussures')).toEqual([shoes, null])
    expect(await found('chaussures marchr')).toEqual([shoes, 'chaussures marche'])
    expect(await found('chassures marche')).toEqual([shoes, 'chaussures marche'])
    for (const typed of ['chassures de marche', 'chassures de marchr', 'chassures de'])
      expect(await found(typed), typed).toEqual([shoes, typed.replace('chass', 'chauss').replace('marchr', 'marche')])
    expect(await found('theeire')).toEqual([['Théière en fonte'], 'théière'])
    // While it is typed, a beginning with a slip is enough.
    const suggested = await catalog.suggest({ search: 'chassur' })
    expect([suggested.items.map(({ name }) => name), suggested.searchedFor]).toEqual([shoes, 'chaussur'])
    expect((await catalog.facets({ search: 'chassures' })).total).toBe(1)
  })

  test('means nothing where two slips, a short word or the other language are in the way', async () => {
    await using shop = await openTestShop({ engine })
    await named(shop, 'Chaussures de marche', 'Walking shoes')
    const { catalog } = shop.guest().shop
    for (const search of ['chasures de', 'chassurs', 'mar', 'shoes', '1234', 'teapot'])
      expect(await catalog.list({ search }), search).toMatchObject({
        items: search === 'mar' ? [{}] : [],
        searchedFor: null,
      })
  })

  test('means a word rather than a few letters of one, and the longer of two that find the same', async () => {
    await using shop = await openTestShop({ engine })
    await named(shop, 'Biscuits sans beurre', 'Biscuits without butter', 100)
    await named(shop, 'Savon noir', 'Black soap')
    await named(shop, 'Savo', 'Savo')
    const { catalog } = shop.guest().shop
    expect(await catalog.list({ search: 'savn' })).toMatchObject({
      searchedFor: 'savon',
      items: [{ name: 'Savon noir' }],
    })
    expect((await catalog.list({ search: 'sane' })).searchedFor).toBe('sans')
  })

  test('prefers what is wanted most, forgets what left the shelf, and pages like any list', async () => {
    await using shop = await openTestShop({ engine })
    const { catalog } = shop.guest().shop
    const bread = await named(shop, 'Pains', 'Loaves', 10)
    for (let i = 0; i < 5; i++) await named(shop, `Bains ${'abcde'.charAt(i)}`, 'Baths', i)
    expect((await catalog.list({ search: 'zains' })).searchedFor).toBe('pains')
    await (await shop.staff('catalogue')).admin.products.archive({ id: bread.id })
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await catalog.list({ search: 'zains', limit: 2, cursor })
      expect(page.searchedFor).toBe('bains')
      seen.push(...page.items.map(({ name }) => name))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['Bains e', 'Bains d', 'Bains c', 'Bains b', 'Bains a'])
  })
})
