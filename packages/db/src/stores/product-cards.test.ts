import { expect, test } from 'vitest'
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../testing.ts'
import { aDraft, aProduct } from '../testing-products.ts'
import { countRows, planOf } from '../testing-rows.ts'
import { cardsOf } from './product-cards.ts'
import * as products from './products.ts'

const picture = (path: string | null, no: number) => ({
  ...{ path, sourceUrl: `https://images.example/${no}`, alt: {}, values: [] },
})

async function picturesOf(db: TestDatabase, ids: readonly `product_${string}`[]) {
  const cards = await cardsOf(db.read, await products.listByIds(db.read, ids), 'fr')
  return cards.map(({ image }) => image?.path ?? null)
}

onEachDatabase('product cards', (open) => {
  test('a card shows the first picture that there is, also where one before it was not to be had', async () => {
    await using db = await open()
    const paths = [['/media/a', '/media/b'], [null, '/media/c', '/media/d'], [null], []]
    const ids: `product_${string}`[] = []
    for (const of of paths) ids.push((await aProduct(db, aDraft({ images: of.map(picture) }))).id)
    expect(await picturesOf(db, ids)).toEqual(['/media/a', '/media/c', null, null])
  })
})

test('a card takes its words and colours from the indexes alone, past the rows with the long descriptions', async () => {
  await using db = await openTestDatabase('sqlite')
  const { id } = await aProduct(db, aDraft())
  const rows = await products.listByIds(db.read, [id])
  using counted = countRows()
  await cardsOf(db.read, rows, 'fr')
  const steps = [...counted.read].flatMap((statement) => planOf(db, statement))
  for (const index of ['product_texts_of_cards', 'product_option_values_of_cards'])
    expect(steps.find((step) => step.includes(index))).toMatch(/^SEARCH \w+ USING COVERING INDEX/)
})
