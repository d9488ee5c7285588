import type { Id } from '@comptoir/domain'
import { endOfPrefix } from '@comptoir/domain/people'
import { and, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader, Writer } from '../database.ts'
import type { Account } from './people.ts'

export interface CustomerNote {
  id: Id<'note'>
  userId: Id<'user'>
  authorId: Id<'user'>
  body: string
  at: Date
}
/** What the order table says of a person: all orders, and those whose money the shop holds. */
export interface CustomerTotals {
  orders: number
  paidOrders: number
  paidCents: number
  lastOrderAt: Date | null
}
type Page = { cursor?: string | undefined; limit: number }

/** Customers, the newest first, a page of them; those who had themselves erased are none any more. Refuses: cursor_invalid. */
export async function list(db: Reader, { cursor, limit }: Page) {
  const { users } = db.tables
  const after = decodeCursor('customers:newest', ['string'], cursor)
  const rows = await db
    .select()
    .from(users)
    .where(and(eq(users.role, 'customer'), isNull(users.erasedAt), after && lt(users.id, after[0] as Id<'user'>)))
    .orderBy(desc(users.id))
    .limit(limit + 1)
  return pageOf(rows, limit, 'customers:newest', (row) => [row.id])
}

/** Customers of whom a word begins with `word` (`personQuery`), by that word, each once. Refuses: cursor_invalid. */
export async function search(db: Reader, word: string, { cursor, limit }: Page) {
  const { users, userWords: w } = db.tables
  const after = decodeCursor('customers:search', ['string', 'string'], cursor)
  const end = endOfPrefix(word)
  const earlier = sql`exists (select 1 from user_words e where e.user_id = ${w.userId} and e.word >= ${word} and e.word < ${w.word})`
  const rows = await db
    .select({ word: w.word, account: users })
    .from(w)
    .innerJoin(users, eq(users.id, w.userId))
    .where(
      and(
        gte(w.word, word),
        end === undefined ? undefined : lt(w.word, end),
        eq(users.role, 'customer'),
        sql`not ${earlier}`,
        after && sql`(${w.word}, ${w.userId}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(w.word, w.userId)
    .limit(limit + 1)
  const page = pageOf(rows, limit, 'customers:search', (row) => [row.word, row.account.id])
  return { rows: page.rows.map(({ account }): Account => account), nextCursor: page.nextCursor }
}

/** The totals of these people, from the orders themselves. */
export async function totalsOf(db: Reader, ids: readonly Id<'user'>[]): Promise<Map<Id<'user'>, CustomerTotals>> {
  if (ids.length === 0) return new Map()
  const { orders: o } = db.tables
  const paid = sql`${o.payment} = 'paid'`
  const rows = await db
    .select({
      userId: o.userId,
      orders: sql<number>`count(*)`.mapWith(Number),
      paidOrders: sql<number>`sum(case when ${paid} then 1 else 0 end)`.mapWith(Number),
      paidCents: sql<number>`sum(case when ${paid} then ${o.totalCents} else 0 end)`.mapWith(Number),
      lastOrderAt: sql<Date>`max(${o.placedAt})`.mapWith(o.placedAt),
    })
    .from(o)
    .where(inArray(o.userId, [...ids]))
    .groupBy(o.userId)
  return new Map(rows.flatMap(({ userId, ...totals }) => (userId === null ? [] : [[userId, totals] as const])))
}

export async function insertNote(tx: Writer, note: CustomerNote): Promise<void> {
  await tx.insert(tx.tables.customerNotes).values(note)
}

/** The newest notes about a customer, newest first. */
export async function listNotes(db: Reader, userId: Id<'user'>, most = 100): Promise<CustomerNote[]> {
  const { customerNotes: n } = db.tables
  return db.select().from(n).where(eq(n.userId, userId)).orderBy(desc(n.id)).limit(most)
}
