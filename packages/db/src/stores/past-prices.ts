import type { Cents, Id } from '@comptoir/domain'
import { priorPrice, type Variant } from '@comptoir/domain/catalog'
import { asc, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { holes, listed, prepared } from '../prepared.ts'

const pastOfSome = prepared(({ tables: { pastPrices: p }, ...db }: Reader, hole, size) =>
  db
    .select()
    .from(p)
    .where(inArray(p.variantId, holes(hole, p.variantId, size)))
    .orderBy(asc(p.until)),
)

/** What each reduction among these variants has to name: the lowest price of the 30 days before it (PRODUCT A30). Nothing of the others. */
export async function priorPricesOf(db: Reader, variants: readonly Variant[]): Promise<Map<Id<'variant'>, Cents>> {
  const reduced = variants.filter(
    ({ priceCents, compareAtCents }) => compareAtCents !== null && compareAtCents > priceCents,
  )
  if (reduced.length === 0) return new Map()
  const ids = reduced.map(({ id }) => id)
  const past = Map.groupBy(await pastOfSome(db, listed(ids), ids.length), ({ variantId }) => variantId)
  return new Map(
    reduced.flatMap((variant) => {
      const least = priorPrice(variant, past.get(variant.id) ?? [])
      return least === null ? [] : [[variant.id, least] as const]
    }),
  )
}

/** Remembers what variants cost that were on the shelf until now. A price that began in the same moment was never asked: the one before it stays. */
export async function endPrices(tx: Writer, variants: readonly Variant[], until: Date): Promise<void> {
  const ended = variants
    .filter(({ archived }) => !archived)
    .map(({ id: variantId, priceCents, compareAtCents }) => ({ variantId, until, priceCents, compareAtCents }))
  if (ended.length > 0) await tx.insert(tx.tables.pastPrices).values(ended).onConflictDoNothing()
}
