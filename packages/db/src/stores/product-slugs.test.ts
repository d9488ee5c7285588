import { expect, test } from 'vitest'
import { onEachDatabase } from '../testing.ts'
import { aCause, aDraft, aProduct } from '../testing-products.ts'
import * as products from './products.ts'

onEachDatabase('addresses of products', (open) => {
  test('two products that want one address at once: one gets it, the other hears that it is taken', async () => {
    await using db = await open()
    const [bowl, plate] = [await aProduct(db), await aProduct(db)]
    const rename = ({ id }: typeof bowl) =>
      db.write((tx) => products.save(tx, aDraft({ slug: 'gris' }), { id, version: 1 }, aCause()))
    const met = await Promise.allSettled([rename(bowl), rename(plate)])
    expect(met.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(met.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'slug_taken' } })
  })

  test('an address that a product leaves is not free for a new one, not even in the same moment', async () => {
    await using db = await open()
    const bowl = await aProduct(db, aDraft({ slug: 'bol' }))
    const leave = db.write((tx) =>
      products.save(tx, aDraft({ slug: 'bol-gris' }), { id: bowl.id, version: 1 }, aCause()),
    )
    const take = db.write((tx) => products.save(tx, aDraft({ slug: 'bol' }), null, aCause()))
    expect(await Promise.allSettled([leave, take])).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'slug_taken' } },
    ])
    expect(await products.findAtSlug(db.read, 'bol')).toMatchObject({ id: bowl.id, slug: 'bol-gris' })
  })
})
