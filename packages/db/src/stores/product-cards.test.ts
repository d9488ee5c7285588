import type { Locale } from '@comptoir/domain'
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

  test('a card is in the language of the reader, or in the other one where a product has no words in it', async () => {
    await using db = await open()
    const named = (name: string) => ({ name, line: `${name}.`, description: '', facts: [], keywords: '' })
    const both = await aProduct(db, aDraft({ texts: { fr: named('Bol'), en: named('Bowl') } }))
    const french = await aProduct(db, aDraft({ texts: { fr: named('Pull') } }))
    const english = await aProduct(db, aDraft({ texts: { en: named('Scarf') } }))
    const rows = await products.listByIds(db.read, [both.id, french.id, english.id])
    const told = async (locale: Locale) => (await cardsOf(db.read, rows, locale)).map(({ name, line }) => name + line)
    expect(await told('fr')).toEqual(['BolBol.', 'PullPull.', 'ScarfScarf.'])
    expect(await told('en')).toEqual(['BowlBowl.', 'PullPull.', 'ScarfScarf.'])
  })

  test('a card crosses out what its cheapest variants cost before, never what a dearer one did', async () => {
    await using db = await open()
    const crossedOut = async (...prices: [priceCents: number, compareAtCents: number | null][]) => {
      const sizes = prices.map((_, i) => ({ code: `t${i}`, names: { fr: `${i}`, en: `${i}` }, swatch: null }))
      const { id } = await aProduct(
        db,
        aDraft({
          options: [{ code: 'taille', names: { fr: 'Taille', en: 'Size' }, values: sizes }],
          variants: prices.map(([priceCents, compareAtCents], i) => ({
            ...{ sku: null, values: [`t${i}`], priceCents, compareAtCents, stock: 1 },
          })),
        }),
      )
      const [card] = await cardsOf(db.read, await products.listByIds(db.read, [id]), 'fr')
      return card?.compareAtCents
    }
    expect(await crossedOut([900, 1500], [900, 1800], [900, null], [1000, 2000])).toBe(1800)
    expect(await crossedOut([900, null], [1000, 2000])).toBe(null)
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
