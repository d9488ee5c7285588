import { mkdir } from 'node:fs/promises'
import { imagesOf } from '@comptoir/db/stores/catalog'
import * as products from '@comptoir/db/stores/products'
import type { Id } from '@comptoir/domain'
import { freshFor } from '../../../change.ts'
import type { Services } from '../../../context.ts'
import { keepPicture } from '../keep-picture.ts'
import { type Download, download, refusedAddress } from './download.ts'

const mostHops = 3

export interface FetchedImages {
  kept: number
  failed: { url: string; reason: string }[]
}

/**
 * Fetches the pictures of products that are known by their address only, makes WebP files of them in `folder`, and shows them from then on.
 * https and the open internet only, also after a redirect; nothing of a fetched file is kept but its pixels.
 */
export async function fetchImages(
  services: Pick<Services, 'db' | 'clock' | 'random'>,
  productIds: readonly Id<'product'>[],
  { folder, ask = download }: { folder: string; ask?: Download },
): Promise<FetchedImages> {
  await mkdir(folder, { recursive: true })
  const report: FetchedImages = { kept: 0, failed: [] }
  for (const productId of productIds) {
    const images = (await imagesOf(services.db.read, [productId])).get(productId) ?? []
    for (const { id: imageId, path: kept, sourceUrl } of images) {
      if (kept !== null || sourceUrl === null) continue
      try {
        const { name } = await keepPicture(await fetchImage(new URL(sourceUrl), ask), folder)
        const fresh = freshFor(services)
        const by = { orderId: null, actorId: null, requestId: 'import', reason: 'import', at: fresh.now, ids: fresh.id }
        await services.db.write((tx) => {
          fresh.rewind()
          return products.keepImagePath(tx, { productId, imageId, path: `/media/${name}` }, by)
        })
        report.kept += 1
      } catch (error) {
        report.failed.push({ url: sourceUrl, reason: error instanceof Error ? error.message : String(error) })
      }
    }
  }
  return report
}

/** The bytes behind an address, after at most three redirects, each looked at like the first. */
export async function fetchImage(url: URL, ask: Download): Promise<Buffer> {
  for (let hops = 0, at = url; hops <= mostHops; hops++) {
    const refused = refusedAddress(at)
    if (refused !== null) throw new Error(refused)
    const answer = await ask(at)
    if ('bytes' in answer) return answer.bytes
    at = new URL(answer.movedTo, at)
  }
  throw new Error(`redirects more than ${mostHops} times`)
}
