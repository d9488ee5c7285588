import type { Id, Locale } from '@comptoir/domain'
import { asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** Words that colleagues often write to customers. */
export interface SavedAnswer {
  id: Id<'answer'>
  title: string
  body: string
  locale: Locale
  updatedAt: Date
}
/** The most answers that are kept. */
export const mostAnswers = 100

/** Every saved answer, the oldest first. */
export async function list(db: Reader): Promise<SavedAnswer[]> {
  const { savedAnswers: a } = db.tables
  return db.select().from(a).orderBy(asc(a.id)).limit(mostAnswers)
}

/** Keeps an answer, a new one or a known one. */
export async function save(tx: Writer, answer: SavedAnswer): Promise<void> {
  const { savedAnswers } = tx.tables
  await tx.insert(savedAnswers).values(answer).onConflictDoUpdate({ target: savedAnswers.id, set: answer })
}

export async function remove(tx: Writer, id: Id<'answer'>): Promise<void> {
  const { savedAnswers } = tx.tables
  await tx.delete(savedAnswers).where(eq(savedAnswers.id, id))
}
