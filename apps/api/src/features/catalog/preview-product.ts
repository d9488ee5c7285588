import { createHash } from 'node:crypto'
import type { Reader, Writer } from '@comptoir/db'
import * as previews from '@comptoir/db/stores/previews'
import * as products from '@comptoir/db/stores/products'
import { type Id, type Locale, refuse } from '@comptoir/domain'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'
import type { ProductView } from './product-view.ts'
import { pageOf } from './read-catalog.ts'

const day = 24 * 3_600_000
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The token of a product's link, from a seed that only this call knows; a repeat of the call gets it again. */
export const previewToken = (seed: string, id: Id<'product'>): string =>
  createHash('sha256').update(`preview:${seed}:${id}`).digest('base64url')

/** A link that shows a product to whoever holds it, for a day; the one before opens nothing any more. Refuses: product_not_found. */
export async function previewProduct(
  tx: Writer,
  by: StaffCall,
  { id, token }: { id: Id<'product'>; token: string },
  fresh: Fresh,
): Promise<{ expiresAt: string }> {
  const row = await products.find(tx, id)
  if (row === undefined || row.state === 'archived') refuse('product_not_found')
  const expiresAt = new Date(fresh.now.getTime() + day)
  const link = { productId: id, tokenHash: hashOf(token), createdById: by.actorId, createdAt: fresh.now, expiresAt }
  await previews.save(tx, link)
  await noteDeed(tx, by, { action: 'products.previewLink', subjectId: id }, fresh)
  return { expiresAt: expiresAt.toISOString() }
}

/** The page that a preview link opens, of a draft too. Refuses: preview_ended. */
export async function readPreview(
  db: Reader,
  token: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<ProductView> {
  return pageOf(db, (await previews.findProduct(db, hashOf(token), now)) ?? refuse('preview_ended'), locale)
}
