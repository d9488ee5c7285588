import type { Id } from '@comptoir/domain'
import type { ProductState } from '@comptoir/domain/catalog'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../testing.ts'
import { aCause, aDraft, aSizedDraft } from '../testing-products.ts'
import { priorPricesOf } from './past-prices.ts'
import * as products from './products.ts'

type Asked = [priceCents: number, compareAtCents?: number]
const draft = aDraft()
const on = (day: number) => new Date(Date.UTC(2026, 0, day))

/** Saves a product at a price on a day; the first time puts it on file. */
async function ask(
  db: TestDatabase,
  {
    day,
    price: [priceCents, compareAtCents],
    state = 'published',
  }: { day: number; price: Asked; state?: Exclude<ProductState, 'archived'> },
): Promise<Id<'product'>> {
  const known = await products.findAtSlug(db.read, draft.slug)
  const variants = [{ sku: null, values: [], priceCents, compareAtCents: compareAtCents ?? null, stock: 10 }]
  const at = on(day)
  return db.write((tx) => products.save(tx, { ...draft, state, variants }, known ?? null, aCause({ at })))
}

const named = async (db: TestDatabase, id: Id<'product'>) => [
  ...(await priorPricesOf(db.read, await products.variantsOf(db.read, id))).values(),
]

onEachDatabase('what a reduction is measured by', (open) => {
  test('is the lowest price of the thirty days before it, and stays while the reduction goes on', async () => {
    await using db = await open()
    const id = await ask(db, { day: 1, price: [2000] })
    expect(await named(db, id)).toEqual([])
    await ask(db, { day: 40, price: [2500] })
    await ask(db, { day: 50, price: [1900, 2500] })
    expect(await named(db, id)).toEqual([2000])
    await ask(db, { day: 90, price: [1500, 2500] })
    expect(await named(db, id)).toEqual([2000])
    await ask(db, { day: 91, price: [2500] })
    expect(await named(db, id)).toEqual([])
  })

  test('is no price of a draft that nobody saw, and none that was gone in the moment it came', async () => {
    await using db = await open()
    const id = await ask(db, { day: 1, price: [100], state: 'draft' })
    await ask(db, { day: 2, price: [2000] })
    await ask(db, { day: 3, price: [1500, 2000] })
    expect(await named(db, id)).toEqual([2000])
    await ask(db, { day: 3, price: [1600, 2000] })
    expect(await named(db, id)).toEqual([2000])
  })

  test('is remembered once: saving the same price again writes nothing', async () => {
    await using db = await open()
    const id = await ask(db, { day: 1, price: [2000] })
    await ask(db, { day: 5, price: [2000] })
    expect(await db.read.select().from(db.read.tables.pastPrices)).toEqual([])
    await ask(db, { day: 6, price: [1800, 2000] })
    const [variant] = await products.variantsOf(db.read, id)
    const kept = await db.read.select().from(db.read.tables.pastPrices)
    expect(kept).toEqual([{ variantId: variant?.id, until: on(6), priceCents: 2000, compareAtCents: null }])
  })

  test('is no price that was typed while the product was off the shelf', async () => {
    await using db = await open()
    const id = await ask(db, { day: 1, price: [2000] })
    await ask(db, { day: 10, price: [2000], state: 'draft' })
    await ask(db, { day: 11, price: [20], state: 'draft' })
    await ask(db, { day: 12, price: [1500, 2000], state: 'draft' })
    await ask(db, { day: 13, price: [1500, 2000] })
    expect(await named(db, id)).toEqual([2000])
  })

  test('is the same when the product comes back as it left, and none of what it cost months before it came back', async () => {
    await using db = await open()
    const id = await ask(db, { day: 1, price: [1000] })
    await ask(db, { day: 5, price: [900, 1000] })
    for (const [day, state] of [
      [10, 'archived'],
      [20, 'published'],
    ] as const)
      await db.write((tx) => products.move(tx, id, state, aCause({ at: on(day) })))
    expect(await named(db, id)).toEqual([1000])
    await db.write((tx) => products.move(tx, id, 'archived', aCause({ at: on(30) })))
    await ask(db, { day: 100, price: [2000] })
    await ask(db, { day: 105, price: [1500, 2000] })
    expect(await named(db, id)).toEqual([2000])
  })

  test('is none of what a size cost months before it came back', async () => {
    await using db = await open()
    const [both, small] = [aSizedDraft(['s', 'm'], { slug: 'chemise' }), aSizedDraft(['s'], { slug: 'chemise' })]
    const save = (day: number, whole: typeof both, price: Partial<(typeof both)['variants'][number]> = {}) =>
      db.write(async (tx) =>
        products.save(
          tx,
          { ...whole, variants: whole.variants.map((one) => ({ ...one, ...price })) },
          (await products.findAtSlug(tx, 'chemise')) ?? null,
          aCause({ at: on(day) }),
        ),
      )
    const id = await save(1, both, { priceCents: 1000 })
    await save(10, small, { priceCents: 1000 })
    await save(100, both, { priceCents: 2000 })
    await save(105, both, { priceCents: 1500, compareAtCents: 2000 })
    const prior = await priorPricesOf(db.read, await products.variantsOf(db.read, id))
    const ofSize = (await products.variantsOf(db.read, id)).map((one) => [one.values[0], prior.get(one.id)])
    // The small one was to be had at the low price until it was raised, five days before.
    expect(ofSize).toEqual([
      ['s', 1000],
      ['m', 2000],
    ])
  })
})

