import { type Id, refuse } from '@comptoir/domain'
import { type ImportPictureState, mostImportErrors } from '@comptoir/domain/catalog'
import type { RowFault } from '@comptoir/domain/imports'
import { and, asc, count, eq, isNull, ne, or } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { get } from './imports.ts'

type ImportId = Id<'import'>
/** A picture as the file names it: the line of its row, the product's address, its own address. */
export interface NamedPicture {
  line: number
  slug: string
  url: string
}

/** The pictures of an imported file are asked for; those that could not be had before are asked for again. Refuses: import_not_found, import_running, import_unfinished. */
export async function start(tx: Writer, importId: ImportId): Promise<void> {
  const { importJobs: j, importPictures: p } = tx.tables
  const free = or(isNull(j.pictureState), ne(j.pictureState, 'running'))
  const [row] = await tx
    .update(j)
    .set({ pictureState: 'running' })
    .where(and(eq(j.id, importId), eq(j.state, 'done'), free))
    .returning({ id: j.id })
  if (row === undefined) {
    const { state, pictureState } = await get(tx, importId)
    return refuse(state === 'running' || pictureState === 'running' ? 'import_running' : 'import_unfinished')
  }
  await tx
    .update(p)
    .set({ state: 'waiting', fault: null })
    .where(and(eq(p.importId, importId), eq(p.state, 'failed')))
}

/** Puts the next of all pictures that the file names on the list. */
export async function add(
  tx: Writer,
  importId: ImportId,
  { from, pictures }: { from: number; pictures: readonly NamedPicture[] },
): Promise<void> {
  if (pictures.length === 0) return
  const rows = pictures.map((picture, i) => ({ importId, position: from + i, ...picture, state: 'waiting' as const }))
  await tx.insert(tx.tables.importPictures).values(rows).onConflictDoNothing()
}

/** How many pictures are on the list. */
export async function listedOf(db: Reader, importId: ImportId): Promise<number> {
  const { importPictures: p } = db.tables
  const [row] = await db.select({ n: count() }).from(p).where(eq(p.importId, importId))
  return row?.n ?? 0
}

/** All pictures that the file names are on the list. */
export const keepCount = async (tx: Writer, importId: ImportId, pictureCount: number): Promise<void> =>
  void (await tx.update(tx.tables.importJobs).set({ pictureCount }).where(eq(tx.tables.importJobs.id, importId)))

/** The next pictures to be fetched, in the order of the file. */
export async function waiting(db: Reader, importId: ImportId, most: number) {
  const { importPictures: p } = db.tables
  return db
    .select({ position: p.position, line: p.line, slug: p.slug, url: p.url })
    .from(p)
    .where(and(eq(p.importId, importId), eq(p.state, 'waiting')))
    .orderBy(asc(p.position))
    .limit(most)
}

/** What became of a picture. */
export async function settle(
  tx: Writer,
  { importId, position }: { importId: ImportId; position: number },
  became: { state: ImportPictureState; fault: RowFault | null },
): Promise<void> {
  const { importPictures: p } = tx.tables
  await tx
    .update(p)
    .set(became)
    .where(and(eq(p.importId, importId), eq(p.position, position)))
}

/** No picture waits any more. */
export const finish = async (tx: Writer, importId: ImportId): Promise<void> =>
  void (await tx
    .update(tx.tables.importJobs)
    .set({ pictureState: 'done' })
    .where(eq(tx.tables.importJobs.id, importId)))

/** How many pictures are in which state, and the first 200 that could not be had, in the order of the file. */
export async function progressOf(db: Reader, importId: ImportId) {
  const { importPictures: p } = db.tables
  const rows = await db.select({ state: p.state, n: count() }).from(p).where(eq(p.importId, importId)).groupBy(p.state)
  const of = (state: ImportPictureState) => rows.find((row) => row.state === state)?.n ?? 0
  const failures = await db
    .select({ line: p.line, url: p.url, fault: p.fault })
    .from(p)
    .where(and(eq(p.importId, importId), eq(p.state, 'failed')))
    .orderBy(asc(p.position))
    .limit(mostImportErrors)
  return { waiting: of('waiting'), fetched: of('fetched'), there: of('there'), failed: of('failed'), failures }
}
