import { cents, type Id, refuse } from '@comptoir/domain'
import { type VariantDraft, type Variant, valuesKeyOf } from '@comptoir/domain/catalog'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { endPrices } from './past-prices.ts'
import type { Cause } from './stock.ts'

type ProductId = Id<'product'>

export async function findVariant(db: Reader, id: Id<'variant'>) {
  const { variants } = db.tables
  const [row] = await db.select().from(variants).where(eq(variants.id, id))
  return row
}

/** Which products hold these SKUs. */
export async function skuOwners(db: Reader, skus: readonly string[]): Promise<Map<string, ProductId>> {
  const { variants } = db.tables
  if (skus.length === 0) return new Map()
  const rows = await db
    .select({ sku: variants.sku, productId: variants.productId })
    .from(variants)
    .where(inArray(variants.sku, [...skus]))
  return new Map(rows.flatMap(({ sku, productId }) => (sku === null ? [] : [[sku, productId] as const])))
}

/**
 * Keeps a product's variants as they shall be: found by id, else by option values; what the drafts lack is archived. Stock counts for new
 * ones only, with its movement. A price that was asked on the shelf and is not any more is remembered. Refuses: variant_not_found, sku_taken.
 */
export async function saveVariants(
  tx: Writer,
  { id: productId, wasShown, isShown }: { id: ProductId; wasShown: boolean; isShown: boolean },
  drafts: readonly VariantDraft[],
  cause: Cause,
): Promise<Variant[]> {
  const { variants } = tx.tables
  const known = await tx.select().from(variants).where(eq(variants.productId, productId))
  const claimed = new Set(drafts.flatMap(({ id }) => id ?? []))
  const wanted = drafts.map((draft, position) => {
    const valuesKey = valuesKeyOf(draft.values)
    const byValues = () => known.find((one) => one.valuesKey === valuesKey && !claimed.has(one.id))
    const before = draft.id === undefined ? byValues() : known.find(({ id }) => id === draft.id)
    if (draft.id !== undefined && before === undefined) refuse('variant_not_found')
    return { draft, before, valuesKey, position }
  })
  const kept = new Map(wanted.flatMap((one) => (one.before ? [[one.before.id, one] as const] : [])))
  if (kept.size < wanted.filter(({ before }) => before !== undefined).length)
    refuse('variants_unclear', { reason: 'duplicate' })
  await refuseTakenSkus(tx, productId, drafts)

  // Unique keys are let go before they are given again: two variants may swap SKU or options.
  for (const row of known) {
    const next = kept.get(row.id)
    const archived = next === undefined
    const aside = archived
      ? wanted.some(({ valuesKey }) => valuesKey === row.valuesKey)
      : next.valuesKey !== row.valuesKey
    const sku = next?.draft.sku === row.sku ? row.sku : null
    if (aside || sku !== row.sku || (archived && !row.archived))
      await tx
        .update(variants)
        .set({ sku, archived: archived || row.archived, valuesKey: aside ? `~${row.id}` : row.valuesKey })
        .where(eq(variants.id, row.id))
  }
  const after: Variant[] = []
  for (const { draft, before, valuesKey, position } of wanted) {
    const face = {
      sku: draft.sku,
      values: draft.values,
      valuesKey,
      priceCents: cents(draft.priceCents),
      compareAtCents: draft.compareAtCents === null ? null : cents(draft.compareAtCents),
      position,
      archived: false,
    }
    const [row] =
      before === undefined
        ? await tx
            .insert(variants)
            .values({ id: cause.ids('variant'), productId, ...face, onHand: draft.stock, allocated: 0 })
            .returning()
        : await tx.update(variants).set(face).where(eq(variants.id, before.id)).returning()
    if (row === undefined) throw new Error('a variant went missing while its product was saved')
    after.push(row)
    if (before === undefined && draft.stock > 0) await received(tx, row.id, draft.stock, cause)
  }
  const asksAsBefore = ({ id, priceCents, compareAtCents }: Variant): boolean => {
    const draft = kept.get(id)?.draft
    return isShown && draft?.priceCents === priceCents && draft.compareAtCents === compareAtCents
  }
  if (wasShown)
    await endPrices(
      tx,
      known.filter((before) => !asksAsBefore(before)),
      cause.at,
    )
  return after
}

async function refuseTakenSkus(tx: Writer, productId: ProductId, drafts: readonly VariantDraft[]): Promise<void> {
  const { variants } = tx.tables
  const skus = drafts.flatMap(({ sku }) => sku ?? [])
  const twice = skus.find((sku, i) => skus.indexOf(sku) !== i)
  if (twice !== undefined) refuse('sku_taken', { sku: twice })
  if (skus.length === 0) return
  const [other] = await tx
    .select({ sku: variants.sku })
    .from(variants)
    .where(and(inArray(variants.sku, skus), ne(variants.productId, productId)))
    .limit(1)
  if (other?.sku) refuse('sku_taken', { sku: other.sku })
}

const received = (tx: Writer, variantId: Id<'variant'>, quantity: number, cause: Cause) =>
  tx.insert(tx.tables.stockMovements).values({
    id: cause.ids('movement'),
    variantId,
    kind: 'received',
    quantity,
    orderId: null,
    reason: cause.reason,
    actorId: cause.actorId,
    requestId: cause.requestId,
    at: cause.at,
  })
