import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Database, Writer } from '@comptoir/db'
import { categoryForType } from '@comptoir/db/stores/categories'
import { categoryRefs } from '@comptoir/db/stores/product-cards'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import { skuOwners } from '@comptoir/db/stores/variants'
import { type Id, Refusal } from '@comptoir/domain'
import type { ProductDraft } from '@comptoir/domain/catalog'
import type { Separator } from '@comptoir/domain/imports'
import { freshFor } from '../../../change.ts'
import type { Services } from '../../../context.ts'
import { saveProduct } from '../save-product.ts'
import { groupRows } from './group-rows.ts'
import { draftOf, type ImportChoice, mergeProduct } from './merge-product.ts'
import { type ImportedProduct, readProduct } from './read-product.ts'
import { type BadRow, openShopify } from './shopify-file.ts'

/** What an import did. `variants` and `images` are those of the file; `newVariants` were not on file before. */
export interface ImportReport {
  /** What separates the cells of the file. */
  separator: Separator
  rows: number
  /** Products that the file names, and how many of them were looked at. */
  products: number
  done: number
  created: number
  changed: number
  unchanged: number
  variants: number
  newVariants: number
  images: number
  bad: BadRow[]
  productIds: Id<'product'>[]
}

/** How far an import came. */
export type ImportProgress = Pick<
  ImportReport,
  'done' | 'products' | 'rows' | 'created' | 'changed' | 'unchanged' | 'newVariants'
>

/** An import that goes on where it was left: progress is kept in the writes of the products themselves. */
export interface ImportRun {
  from: ImportProgress
  /** Writes after which it pauses. */
  mostWrites: number
  keep(tx: Writer, progress: ImportProgress, bad: readonly BadRow[]): Promise<void>
}

export interface ImportOptions extends ImportChoice {
  /** Looks and tells, and changes nothing. */
  dryRun: boolean
  run?: ImportRun
}

/** A product that is about to be saved, and how many rows that writes at most. */
interface Due {
  imported: ImportedProduct
  draft: ProductDraft
  known: products.Known | null
  newVariants: number
  rows: number
}
const mostRows = 200
/** Products after which progress is kept, also where none of them changed. */
const mostUnkept = 200

/**
 * Imports a Shopify product CSV: identity is handle and option values, stock counts at creation only, so a second import of the same file
 * changes nothing. Bad rows are reported by line and stop nothing else. Throws NotAProductFile.
 */
export async function importProducts(
  services: Pick<Services, 'db' | 'clock' | 'random'>,
  source: Readable,
  options: ImportOptions,
): Promise<ImportReport> {
  const bad: BadRow[] = []
  const note = (row: BadRow) => void bad.push(row)
  const { db } = services
  const { currency } = await readSettings(db.read)
  const file = await openShopify(source, note)
  const { products: groups, count } = await groupRows(file.rows, note)
  const { run } = options
  const { created = 0, changed = 0, unchanged = 0, newVariants = 0, done = 0 } = run?.from ?? {}
  const report = { created, changed, unchanged, newVariants, variants: 0, images: 0 }
  const productIds: Id<'product'>[] = []
  const seen = { slugs: new Map<string, string>(), skus: new Map<string, number>() }

  const saved = (due: Due, id: Id<'product'> | null) => {
    if (due.known === null) report.created += 1
    else report.changed += 1
    counted(due.imported)
    report.newVariants += due.newVariants
    if (id !== null) productIds.push(id)
  }
  const counted = ({ variants, images }: ImportedProduct) => {
    report.variants += variants.length
    report.images += images.length
  }
  let waiting: Due[] = []
  let at = done
  let writes = 0
  /** Saves what waits, with the progress that it makes. */
  const flush = async () => {
    const batch = waiting
    waiting = []
    if (options.dryRun) batch.forEach((due) => saved(due, null))
    else {
      const keep = async (tx: Writer, ahead: readonly Due[]) => {
        const fresh = ahead.filter(({ known }) => known === null).length
        await run?.keep(
          tx,
          {
            ...{ rows: count, products: groups.length, done: at, unchanged: report.unchanged },
            ...{ created: report.created + fresh, changed: report.changed + ahead.length - fresh },
            newVariants: ahead.reduce((sum, due) => sum + due.newVariants, report.newVariants),
          },
          bad,
        )
      }
      if (batch.length > 0 || run !== undefined) await saveBatch(services, batch, { saved, note, keep })
      writes += 1
    }
    // Shoppers come in between.
    await setImmediate()
  }
  let kept = done
  for (const [i, group] of groups.entries()) {
    const read = readProduct(group, currency, note)
    if (read === null) continue
    const taken = seen.slugs.get(read.slug)
    seen.slugs.set(read.slug, group.handle)
    if (taken !== undefined) {
      note({ line: read.line, fault: { code: 'address_repeated', of: { slug: read.slug, handle: taken } } })
      continue
    }
    if (i < done) {
      for (const { sku, line } of read.variants) if (sku !== null && !seen.skus.has(sku)) seen.skus.set(sku, line)
      continue
    }
    at = i
    if (run !== undefined && i - kept >= mostUnkept) {
      await flush()
      kept = i
    }
    if (run !== undefined && writes >= run.mostWrites) break
    const row = await products.findAtSlug(db.read, read.slug)
    const imported = await withoutTakenSkus(db, read, row?.id ?? null, { skus: seen.skus, note })
    if (imported.variants.length > 0) {
      const due = await prepare(db, imported, row, options)
      if (due === null) note({ line: imported.line, fault: { code: 'options_differ', of: {} } })
      else if (due === 'unchanged') {
        report.unchanged += 1
        counted(imported)
        if (row) productIds.push(row.id)
      } else {
        if (waiting.reduce((rows, one) => rows + one.rows, due.rows) > mostRows) {
          await flush()
          kept = i
        }
        waiting.push(due)
      }
    }
    at = i + 1
    await setImmediate()
  }
  const paused = run !== undefined && writes >= run.mostWrites && at < groups.length
  if (!paused) at = groups.length
  await flush()
  const inOrder = bad.toSorted((a, b) => a.line - b.line)
  const { separator } = file
  return { separator, rows: count, products: groups.length, done: at, ...report, bad: inOrder, productIds }
}

