import { setImmediate } from 'node:timers/promises'
import type { Writer } from '@comptoir/db'
import { imagesOf } from '@comptoir/db/stores/catalog'
import * as importPictures from '@comptoir/db/stores/import-pictures'
import * as imports from '@comptoir/db/stores/imports'
import * as jobs from '@comptoir/db/stores/jobs'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import type { RowFault } from '@comptoir/domain/imports'
import { type Fresh, freshFor } from '../../../change.ts'
import type { Services } from '../../../context.ts'
import { noteDeed, type StaffCall } from '../../../staff-call.ts'
import { type Fetching, fetchPicture } from './fetch-images.ts'
import { groupRows } from './group-rows.ts'
import { picturesJobKind } from './job-kinds.ts'
import { readProduct } from './read-product.ts'
import { sourceOf } from './run-import.ts'
import { openShopify } from './shopify-file.ts'

type Needs = Pick<Services, 'db' | 'clock' | 'random'>

const atOnce = 4
const mostRows = 200

/** Fetches the pictures of an imported file, in the background. Refuses: import_not_found, import_running, import_unfinished. */
export async function startPictures(tx: Writer, by: StaffCall, id: Id<'import'>, fresh: Fresh): Promise<void> {
  await importPictures.start(tx, id)
  await jobs.add(tx, { id: fresh.id('event'), kind: picturesJobKind, data: { importId: id }, runAt: fresh.now })
  await noteDeed(tx, by, { action: 'imports.fetchPictures', subjectId: id }, fresh)
}

/**
 * A bit of that work: the pictures that the file names are listed first, then fetched a few at a time; each is settled by itself, so that
 * a run that was cut goes on where it was. Answers what ends this part.
 */
export async function fetchSomePictures(
  services: Needs,
  importId: Id<'import'>,
  fetching: Fetching,
): Promise<((tx: Writer) => Promise<void>) | void> {
  const job = await imports.find(services.db.read, importId)
  if (job?.pictureState !== 'running') return
  if (job.pictureCount === null) await listPictures(services, importId)
  const due = await importPictures.waiting(services.db.read, importId, atOnce)
  await Promise.all(
    due.map(async ({ position, slug, url }) => {
      const became = await fetchOne(services, { slug, url }, fetching)
      await services.db.write((tx) => importPictures.settle(tx, { importId, position }, became))
    }),
  )
  if (due.length < atOnce) return (tx) => importPictures.finish(tx, importId)
  const fresh = freshFor(services)
  const next = { id: fresh.id('event'), kind: picturesJobKind, data: { importId }, runAt: fresh.now }
  return (tx) => jobs.add(tx, next)
}

/** Lists what the file names, at most 200 rows a write. */
async function listPictures({ db }: Needs, importId: Id<'import'>): Promise<void> {
  const { currency } = await readSettings(db.read)
  const source = sourceOf(await imports.textOf(db.read, importId))
  const ignore = () => {}
  const { rows } = await openShopify(source, ignore)
  const { products: groups } = await groupRows(rows, ignore)
  const all = groups.flatMap((group) => {
    const { slug, images } = readProduct(group, currency, ignore) ?? { slug: '', images: [] }
    return images.map(({ line, url }) => ({ line, slug, url }))
  })
  for (let from = await importPictures.listedOf(db.read, importId); from < all.length; from += mostRows) {
    const pictures = all.slice(from, from + mostRows)
    await db.write((tx) => importPictures.add(tx, importId, { from, pictures }))
    await setImmediate()
  }
  await db.write((tx) => importPictures.keepCount(tx, importId, all.length))
}

/** Fetches a picture unless it is there already, or its product shows none of this address any more. */
async function fetchOne(
  services: Needs,
  { slug, url }: { slug: string; url: string },
  fetching: Fetching,
): Promise<{ state: 'there' | 'fetched' | 'failed'; fault: RowFault | null }> {
  const { read } = services.db
  const product = await products.findAtSlug(read, slug)
  const images = product && (await imagesOf(read, [product.id])).get(product.id)
  const image = images?.find(({ sourceUrl, path }) => sourceUrl === url && path === null)
  if (product === undefined || image === undefined) return { state: 'there', fault: null }
  const fault = await fetchPicture(services, { productId: product.id, imageId: image.id, url }, fetching)
  return { state: fault === null ? 'fetched' : 'failed', fault }
}