interface Day {
  price: number
  was: number | null
}
/** The lowest price of the thirty days before the reduction that lasts today, found by walking back one day at a time; null on days off the shelf. */
function lowestOf(days: readonly (Day | null)[], today: Day): number | null {
  const asked = days.flatMap((one, day) => (one === null ? [] : [{ ...one, day }]))
  let { price } = today
  for (let last = asked.at(-1); last && last.was !== null && last.price >= price; last = asked.at(-1)) {
    price = last.price
    asked.pop()
  }
  const began = asked.at(-1)?.day
  if (today.was === null || began === undefined) return null
  return Math.min(...asked.filter(({ day }) => day > began - 30).map((one) => one.price))
}

const price = fc.integer({ min: 1, max: 9 })
interface Step {
  days: number
  asked: { price: number; more: number | null }
  state: 'published' | 'draft'
}
const step: fc.Arbitrary<Step> = fc.record({
  days: fc.integer({ min: 1, max: 15 }),
  asked: fc.record({ price, more: fc.option(price) }),
  state: fc.constantFrom('published', 'published', 'draft'),
})

/** What is named in a shop after each step, and what should be; nothing where the product is off the shelf. */
async function walked(db: TestDatabase, steps: readonly Step[]) {
  const { slug } = aDraft()
  const days: (Day | null)[] = []
  const told: (number | null)[] = []
  const wanted: (number | null)[] = []
  for (const { days: later, asked, state } of steps) {
    const today = { price: asked.price, was: asked.more && asked.price + asked.more }
    const known = (await products.findAtSlug(db.read, slug)) ?? null
    const { price: priceCents, was: compareAtCents } = today
    const variants = [{ sku: null, values: [], priceCents, compareAtCents, stock: 10 }]
    const cause = aCause({ at: on(days.length) })
    const id = await db.write((tx) => products.save(tx, { ...draft, slug, state, variants }, known, cause))
    const shown = state === 'published'
    told.push(shown ? ((await named(db, id))[0] ?? null) : null)
    wanted.push(shown ? lowestOf(days, today) : null)
    days.push(...Array.from({ length: later }, () => (shown ? today : null)))
  }
  return { told, wanted }
}

onEachDatabase('what a reduction is measured by, over a year', (open) => {
  test('is the least that was asked, day by day, whatever was typed off the shelf', async () => {
    await using db = await open()
    const year = fc.array(step, { minLength: 2, maxLength: 8 })
    const follows = fc.asyncProperty(year, async (steps) => {
      const { told, wanted } = await walked(db, steps)
      expect(told).toEqual(wanted)
    })
    await fc.assert(follows, { numRuns: 25 })
  })
})
