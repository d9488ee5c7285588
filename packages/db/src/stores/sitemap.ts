import type { Id } from '@comptoir/domain'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Reader } from '../database.ts'

export interface ListedProduct {
  id: Id<'product'>
  slug: string
  updatedAt: Date
}

/** Products on the shelf in the order of their ids, after one of them: every one of them once, however many there are. */
export async function listedAfter(db: Reader, after: Id<'product'> | null, most: number): Promise<ListedProduct[]> {
  const { products } = db.tables
  return db
    .select({ id: products.id, slug: products.slug, updatedAt: products.updatedAt })
    .from(products)
    .where(and(eq(products.state, 'published'), ...(after === null ? [] : [gt(products.id, after)])))
    .orderBy(asc(products.id))
    .limit(most)
}

/** The ids after which a new part of the list begins, each part `size` products long; the first part begins after null. */
export async function partsOf(db: Reader, size: number): Promise<(Id<'product'> | null)[]> {
  const { products } = db.tables
  const parts: (Id<'product'> | null)[] = [null]
  for (;;) {
    const after = parts.at(-1) ?? null
    const [last] = await db
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.state, 'published'), ...(after === null ? [] : [gt(products.id, after)])))
      .orderBy(asc(products.id))
      .limit(1)
      .offset(size - 1)
    if (last === undefined) return parts
    parts.push(last.id)
  }
}
