import type { Id, Locale } from '@comptoir/domain'
import type { Author, ThreadState } from '@comptoir/domain/support'
import type { Columns } from '../columns.ts'

export const supportTables = (c: Columns) => {
  const threads = c.table(
    'threads',
    {
      id: c.text().$type<Id<'thread'>>().primaryKey(),
      userId: c.text().$type<Id<'user'>>().notNull(),
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
      authorId: c.text().$type<Id<'user'>>().notNull(),
      body: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('messages_of_thread').on(t.threadId, t.id)],
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
