import type { Reader } from '@comptoir/db'
import { optionsOf } from '@comptoir/db/stores/catalog'
import { listHistory } from '@comptoir/db/stores/movements'
import * as products from '@comptoir/db/stores/products'
import { findVariant } from '@comptoir/db/stores/variants'
import { type Id, type Locale, refuse } from '@comptoir/domain'
import type { MovementsInput } from '@comptoir/domain/catalog/inputs'
import { type MovementPageView, movementRowView } from './movement-view.ts'

/** The history of a variant's shelf, or of all of a product, newest first. Refuses: variant_not_found, product_not_found, cursor_invalid. */
export async function listMovements(
  db: Reader,
  { productId: asked, variantId, ...page }: MovementsInput,
  locale: Locale,
): Promise<MovementPageView> {
  const productId = variantId === undefined ? asked : await productOf(db, variantId, asked)
  if (productId === undefined || (await products.find(db, productId)) === undefined) return refuse('product_not_found')
  const ids = variantId === undefined ? (await products.variantsOf(db, productId)).map(({ id }) => id) : [variantId]
  const { rows, nextCursor } = await listHistory(db, ids, page)
  const options = (await optionsOf(db, [productId])).get(productId) ?? []
  return { items: rows.map((row) => movementRowView(row, options, locale)), nextCursor }
}

async function productOf(db: Reader, variantId: Id<'variant'>, asked: Id<'product'> | undefined) {
  const found = (await findVariant(db, variantId))?.productId
  return found === undefined || (asked !== undefined && asked !== found) ? refuse('variant_not_found') : found
}
