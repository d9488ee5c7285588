import { type Id, refuse } from '@comptoir/domain'
import { type ImportState, mostImportErrors } from '@comptoir/domain/catalog'
import { rowFaultWords } from '@comptoir/domain/imports'
import { and, desc, eq, inArray, isNull, lt, ne, or, type SQL } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader, Writer } from '../database.ts'
import type { ImportError } from '../tables/catalog-work.ts'

type ImportId = Id<'import'>
const list = 'imports:newest'

/** An imported file as it stands, without its text. */
export async function find(db: Reader, id: ImportId) {
  const { importJobs, users } = db.tables
  const [row] = await db
    .select({ job: importJobs, actorName: users.name, actorEmail: users.email })
    .from(importJobs)
    .leftJoin(users, eq(users.id, importJobs.actorId))
    .where(eq(importJobs.id, id))
  return row && { ...row.job, actorName: row.actorName || row.actorEmail }
}
export type ImportRow = NonNullable<Awaited<ReturnType<typeof find>>>

/** Refuses: import_not_found. */
export const get = async (db: Reader, id: ImportId): Promise<ImportRow> =>
  (await find(db, id)) ?? refuse('import_not_found')

/** Imported files, newest first. Refuses: cursor_invalid. */
export async function listPage(db: Reader, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const { importJobs, users } = db.tables
  const after = decodeCursor(list, ['string'], cursor)
  const rows = await db
    .select({ job: importJobs, actorName: users.name, actorEmail: users.email })
    .from(importJobs)
    .leftJoin(users, eq(users.id, importJobs.actorId))
    .where(after === undefined ? undefined : lt(importJobs.id, after[0] as ImportId))
    .orderBy(desc(importJobs.id))
    .limit(limit + 1)
  const found = rows.map(({ job, actorName, actorEmail }) => ({ ...job, actorName: actorName || actorEmail }))
  return pageOf(found, limit, list, ({ id }) => [id])
}

/** The text of an imported file. */
export async function textOf(db: Reader, id: ImportId): Promise<string> {
  const { importFiles } = db.tables
  const [row] = await db.select({ text: importFiles.text }).from(importFiles).where(eq(importFiles.importId, id))
  return row?.text ?? ''
}

/** Puts a file on file: nothing of it is in the catalogue yet. */
export async function insert(
  tx: Writer,
  file: { id: ImportId; fileName: string; text: string; actorId: Id<'user'>; at: Date },
): Promise<void> {
  const { id, fileName, text, actorId, at } = file
  await tx.insert(tx.tables.importJobs).values({
    ...{ id, fileName, actorId, language: 'fr', vatCategory: null, state: 'uploaded', ...nothing },
    ...{ errorCount: 0, errors: [], createdAt: at, startedAt: null, finishedAt: null },
  })
  await tx.insert(tx.tables.importFiles).values({ importId: id, text })
}

const nothing = { rows: 0, products: 0, done: 0, created: 0, changed: 0, unchanged: 0, newVariants: 0 }

export type Counts = typeof nothing
type Job = Pick<ImportRow, 'language' | 'vatCategory' | 'separator'>

const first = (errors: readonly ImportError[]) =>
  errors.map(({ line, fault }) => ({ line, fault })).slice(0, mostImportErrors)

/** What a file would do, as a dry run told. Refuses: import_not_found, import_running. */
export async function keepCheck(
  tx: Writer,
  id: ImportId,
  { counts, errors, ...how }: Job & { counts: Counts; errors: readonly ImportError[] },
): Promise<void> {
  const { importJobs: j } = tx.tables
  const told = { ...how, ...counts, done: 0, errorCount: errors.length, errors: first(errors) }
  await move(
    tx,
    id,
    { ...told, state: 'checked', startedAt: null, finishedAt: null },
    and(ne(j.state, 'running'), or(isNull(j.pictureState), ne(j.pictureState, 'running'))),
  )
}

/** A checked file is on its way, from its beginning. Refuses: import_not_found, import_running, import_unchecked. */
export async function start(tx: Writer, id: ImportId, now: Date): Promise<void> {
  const { importJobs: j } = tx.tables
  const blank = { done: 0, created: 0, changed: 0, unchanged: 0, newVariants: 0, errorCount: 0, errors: [] }
  const from: ImportState[] = ['checked', 'done', 'failed']
  const free = and(inArray(j.state, from), or(isNull(j.pictureState), ne(j.pictureState, 'running')))
  await move(tx, id, { ...blank, state: 'running', startedAt: now, finishedAt: null }, free)
}

/** How far a run came; the errors known before stay. */
export async function keepProgress(
  tx: Writer,
  id: ImportId,
  { counts, errors }: { counts: Counts; errors: readonly ImportError[] },
): Promise<void> {
  const { importJobs: j } = tx.tables
  const before = await get(tx, id)
  const both = new Map(
    [...before.errors, ...errors].map((error) => [`${error.line} ${rowFaultWords(error.fault, 'en')}`, error]),
  )
  const all = [...both.values()].toSorted((a, b) => a.line - b.line)
  await tx
    .update(j)
    .set({ ...counts, errorCount: Math.max(before.errorCount, all.length), errors: first(all) })
    .where(and(eq(j.id, id), eq(j.state, 'running')))
}

/** A run has come to its end. */
export async function finish(tx: Writer, id: ImportId, state: 'done' | 'failed', now: Date): Promise<void> {
  const { importJobs: j } = tx.tables
  await tx
    .update(j)
    .set({ state, finishedAt: now })
    .where(and(eq(j.id, id), eq(j.state, 'running')))
}

async function move(
  tx: Writer,
  id: ImportId,
  to: Partial<typeof tx.tables.importJobs.$inferInsert>,
  when: SQL | undefined,
) {
  const { importJobs: j } = tx.tables
  const [row] = await tx
    .update(j)
    .set(to)
    .where(and(eq(j.id, id), when))
    .returning({ id: j.id })
  if (row !== undefined) return
  const { state, pictureState } = await get(tx, id)
  refuse(state === 'running' || pictureState === 'running' ? 'import_running' : 'import_unchecked')
}
