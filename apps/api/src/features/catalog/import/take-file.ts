import * as imports from '@comptoir/db/stores/imports'
import type { Id } from '@comptoir/domain'
import { freshFor } from '../../../change.ts'
import type { Context, CurrentUser } from '../../../context.ts'
import { noteDeed, staffCall } from '../../../staff-call.ts'
import { textOf } from './file-text.ts'

/** Puts an uploaded product CSV on file, to be checked and imported. Refuses: import_not_text, import_letters_damaged, import_unreadable. */
export async function takeFile(
  ctx: Context & { user: CurrentUser },
  bytes: Buffer,
  name: string,
): Promise<{ importId: Id<'import'> }> {
  const text = textOf(bytes)
  const fileName =
    name
      .replaceAll(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200)
      // A cut may leave half a character, which PostgreSQL refuses.
      .toWellFormed() || 'products.csv'
  const fresh = freshFor(ctx)
  return ctx.db.write(async (tx) => {
    fresh.rewind()
    const id = fresh.id('import')
    await imports.insert(tx, { id, fileName, text, actorId: ctx.user.id, at: fresh.now })
    const after = { fileName, characters: text.length }
    await noteDeed(tx, staffCall(ctx), { action: 'imports.upload', subjectId: id, after }, fresh)
    return { importId: id }
  })
}
