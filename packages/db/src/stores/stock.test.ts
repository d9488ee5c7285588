import { Refusal } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../testing.ts'
import { aCause, aDraft, aProduct, aSizedDraft } from '../testing-products.ts'
import * as products from './products.ts'
import * as stock from './stock.ts'

const movementsOf = (db: TestDatabase) => db.read.select().from(db.read.tables.stockMovements)
const eventsOf = async (db: TestDatabase, topic: string) =>
  (await db.read.select().from(db.read.tables.outbox)).filter((row) => row.topic === topic)

onEachDatabase('stock', (open) => {
  test('pieces go to an order, leave with it and may come back, each step on record', async () => {
    await using db = await open()
    const { id, variants } = await aProduct(db)
    const [{ id: variantId } = { id: 'variant_' as const }] = variants
    const pieces = [{ variantId, quantity: 3, name: 'Bol' }]
    const level = async () => {
      const [row] = await products.variantsOf(db.read, id)
      return [row?.onHand, row?.allocated]
    }
    await db.write((tx) => stock.allocate(tx, pieces, aCause()))
    expect(await level()).toEqual([10, 3])
    await db.write((tx) => stock.release(tx, pieces, aCause()))
    expect(await level()).toEqual([10, 0])
    await db.write((tx) => stock.allocate(tx, pieces, aCause()))
    await db.write((tx) => stock.ship(tx, pieces, aCause()))
    expect(await level()).toEqual([7, 0])
    await db.write((tx) => stock.returnToShelf(tx, pieces, aCause()))
    expect(await level()).toEqual([10, 0])
    const movements = await movementsOf(db)
    expect(movements.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['received', 10],
      ['sale', -3],
      ['return', 3],
    ])
    expect(await eventsOf(db, 'stock.changed')).toHaveLength(5)
  })

  test('refuses more than is left, by name, and changes nothing', async () => {
    await using db = await open()
    const a = await aProduct(db)
    const b = await aProduct(
      db,
      aDraft({ variants: [{ sku: null, values: [], priceCents: 1, compareAtCents: null, stock: 2 }] }),
    )
    const demands = [a, b].map(({ variants }) => ({
      variantId: variants[0]?.id ?? ('variant_' as const),
      quantity: 3,
      name: 'Bol',
    }))
    const refused = await db.write((tx) => stock.allocate(tx, demands, aCause())).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'out_of_stock', details: { name: 'Bol', left: 2 } })
    expect((await products.variantsOf(db.read, a.id))[0]?.allocated).toBe(0)
  })

  test('two lines of one variant are one demand', async () => {
    await using db = await open()
    const { variants } = await aProduct(db)
    const demand = { variantId: variants[0]?.id ?? ('variant_' as const), quantity: 6, name: 'Bol' }
    await expect(db.write((tx) => stock.allocate(tx, [demand, demand], aCause()))).rejects.toMatchObject({
      code: 'out_of_stock',
      details: { left: 10 },
    })
  })

  test('many buyers at once never sell more than there is', async () => {
    await using db = await open()
    const { id, variants } = await aProduct(db)
    const buy = () =>
      db.write((tx) =>
        stock.allocate(tx, [{ variantId: variants[0]?.id ?? 'variant_', quantity: 1, name: 'Bol' }], aCause()),
      )
    const outcomes = await Promise.allSettled(Array.from({ length: 25 }, buy))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect((await products.variantsOf(db.read, id))[0]).toMatchObject({ onHand: 10, allocated: 10 })
    expect((await products.find(db.read, id))?.inStock).toBe(false)
  })

  test('a product whose last variants sell out at once is out of stock', async () => {
    await using db = await open()
    const { id, variants } = await aProduct(db, aSizedDraft(['s', 'm', 'l']))
    await Promise.all(
      variants.map((variant) =>
        db.write((tx) => stock.allocate(tx, [{ variantId: variant.id, quantity: 10, name: 'Pull' }], aCause())),
      ),
    )
    expect((await products.find(db.read, id))?.inStock).toBe(false)
    await db.write((tx) =>
      stock.release(tx, [{ variantId: variants[1]?.id ?? 'variant_', quantity: 1, name: '' }], aCause()),
    )
    expect((await products.find(db.read, id))?.inStock).toBe(true)
  })

  test('a correction is a movement with its reason, and never takes pieces that belong to orders', async () => {
    await using db = await open()
    const { variants } = await aProduct(db)
    const variantId = variants[0]?.id ?? 'variant_'
    await db.write((tx) => stock.allocate(tx, [{ variantId, quantity: 4, name: '' }], aCause()))
    await db.write((tx) => stock.adjust(tx, { variantId, change: -6 }, aCause({ reason: 'cassés' })))
    const movements = await db.read
      .select()
      .from(db.read.tables.stockMovements)
      .where(eq(db.read.tables.stockMovements.kind, 'adjustment'))
    expect(movements).toMatchObject([{ quantity: -6, reason: 'cassés' }])
    await expect(db.write((tx) => stock.adjust(tx, { variantId, change: -1 }, aCause()))).rejects.toMatchObject({
      code: 'stock_too_low',
      details: { onHand: 4, allocated: 4 },
    })
  })
})
