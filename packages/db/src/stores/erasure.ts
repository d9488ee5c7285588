import type { Id } from '@comptoir/domain'
import { erasedAddress, erasedEmail } from '@comptoir/domain/people'
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

const ordersOf = ({ tables: { orders }, ...db }: Reader, userId: Id<'user'>) =>
  db.select({ id: orders.id }).from(orders).where(eq(orders.userId, userId))

/** Locks what a person orders with: whoever checks out at this moment is waited for. */
async function takeCarts(tx: Writer, userId: Id<'user'>): Promise<Id<'cart'>[]> {
  const { carts } = tx.tables
  const taken = await tx
    .update(carts)
    .set({ version: sql`${carts.version} + 1` })
    .where(and(eq(carts.state, 'open'), eq(carts.ownerKey, userId)))
    .returning({ id: carts.id })
  return taken.map(({ id }) => id)
}

/** The references of a person's orders that still go on: unpaid, on their way, or with money on its way back or waiting for a person. */
export async function listGoingOn({ tables: { orders: o }, ...db }: Reader, userId: Id<'user'>): Promise<string[]> {
  const moving = sql`${o.status} in ('created', 'validated', 'paid', 'shipped')`
  const owed = sql`exists (select 1 from refunds r where r.order_id = ${o.id} and r.state = 'pending')`
  const asked = sql`exists (select 1 from payments p where p.order_id = ${o.id} and p.state in ('requested', 'confirming'))`
  const aside = sql`exists (select 1 from unmatched_money m where m.order_id = ${o.id} and m.settled_at is null)`
  const rows = await db
    .select({ reference: o.reference })
    .from(o)
    .where(and(eq(o.userId, userId), or(moving, owed, asked, aside)))
    .orderBy(o.id)
    .limit(20)
  return rows.map(({ reference }) => reference)
}

/**
 * Erases a person: account, addresses, cart, conversations, notes, sessions and tokens; of their orders what the books do not need. Issued
 * documents stay as they are, as the law asks, and name the person alone (INV-66). Answers the orders that still go on, and then changes nothing.
 */
export async function erasePerson(tx: Writer, id: Id<'user'>, now: Date, passwordHash: string): Promise<string[]> {
  const { tables: t } = tx
  const [account] = await tx
    .update(t.users)
    .set({ version: sql`${t.users.version} + 1` })
    .where(eq(t.users.id, id))
    .returning({ id: t.users.id })
  if (account === undefined) return []
  const cartIds = await takeCarts(tx, id)
  const goingOn = await listGoingOn(tx, id)
  if (goingOn.length > 0) return goingOn
  await eraseCarts(tx, cartIds)
  const email = erasedEmail(id)
  const apart = await answeredApart(tx, id)
  await eraseConversations(tx, id)
  await tx.delete(t.orderNotes).where(inArray(t.orderNotes.orderId, ordersOf(tx, id)))
  await tx
    .update(t.unmatchedMoney)
    .set({ note: '' })
    .where(inArray(t.unmatchedMoney.orderId, ordersOf(tx, id)))
  await tx.delete(t.orderAccess).where(inArray(t.orderAccess.orderId, ordersOf(tx, id)))
  await tx.update(t.orders).set({ email, address: erasedAddress, accessTokenHash: null }).where(eq(t.orders.userId, id))
  await tx.delete(t.customerNotes).where(eq(t.customerNotes.userId, id))
  await tx.delete(t.addresses).where(eq(t.addresses.userId, id))
  await tx.delete(t.userWords).where(eq(t.userWords.userId, id))
  const tokens = tx.select({ id: t.tokens.id }).from(t.tokens).where(eq(t.tokens.userId, id))
  await tx.delete(t.tokenUses).where(inArray(t.tokenUses.tokenId, tokens))
  await tx.delete(t.tokens).where(eq(t.tokens.userId, id))
  await tx.delete(t.staffLinks).where(eq(t.staffLinks.userId, id))
  await tx.delete(t.sessions).where(eq(t.sessions.userId, id))
  await forgetAnswers(tx, id, apart)
  const left = { email, name: '', phone: '', passwordHash, disabled: true, erasedAt: now }
  await tx.update(t.users).set(left).where(eq(t.users.id, id))
  return []
}

/** The orders of a person whose kept answers may name the order alone: placed before they had the account, or with money set aside. */
const answeredApart = ({ tables: { orders: o }, ...db }: Reader, userId: Id<'user'>) =>
  db
    .select({ id: o.id })
    .from(o)
    .where(
      and(
        eq(o.userId, userId),
        or(isNotNull(o.accessTokenHash), sql`exists (select 1 from unmatched_money m where m.order_id = ${o.id})`),
      ),
    )

/** Answers that are kept for a repeat say what the person ordered and where to: their own, colleagues' about them, a guest's that they were. */
async function forgetAnswers(tx: Writer, userId: Id<'user'>, apart: readonly { id: string }[]): Promise<void> {
  const { idempotency: i } = tx.tables
  const named = [userId, ...apart.map(({ id }) => id)].map((id) => sql`cast(${i.answer} as text) like ${`%${id}%`}`)
  await tx.delete(i).where(or(eq(i.scope, userId), ...named))
}

/** Drops carts, with those of guests that became part of them at a sign-in (INV-41). */
async function eraseCarts(tx: Writer, open: readonly Id<'cart'>[]): Promise<void> {
  const { carts, cartLines } = tx.tables
  const joined = await tx
    .select({ id: carts.id })
    .from(carts)
    .where(inArray(carts.mergedIntoId, [...open]))
  const ids = [...open, ...joined.map(({ id }) => id)]
  await tx.delete(cartLines).where(inArray(cartLines.cartId, ids))
  await tx.delete(carts).where(inArray(carts.id, ids))
}

async function eraseConversations(tx: Writer, userId: Id<'user'>): Promise<void> {
  const { threads, messages } = tx.tables
  const theirs = or(eq(threads.userId, userId), inArray(threads.orderId, ordersOf(tx, userId)))
  const ids = tx.select({ id: threads.id }).from(threads).where(theirs)
  await tx.delete(messages).where(inArray(messages.threadId, ids))
  await tx.delete(threads).where(theirs)
}
