import * as pictures from '@comptoir/db/stores/pictures'
import { refuse } from '@comptoir/domain'
import { freshFor } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { noteDeed, staffCall } from '../../staff-call.ts'
import { dropFiles, keepPicture, type KeptPicture } from './keep-picture.ts'

/** A picture that was taken in: `path` goes into `products.setImages`, the size is that of the original. */
export interface TakenPicture {
  path: string
  width: number
  height: number
}

/** Makes WebP and AVIF files of an uploaded picture and puts it on file; the same picture again is the same path. Refuses: picture_unreadable. */
export async function takePicture(
  ctx: Context & { user: CurrentUser },
  bytes: Buffer,
  folder: string,
): Promise<TakenPicture> {
  const { name, width, height, written } = await kept(ctx, bytes, folder)
  const path = `/media/${name}`
  const fresh = freshFor(ctx)
  const write = ctx.db.write(async (tx) => {
    fresh.rewind()
    await pictures.insert(tx, { path, width, height, createdById: ctx.user.id, createdAt: fresh.now })
    await noteDeed(
      tx,
      staffCall(ctx),
      { action: 'products.uploadImage', subjectId: path, after: { width, height } },
      fresh,
    )
  })
  const isOnFile = async () => (await pictures.known(ctx.db.read, [path])).has(path)
  await write.catch(async (error: unknown) => {
    if (await isOnFile()) throw error
    await dropFiles(written)
    // Somebody else put the same picture on file meanwhile, and had found its files there.
    if (await isOnFile()) await keepPicture(bytes, folder)
    throw error
  })
  // Somebody else whose picture did not come on file may have taken its files away just before.
  await keepPicture(bytes, folder)
  return { path, width, height }
}

const kept = (ctx: Context, bytes: Buffer, folder: string): Promise<KeptPicture> =>
  keepPicture(bytes, folder).catch((error: unknown) => {
    // A full disk is the shop's trouble, not the picture's.
    if (error instanceof Error && 'code' in error) throw error
    ctx.log.info({ reason: String(error), requestId: ctx.requestId }, 'a picture was not taken')
    return refuse('picture_unreadable')
  })
