import { createHash } from 'node:crypto'
import type { Id } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** The kept PDF of a document by its number; undefined when it was never drawn. */
export async function find(db: Reader, number: string): Promise<Buffer | undefined> {
  const { documentFiles } = db.tables
  const [file] = await db
    .select({ bytes: documentFiles.bytes })
    .from(documentFiles)
    .where(eq(documentFiles.number, number))
  return file?.bytes
}

/** Keeps the PDF of a document with its hash; answers the bytes that were kept first. INV-22. */
export async function keep(tx: Writer, file: { number: string; bytes: Buffer; keptAt: Date }): Promise<Buffer> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const [kept] = await tx
    .insert(tx.tables.documentFiles)
    .values({ ...file, sha256 })
    .onConflictDoNothing()
    .returning({ number: tx.tables.documentFiles.number })
  return kept === undefined ? ((await find(tx, file.number)) ?? file.bytes) : file.bytes
}

/** The order that a credit note belongs to. */
export async function findOrderOfCreditNote(db: Reader, number: string): Promise<Id<'order'> | undefined> {
  const { creditNotes } = db.tables
  const [note] = await db
    .select({ orderId: creditNotes.orderId })
    .from(creditNotes)
    .where(eq(creditNotes.number, number))
  return note?.orderId
}
