import { and, asc, eq, lt, lte } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { prepared, rowHoles, rowValues } from '../prepared.ts'

/** Whose call of which operation a key belongs to, and what it asked (hashes only). */
export interface Claim {
  scope: string
  operation: string
  keyHash: string
  fingerprint: string
}
export interface EarlierCall {
  fingerprint: string
  state: 'pending' | 'done'
  answer: unknown
}

const where = (db: Reader, claim: Omit<Claim, 'fingerprint'>) => {
  const { idempotency } = db.tables
  return and(
    eq(idempotency.scope, claim.scope),
    eq(idempotency.operation, claim.operation),
    eq(idempotency.keyHash, claim.keyHash),
  )
}

const first = prepared((tx: Writer, hole) => {
  const { idempotency } = tx.tables
  return tx
    .insert(idempotency)
    .values(rowHoles(idempotency, hole, 1))
    .onConflictDoNothing()
    .returning({ keyHash: idempotency.keyHash })
})
const keep = prepared((tx: Writer, hole) => {
  const { idempotency: i } = tx.tables
  const mine = [eq(i.scope, hole('scope', i.scope)), eq(i.operation, hole('operation', i.operation))]
  return tx
    .update(i)
    .set({ state: hole('state', i.state), answer: hole('answer', i.answer) })
    .where(and(...mine, eq(i.keyHash, hole('keyHash', i.keyHash))))
})

/** Whether a call with this key was answered, or is being worked on. */
export async function knows(db: Reader, claim: Omit<Claim, 'fingerprint'>): Promise<boolean> {
  const { idempotency } = db.tables
  const rows = await db.select({ keyHash: idempotency.keyHash }).from(idempotency).where(where(db, claim))
  return rows.length > 0
}

/** Claims the key for this call; answers the earlier call when there was one. A rival in mid-transaction is waited for. */
export async function claim(
  tx: Writer,
  claim: Claim,
  state: 'pending' | 'done',
  now: Date,
): Promise<EarlierCall | undefined> {
  const { idempotency } = tx.tables
  const [mine] = await first(tx, rowValues(idempotency, [{ ...claim, state, answer: null, createdAt: now }]))
  if (mine !== undefined) return undefined
  const [earlier] = await tx.select().from(idempotency).where(where(tx, claim))
  return earlier
}

/** Stores the answer that the same key gets from now on; null stands for no answer. */
export async function keepAnswer(tx: Writer, claim: Claim, answer: unknown): Promise<void> {
  await keep(tx, { ...claim, state: 'done', answer: answer ?? null })
}

/** Stores what is still being asked outside. */
export async function keepPending(tx: Writer, claim: Claim, pending: unknown): Promise<void> {
  await keep(tx, { ...claim, state: 'pending', answer: pending })
}

/** Lets go of a key whose call ended in a refusal. */
export async function forget(tx: Writer, claim: Claim): Promise<void> {
  await tx.delete(tx.tables.idempotency).where(where(tx, claim))
}

/** Drops keys older than 30 days (SAFETY rule 9), some at a time; answers whether more are left. */
export async function dropOld(tx: Writer, before: Date, most = 200): Promise<boolean> {
  const { idempotency } = tx.tables
  const old = await tx
    .select({ at: idempotency.createdAt })
    .from(idempotency)
    .where(lt(idempotency.createdAt, before))
    .orderBy(asc(idempotency.createdAt))
    .limit(most)
  const last = old.at(-1)
  if (last !== undefined) await tx.delete(idempotency).where(lte(idempotency.createdAt, last.at))
  return old.length === most
}
