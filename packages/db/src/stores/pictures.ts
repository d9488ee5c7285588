import type { Id } from '@comptoir/domain'
import { inArray } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** A picture that was taken in: `path` + '-480.webp' is its file, the size is that of the original. */
export interface Picture {
  path: string
  width: number
  height: number
  createdById: Id<'user'>
  createdAt: Date
}

/** Puts a picture on file; one that is there already stays as it is. */
export const insert = async (tx: Writer, picture: Picture): Promise<void> =>
  void (await tx.insert(tx.tables.pictures).values(picture).onConflictDoNothing())

/** Which of these paths are on file. */
export async function known(db: Reader, paths: readonly string[]): Promise<Set<string>> {
  const { pictures } = db.tables
  if (paths.length === 0) return new Set()
  const rows = await db
    .select({ path: pictures.path })
    .from(pictures)
    .where(inArray(pictures.path, [...paths]))
  return new Set(rows.map(({ path }) => path))
}
