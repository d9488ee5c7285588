import type { Id, Locale } from '@comptoir/domain'
import type { Author, ThreadState } from '@comptoir/domain/support'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export const supportTables = (c: Columns) => {
  const threads = c.table(
    'threads',
    {
      id: c.text().$type<Id<'thread'>>().primaryKey(),
      // Null for a guest's conversation, which belongs to its order.
      userId: c.text().$type<Id<'user'>>(),
      orderId: c.text().$type<Id<'order'>>(),
      subject: c.text().notNull(),
      state: c.text().$type<ThreadState>().notNull(),
      createdAt: c.instant().notNull(),
      lastMessageAt: c.instant().notNull(),
      assigneeId: c.text().$type<Id<'user'>>(),
      // Messages of the other side that were not read yet.
      unreadByStaff: c.int().notNull().default(0),
      unreadByCustomer: c.int().notNull().default(0),
      version: c.int().notNull(),
    },
    (t) => [
      c.index('threads_of_user').on(t.userId, t.lastMessageAt, t.id),
      c.index('threads_by_state').on(t.state, t.lastMessageAt, t.id),
      c.index('threads_by_age').on(t.lastMessageAt, t.id),
      c.index('threads_by_assignee').on(t.assigneeId, t.lastMessageAt, t.id),
      c.index('threads_unread').on(t.unreadByStaff, t.lastMessageAt, t.id),
      c.index('threads_of_order').on(t.orderId, t.id),
      c.check('threads_owned', sql`${t.userId} is not null or ${t.orderId} is not null`),
    ],
  )
  const messages = c.table(
    'messages',
    {
      id: c.text().$type<Id<'message'>>().primaryKey(),
      threadId: c
        .text()
        .$type<Id<'thread'>>()
        .notNull()
        .references(() => threads.id),
      author: c.text().$type<Author>().notNull(),
      // Null for a guest.
      authorId: c.text().$type<Id<'user'>>(),
      body: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [
      c.index('messages_of_thread').on(t.threadId, t.id),
      c.check('messages_written', sql`${t.authorId} is not null or ${t.author} = 'customer'`),
    ],
  )
  const savedAnswers = c.table('saved_answers', {
    id: c.text().$type<Id<'answer'>>().primaryKey(),
    title: c.text().notNull(),
    body: c.text().notNull(),
    locale: c.text().$type<Locale>().notNull(),
    updatedAt: c.instant().notNull(),
  })
  return { threads, messages, savedAnswers }
}
