import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { type Id, refuse } from '@comptoir/domain'
import type { Address } from '@comptoir/domain/orders'
import type { Role } from '@comptoir/domain/people'
import type { Author, Thread, ThreadState } from '@comptoir/domain/support'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader, Writer } from '../database.ts'
import { namesOf } from './people.ts'

export interface Message {
  id: Id<'message'>
  threadId: Id<'thread'>
  author: Author
  authorId: Id<'user'> | null
  body: string
  at: Date
}
/** A thread with what is shown beside it. */
export interface ThreadWithPeople extends Thread {
  orderReference: string | null
  customerName: string
  customerEmail: string
  assigneeName: string | null
}
/** Which threads a list shows; null: of nobody. */
export interface ThreadFilter {
  userId?: Id<'user'> | undefined
  state?: ThreadState | undefined
  assigneeId?: Id<'user'> | null | undefined
  unreadByStaff?: boolean | undefined
}
export interface ThreadInList extends ThreadWithPeople {
  lastAuthor: Author | null
  lastBody: string | null
}
/** Who may read a conversation: its customer, whoever holds the guest order it is about, or the staff, all of them. */
export type ThreadOwner = Id<'user'> | { guestOrder: Id<'order'> } | 'staff'

const owned = (db: Reader, id: Id<'thread'>, owner: ThreadOwner) => {
  const { threads } = db.tables
  if (owner === 'staff') return eq(threads.id, id)
  const own =
    typeof owner === 'string'
      ? eq(threads.userId, owner)
      : and(eq(threads.orderId, owner.guestOrder), isNull(threads.userId))
  return and(eq(threads.id, id), own)
}

const shown = (db: Reader) => {
  const { threads, orders, users } = db.tables
  return {
    id: threads.id,
    userId: threads.userId,
    orderId: threads.orderId,
    subject: threads.subject,
    state: threads.state,
    createdAt: threads.createdAt,
    lastMessageAt: threads.lastMessageAt,
    assigneeId: threads.assigneeId,
    unreadByStaff: threads.unreadByStaff,
    unreadByCustomer: threads.unreadByCustomer,
    orderReference: orders.reference,
    ...{ userName: users.name, userEmail: users.email, orderAddress: orders.address, orderEmail: orders.email },
  }
}

/** Who wrote: an account's own name and e-mail, else those of the guest's order. */
function withCustomer<
  T extends {
    userName: string | null
    userEmail: string | null
    orderAddress: Address | null
    orderEmail: string | null
  },
>({ userName, userEmail, orderAddress, orderEmail, ...row }: T) {
  return {
    ...row,
    customerName: userName ?? orderAddress?.name ?? '',
    customerEmail: userEmail ?? orderEmail ?? '',
  }
}

/** A thread of this owner, or any for staff; someone else's is not found. */
export async function find(db: Reader, id: Id<'thread'>, owner: ThreadOwner): Promise<ThreadWithPeople | undefined> {
  const { threads, orders, users } = db.tables
  const [row] = await db
    .select(shown(db))
    .from(threads)
    .leftJoin(users, eq(users.id, threads.userId))
    .leftJoin(orders, eq(orders.id, threads.orderId))
    .where(owned(db, id, owner))
  return row && (await withAssignees(db, [withCustomer(row)]))[0]
}

/** The threads with their colleagues' names. */
async function withAssignees<T extends { assigneeId: Id<'user'> | null }>(db: Reader, rows: readonly T[]) {
  const names = await namesOf(
    db,
    rows.flatMap(({ assigneeId }) => assigneeId ?? []),
  )
  return rows.map((row) => ({ ...row, assigneeName: row.assigneeId && (names.get(row.assigneeId) ?? null) }))
}

/** Locks and reads a thread; someone else's is not found. */
export async function take(tx: Writer, id: Id<'thread'>, owner: ThreadOwner): Promise<Thread | undefined> {
  const { threads } = tx.tables
  const [row] = await tx
    .update(threads)
    .set({ version: sql`${threads.version} + 1` })
    .where(owned(tx, id, owner))
    .returning()
  return row
}

