import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import * as products from '@comptoir/db/stores/products'
import type { Cause } from '@comptoir/db/stores/stock'
import type { Id } from '@comptoir/domain'
import type { ProductDraft } from '@comptoir/domain/catalog'

/**
 * Puts a product on file as the draft says, and notes which colleague did it. `known` is null for a new one.
 * Refuses as the store's `save` does: slug_taken, sku_taken, category_not_found, variants_unclear, compare_price_too_low,
 * product_not_found, product_changed.
 */
export async function saveProduct(
  tx: Writer,
  draft: ProductDraft,
  known: products.Known | null,
  by: Cause & { address: string },
): Promise<Id<'product'>> {
  const before = known && (await summary(tx, known.id))
  const id = await products.save(tx, draft, known, by)
  if (by.actorId !== null)
    await audit.add(tx, {
      id: by.ids('audit'),
      actorId: by.actorId,
      action: known === null ? 'products.create' : 'products.update',
      subjectId: id,
      before,
      after: await summary(tx, id),
      address: by.address,
      requestId: by.requestId,
      at: by.at,
    })
  return id
}

/** What the audit keeps of a product: enough to tell what changed. */
async function summary(tx: Writer, id: Id<'product'>) {
  const row = await products.find(tx, id)
  if (row === undefined) return null
  const { texts, variants, options } = await products.whole(tx, row)
  const { slug, state, vatCategory, popularity, version, categoryId } = row
  return {
    ...{ slug, state, vatCategory, popularity, version, categoryId, texts },
    options: options.map(({ code, values }) => ({ code, values: values.map((value) => value.code) })),
    variants: variants.map(({ id, sku, values, priceCents, compareAtCents, archived }) => ({
      ...{ id, sku, values, priceCents, compareAtCents, archived },
    })),
  }
}
