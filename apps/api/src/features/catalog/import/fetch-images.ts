import { refusalOf } from '@comptoir/db'
import { imagesOf } from '@comptoir/db/stores/catalog'
import * as products from '@comptoir/db/stores/products'
import type { Id } from '@comptoir/domain'
import { isRowFault, type RowFault } from '@comptoir/domain/imports'
import { freshFor } from '../../../change.ts'
import type { Services } from '../../../context.ts'
import { keepPicture } from '../keep-picture.ts'
import { type Download, download, faulty, mostMs, refusedAddress } from './download.ts'

const mostHops = 3

type Needs = Pick<Services, 'db' | 'clock' | 'random'>
/** Where fetched pictures go, and who asks the internet for them. */
export interface Fetching {
  folder: string
  ask?: Download
}
interface Wanted {
  productId: Id<'product'>
  imageId: Id<'image'>
  url: string
}

export interface FetchedImages {
  kept: number
  failed: { url: string; fault: RowFault }[]
}

/** Fetches the pictures of products that are known by their address only, and shows them from then on. */
export async function fetchImages(
  services: Needs,
  productIds: readonly Id<'product'>[],
  fetching: Fetching,
): Promise<FetchedImages> {
  const report: FetchedImages = { kept: 0, failed: [] }
  for (const productId of productIds) {
    const images = (await imagesOf(services.db.read, [productId])).get(productId) ?? []
    for (const { id: imageId, path: kept, sourceUrl: url } of images) {
      if (kept !== null || url === null) continue
      const fault = await fetchPicture(services, { productId, imageId, url }, fetching)
      if (fault === null) report.kept += 1
      else report.failed.push({ url, fault })
    }
  }
  return report
}

/**
 * Fetches a picture, makes WebP and AVIF files of it in `folder`, and shows it from then on; answers why it cannot be had. https and the open
 * internet only, also after a redirect; nothing of a fetched file is kept but its pixels.
 */
export async function fetchPicture(
  services: Needs,
  { productId, imageId, url }: Wanted,
  { folder, ask = download }: Fetching,
): Promise<RowFault | null> {
  let path: string
  try {
    path = `/media/${(await keepPicture(await fetchImage(new URL(url), ask), folder)).name}`
  } catch (error) {
    return faultOf(error)
  }
  const fresh = freshFor(services)
  const by = { orderId: null, actorId: null, requestId: 'import', reason: 'import', at: fresh.now, ids: fresh.id }
  await services.db.write((tx) => {
    fresh.rewind()
    return products.keepImagePath(tx, { productId, imageId, path }, by)
  })
  return null
}

/** What an error says of a picture. A disk that is full is the shop's trouble, not the picture's: that is thrown on. */
function faultOf(error: unknown): RowFault {
  if (!(error instanceof Error)) throw error
  if (isRowFault(error.cause)) return error.cause
  if (!('code' in error)) return { code: 'picture_unusable', of: {} }
  const why = String(error.code)
  if (refusalOf(error) !== undefined || ['EACCES', 'EROFS', 'EMFILE'].includes(why)) throw error
  return { code: 'picture_unreachable', of: { why } }
}

/** The bytes behind an address, after at most three redirects, each looked at like the first, within 20 s in all. */
export async function fetchImage(url: URL, ask: Download): Promise<Buffer> {
  const signal = AbortSignal.timeout(mostMs)
  for (let hops = 0, at = url; hops <= mostHops; hops++) {
    const refused = refusedAddress(at)
    if (refused !== null) throw faulty(refused)
    const answer = await ask(at, signal)
    if ('bytes' in answer) return answer.bytes
    if (!URL.canParse(answer.movedTo, at.href)) throw faulty({ code: 'picture_answer', of: { status: 301 } })
    at = new URL(answer.movedTo, at)
  }
  throw faulty({ code: 'picture_redirects', of: { most: mostHops } })
}
