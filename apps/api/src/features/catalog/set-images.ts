import type { Writer } from '@comptoir/db'
import * as catalog from '@comptoir/db/stores/catalog'
import * as pictures from '@comptoir/db/stores/pictures'
import * as products from '@comptoir/db/stores/products'
import type { Cause } from '@comptoir/db/stores/stock'
import { refuse } from '@comptoir/domain'
import type { ImageDraft, ProductOption } from '@comptoir/domain/catalog'
import type { SetImagesInput } from '@comptoir/domain/catalog/inputs'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'

/**
 * Gives a product the pictures named, in their order: its own, or any that were uploaded. Pictures that are known by their address only
 * stay behind them. Refuses: product_not_found, product_changed, picture_not_found, picture_value_unknown.
 */
export async function setImages(
  tx: Writer,
  by: StaffCall & Cause,
  { id, version, images }: SetImagesInput,
  fresh: Fresh,
): Promise<void> {
  const before = (await catalog.imagesOf(tx, [id])).get(id) ?? []
  const options = (await catalog.optionsOf(tx, [id])).get(id) ?? []
  const own = new Map(before.flatMap((image) => (image.path === null ? [] : [[image.path, image] as const])))
  const onFile = await pictures.known(
    tx,
    images.map(({ path }) => path),
  )
  const drafts = images.map(({ path, alt, values }): ImageDraft => {
    if (!own.has(path) && !onFile.has(path)) return refuse('picture_not_found')
    if (!values.every((value) => hasValue(options, value))) return refuse('picture_value_unknown')
    return { path, sourceUrl: own.get(path)?.sourceUrl ?? null, alt, values }
  })
  const awaited = before.filter(({ path }) => path === null)
  await products.replaceImages(tx, { id, version }, [...drafts, ...awaited.map(draftOf)], by)
  const facts = (all: readonly ImageDraft[]) => ({ images: all.map(draftOf) })
  const deed = { action: 'products.setImages', subjectId: id, before: facts(before), after: facts(drafts) }
  await noteDeed(tx, { actorId: by.actorId, address: by.address, requestId: by.requestId }, deed, fresh)
}

const hasValue = (options: readonly ProductOption[], code: string) =>
  options.some(({ values }) => values.some((value) => value.code === code))

const draftOf = ({ path, sourceUrl, alt, values }: ImageDraft): ImageDraft => ({ path, sourceUrl, alt, values })
