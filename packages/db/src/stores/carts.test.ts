import { cents } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../testing.ts'
import { aCause, aDraft, aProduct, aSizedDraft, testIds } from '../testing-products.ts'
import * as carts from './carts.ts'
import * as catalog from './catalog.ts'
import * as products from './products.ts'
import { readSettings, saveSettings } from './settings.ts'

const now = new Date('2026-11-02T10:00:00Z')
const guest = { tokenHash: 'a'.repeat(64) }

const anOpenCart = (db: TestDatabase, owner: carts.CartOwner = guest) =>
  db.write(async (tx) => {
    const cart = await carts.takeOrOpen(tx, owner, { id: testIds('cart'), now })
    if (cart === undefined) throw new Error('the cart is closed')
    return cart
  })
const aLine = (quantity: number) => ({
  id: testIds('line'),
  variantId: testIds('variant'),
  quantity,
  seenUnitCents: cents(1200),
})

onEachDatabase('carts', (open) => {
  test('lines are kept in their order, changed and taken out', async () => {
    await using db = await open()
    const cart = await anOpenCart(db)
    const [a, b, c] = [aLine(1), aLine(2), aLine(3)] as const
    const keep = (lines: carts.OpenCart['lines']) => db.write((tx) => carts.saveLines(tx, { ...cart, lines }, now))
    await keep([a, b, c])
    await keep([c, { ...a, quantity: 9 }])
    expect((await carts.findOpen(db.read, guest))?.lines).toEqual([c, { ...a, quantity: 9 }])
    await keep([])
    expect((await carts.findOpen(db.read, guest))?.lines).toEqual([])
  })

  test('two first pieces at once open one cart', async () => {
    await using db = await open()
    const [one, two] = await Promise.all([anOpenCart(db), anOpenCart(db)])
    expect(one.id).toBe(two.id)
    expect(Math.max(one.version, two.version)).toBe(2)
  })

  test('an ordered cart is closed: a guest finds it only by its token, an account opens another one', async () => {
    await using db = await open()
    const account = { userId: testIds('user') }
    for (const owner of [guest, account]) {
      const { id } = await anOpenCart(db, owner)
      await db.write((tx) => carts.close(tx, id, 'order_1'))
      expect(await carts.findOpen(db.read, owner)).toBeUndefined()
    }
    expect(await carts.findByToken(db.read, guest.tokenHash)).toMatchObject({ state: 'ordered', orderId: 'order_1' })
    await expect(anOpenCart(db)).rejects.toThrow('the cart is closed')
    expect((await anOpenCart(db, account)).lines).toEqual([])
  })
})

onEachDatabase('offers', (open) => {
  test('say what a cart must know of a variant today, in the language asked for', async () => {
    await using db = await open()
    const sized = await aProduct(
      db,
      aSizedDraft(['s', 'm'], {
        images: [
          { path: '/p/bol', sourceUrl: null, alt: { fr: 'Un bol' }, values: [] },
          { path: '/p/bol-m', sourceUrl: null, alt: {}, values: ['m'] },
        ],
      }),
    )
    const hidden = await aProduct(db, aDraft({ state: 'draft' }))
    const [s, m] = sized.variants.map(({ id }) => id)
    const ids = [s ?? 'variant_', m ?? 'variant_', hidden.variants[0]?.id ?? 'variant_', 'variant_gone'] as const
    const offers = await catalog.offersFor(db.read, ids, 'en')
    expect(ids.map((id) => offers.get(id)?.sellable)).toEqual([true, true, false, undefined])
    expect(offers.get(ids[0])).toMatchObject({
      name: 'Stoneware bowl',
      unitCents: 1200,
      available: 10,
      vatCategory: 'standard',
    })
    const faces = await catalog.snapshotsFor(db.read, ids, 'en')
    expect(faces.get(ids[0])).toMatchObject({
      optionWords: 'S',
      imagePath: '/p/bol',
      imageAlt: 'Un bol',
      slug: sized.slug,
    })
    expect(faces.get(ids[1])).toMatchObject({ optionWords: 'M', imagePath: '/p/bol-m', imageAlt: 'Stoneware bowl' })
  })

  test('a variant that staff took out is not for sale', async () => {
    await using db = await open()
    const { id, variants, slug } = await aProduct(db, aSizedDraft(['s', 'm']))
    await db.write((tx) => products.save(tx, aSizedDraft(['s'], { slug }), { id, version: 1 }, aCause()))
    const offers = await catalog.offersFor(
      db.read,
      variants.map((variant) => variant.id),
      'fr',
    )
    expect(variants.map((variant) => offers.get(variant.id)?.sellable)).toEqual([true, false])
  })
})

onEachDatabase('settings', (open) => {
  test('what is not set is as the house comes', async () => {
    await using db = await open()
    expect(await readSettings(db.read)).toMatchObject({ currency: 'EUR', basis: 'inclusive', payMinutes: 60 })
    await db.write((tx) => saveSettings(tx, { payMinutes: 15 }))
    await db.write((tx) => saveSettings(tx, { payMinutes: 30, timeZone: 'Europe/Brussels' }))
    expect(await readSettings(db.read)).toMatchObject({ currency: 'EUR', payMinutes: 30, timeZone: 'Europe/Brussels' })
  })
})