async function prepare(
  db: Database,
  imported: ImportedProduct,
  row: products.ProductRow | undefined,
  choice: ImportChoice,
): Promise<Due | 'unchanged' | null> {
  const known = row && (await knownProduct(db, row))
  const category = known ? null : await categoryForType(db.read, imported.type)
  const draft = mergeProduct(imported, known ?? null, category, choice)
  if (draft === null) return null
  if (known && isDeepStrictEqual(draft, known.draft)) return 'unchanged'
  const newVariants = draft.variants.filter(({ id }) => id === undefined).length
  const values = draft.options.reduce((sum, option) => sum + 3 * option.values.length + 3, 0)
  const rows = 8 + values + draft.variants.length + newVariants + (draft.images?.length ?? 0)
  return { imported, draft, known: row ? { id: row.id, version: row.version } : null, newVariants, rows }
}

async function knownProduct(db: Database, row: products.ProductRow) {
  const product = await products.whole(db.read, row)
  const category = row.categoryId && (await categoryRefs(db.read, [row.categoryId], 'fr')).get(row.categoryId)
  return { product, draft: draftOf(product, category ? category.slug : null) }
}

/** Leaves out variants whose SKU belongs to another product, on file or earlier in the file. */
async function withoutTakenSkus(
  db: Database,
  imported: ImportedProduct,
  productId: Id<'product'> | null,
  { skus, note }: { skus: Map<string, number>; note: (row: BadRow) => void },
): Promise<ImportedProduct> {
  const owners = await skuOwners(
    db.read,
    imported.variants.flatMap(({ sku }) => sku ?? []),
  )
  const variants = imported.variants.filter(({ sku, line }) => {
    if (sku === null) return true
    const earlier = skus.get(sku)
    const owner = owners.get(sku)
    if (earlier !== undefined) note({ line, fault: { code: 'sku_repeated', of: { sku, line: earlier } } })
    else if (owner !== undefined && owner !== productId) note({ line, fault: { code: 'sku_elsewhere', of: { sku } } })
    else {
      skus.set(sku, line)
      return true
    }
    return false
  })
  return { ...imported, variants }
}

interface Told {
  saved: (due: Due, id: Id<'product'>) => void
  note: (row: BadRow) => void
  /** Keeps the progress with these products counted as saved. */
  keep: (tx: Writer, ahead: readonly Due[]) => Promise<void>
}

/** Saves several products in one write; when one of them is refused, each by itself, so that one does not stop the others. */
async function saveBatch(
  services: Pick<Services, 'db' | 'clock' | 'random'>,
  batch: readonly Due[],
  { saved, note, keep }: Told,
): Promise<void> {
  const [first, ...others] = batch
  if (first === undefined) return services.db.write((tx) => keep(tx, []))
  const fresh = freshFor(services)
  const by = {
    orderId: null,
    actorId: null,
    requestId: 'import',
    reason: 'import',
    address: '',
    at: fresh.now,
    ids: fresh.id,
  }
  try {
    const ids = await services.db.write(async (tx) => {
      fresh.rewind()
      const saved: Id<'product'>[] = []
      for (const { draft, known } of batch) saved.push(await saveProduct(tx, draft, known, by))
      await keep(tx, batch)
      return saved
    })
    batch.forEach((due, i) => saved(due, ids[i] ?? 'product_'))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (others.length > 0)
      for (const due of batch) await saveBatch(services, [due], { saved, note, keep: async () => {} })
    else
      note({
        line: first.imported.line,
        fault: { code: 'refused', of: { problem: error.code, details: error.details } },
      })
    await services.db.write((tx) => keep(tx, []))
  }
}
