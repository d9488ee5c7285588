import type { Id } from '@comptoir/domain'
import { and, eq, gt, ne } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import type { ProductRow } from './products.ts'

/** The link that opens a product before it is on the shelf; only its hash is kept. */
export interface Preview {
  productId: Id<'product'>
  tokenHash: string
  createdById: Id<'user'>
  createdAt: Date
  expiresAt: Date
}

/** Keeps a product's link; the one before opens nothing any more. */
export async function save(tx: Writer, preview: Preview): Promise<void> {
  const { productPreviews } = tx.tables
  await tx
    .insert(productPreviews)
    .values(preview)
    .onConflictDoUpdate({ target: productPreviews.productId, set: preview })
}

/** The product that a link opens at this instant; an archived one is opened by none. */
export async function findProduct(db: Reader, tokenHash: string, now: Date): Promise<ProductRow | undefined> {
  const { productPreviews, products } = db.tables
  const [row] = await db
    .select({ product: products })
    .from(productPreviews)
    .innerJoin(products, eq(products.id, productPreviews.productId))
    .where(
      and(eq(productPreviews.tokenHash, tokenHash), gt(productPreviews.expiresAt, now), ne(products.state, 'archived')),
    )
  return row?.product
}
