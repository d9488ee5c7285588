import { type Id, type IdKind, makeId } from '@comptoir/domain'
import type { ProductDraft } from '@comptoir/domain/catalog'
import type { Cause } from './stores/stock.ts'
import type { Database } from './database.ts'
import { listProducts, type ProductQuery } from './stores/product-lists.ts'
import * as products from './stores/products.ts'

let drawn = 0
/** Ids for tests: different each time, and sorting in the order in which they were drawn. */
export function testIds<K extends IdKind>(kind: K): Id<K> {
  drawn += 1
  return makeId(kind, 1_790_000_000_000 + drawn, new Uint8Array(16))
}

export const aCause = (over: Partial<Cause> = {}): Cause => ({
  orderId: null,
  actorId: null,
  requestId: 'test',
  reason: 'test',
  at: new Date('2026-11-02T10:00:00Z'),
  ids: testIds,
  ...over,
})

const names = (fr: string, en = fr) => ({ fr, en })

/** A simple product on the shelf: one variant, ten pieces, 12.00. */
export function aDraft(over: Partial<ProductDraft> = {}): ProductDraft {
  drawn += 1
  return {
    slug: `produit-${drawn}`,
    category: null,
    state: 'published',
    vatCategory: 'standard',
    popularity: 0,
    texts: {
      fr: { name: 'Bol en grès', line: 'Tourné à la main', description: '', facts: [], keywords: '' },
      en: { name: 'Stoneware bowl', line: 'Thrown by hand', description: '', facts: [], keywords: '' },
    },
    options: [],
    variants: [{ sku: null, values: [], priceCents: 1200, compareAtCents: null, stock: 10 }],
    ...over,
  }
}

/** A product with a size option and one variant per size, ten pieces each. */
export const aSizedDraft = (sizes: readonly string[], over: Partial<ProductDraft> = {}): ProductDraft =>
  aDraft({
    options: [
      {
        code: 'taille',
        names: names('Taille', 'Size'),
        values: sizes.map((size) => ({ code: size, names: names(size.toUpperCase()), swatch: null })),
      },
    ],
    variants: sizes.map((size) => ({ sku: null, values: [size], priceCents: 1200, compareAtCents: null, stock: 10 })),
    ...over,
  })

/** Puts a product on file and answers it with its variants in order. */
export async function aProduct(db: Pick<Database, 'read' | 'write'>, draft: ProductDraft = aDraft()) {
  const id = await db.write((tx) => products.save(tx, draft, null, aCause()))
  return { id, slug: draft.slug, variants: await products.variantsOf(db.read, id) }
}

/** The ids of every page of a list, in turn; `between` runs before each page but the first. */
export async function everyPage(
  db: Pick<Database, 'read'>,
  query: ProductQuery,
  between: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listProducts(db.read, { ...query, cursor })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
    if (cursor !== undefined) await between()
  } while (cursor !== undefined)
  return seen
}