/** Threads by their newest message, a page of them. Refuses: cursor_invalid. */
export async function list(
  db: Reader,
  { userId, state, assigneeId, unreadByStaff }: ThreadFilter,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: ThreadInList[]; nextCursor: string | null }> {
  const { threads, orders, users, messages } = db.tables
  const after = decodeCursor(listName, ['number', 'string'], cursor)
  const rows = await db
    .select({ ...shown(db), lastAuthor: messages.author, lastBody: messages.body })
    .from(threads)
    .leftJoin(users, eq(users.id, threads.userId))
    .leftJoin(orders, eq(orders.id, threads.orderId))
    .leftJoin(messages, eq(messages.id, sql`(select max(m.id) from messages m where m.thread_id = ${threads.id})`))
    .where(
      and(
        userId === undefined ? undefined : eq(threads.userId, userId),
        state === undefined ? undefined : eq(threads.state, state),
        assigneeId === undefined
          ? undefined
          : assigneeId === null
            ? isNull(threads.assigneeId)
            : eq(threads.assigneeId, assigneeId),
        unreadByStaff === true ? gt(threads.unreadByStaff, 0) : undefined,
        after && olderThan(db, after),
      ),
    )
    .orderBy(desc(threads.lastMessageAt), desc(threads.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, listName, (row) => [row.lastMessageAt.getTime(), row.id])
  return { ...page, rows: await withAssignees(db, page.rows.map(withCustomer)) }
}

const listName = 'threads:newest'
const endOfCalendar = Date.UTC(10_000, 0)
function olderThan(db: Reader, [at, id]: readonly [number, string]) {
  const { lastMessageAt, id: threadId } = db.tables.threads
  const instant = new Date(at)
  // Beyond these PostgreSQL reads no instant.
  if (!(at >= 0 && at < endOfCalendar)) refuse('cursor_invalid')
  // A comparison of pairs, which both engines answer from the index.
  return sql`(${lastMessageAt}, ${threadId}) < (${sql.param(instant, lastMessageAt)}, ${id})`
}

export async function insert(tx: Writer, thread: Thread): Promise<void> {
  await tx.insert(tx.tables.threads).values({ ...thread, version: 1 })
}

/** Keeps the thread's state, its colleague, what is unread, and the instant of its newest message. */
export async function save(tx: Writer, { id, ...thread }: Thread): Promise<void> {
  const { state, lastMessageAt, assigneeId, unreadByStaff, unreadByCustomer } = thread
  const { threads } = tx.tables
  await tx
    .update(threads)
    .set({ state, lastMessageAt, assigneeId, unreadByStaff, unreadByCustomer })
    .where(eq(threads.id, id))
}

/** How many messages of one side came after another message. */
export async function countAfter(
  db: Reader,
  threadId: Id<'thread'>,
  { author, afterId }: { author: Author; afterId: Id<'message'> },
): Promise<number> {
  const { messages } = db.tables
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), gt(messages.id, afterId), eq(messages.author, author)))
    .limit(mostCounted)
  return rows.length
}

/** Counts stop here: a badge says "99+". */
const mostCounted = 100

/** How many threads of a filter have something unread, at most 100. */
export async function countUnread(
  db: Reader,
  side: Author,
  { userId, assigneeId }: Pick<ThreadFilter, 'userId' | 'assigneeId'>,
): Promise<number> {
  const { threads } = db.tables
  const rows = await db
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        gt(side === 'staff' ? threads.unreadByStaff : threads.unreadByCustomer, 0),
        userId === undefined ? undefined : eq(threads.userId, userId),
        assigneeId ? eq(threads.assigneeId, assigneeId) : undefined,
      ),
    )
    .limit(mostCounted)
  return rows.length
}

export async function insertMessage(tx: Writer, message: Message): Promise<void> {
  await tx.insert(tx.tables.messages).values(message)
}

/** The conversation of a guest's order; there is one at most, for whoever writes in it holds the order's row. */
export async function findOfGuestOrder(db: Reader, orderId: Id<'order'>): Promise<Id<'thread'> | undefined> {
  const { threads } = db.tables
  const [row] = await db
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.orderId, orderId), isNull(threads.userId)))
  return row?.id
}

/** A guest's conversation goes with its order into an account. */
export async function moveToAccount(tx: Writer, orderId: Id<'order'>, userId: Id<'user'>): Promise<void> {
  const { threads } = tx.tables
  await tx
    .update(threads)
    .set({ userId })
    .where(and(eq(threads.orderId, orderId), isNull(threads.userId)))
}

/** The newest messages of a thread with their writers' names (none for a guest), oldest of them first. */
export async function listMessages(
  db: Reader,
  threadId: Id<'thread'>,
  most = 100,
): Promise<(Message & { authorName: string })[]> {
  const { messages, users } = db.tables
  const rows = await db
    .select({ message: messages, authorName: users.name })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId))
    .where(eq(messages.threadId, threadId))
    .orderBy(desc(messages.id))
    .limit(most)
  return rows.toReversed().map(({ message, authorName }) => ({ ...message, authorName: authorName ?? '' }))
}

/** Who may look after a conversation: colleagues of these roles whose access is open, by name, at most 500; apps are nobody. */
export async function listAssignable(db: Reader, roles: readonly Role[]): Promise<{ id: Id<'user'>; name: string }[]> {
  const { users, apps } = db.tables
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .leftJoin(apps, eq(apps.userId, users.id))
    .where(and(inArray(users.role, [...roles]), eq(users.disabled, false), isNull(apps.userId)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500)
}

/** A message and the state of its thread; undefined when there is none. */
export async function findMessage(
  db: Reader,
  id: Id<'message'>,
): Promise<(Message & { state: ThreadState }) | undefined> {
  const { messages, threads } = db.tables
  const [row] = await db
    .select({ message: messages, state: threads.state })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(eq(messages.id, id))
  return row && { ...row.message, state: row.state }
}

/** The reference of an order that belongs to this customer; undefined for anybody else's. */
export async function findOrderReference(
  db: Reader,
  orderId: Id<'order'>,
  userId: Id<'user'>,
): Promise<string | undefined> {
  const { orders } = db.tables
  const [row] = await db
    .select({ reference: orders.reference })
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.userId, userId)))
  return row?.reference
}
