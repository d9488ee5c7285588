import type { Id, Locale } from '@comptoir/domain'
import type { Role } from '@comptoir/domain/people'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export const peopleTables = (c: Columns) => {
  const users = c.table(
    'users',
    {
      id: c.text().$type<Id<'user'>>().primaryKey(),
      email: c.text().notNull().unique(),
      name: c.text().notNull(),
      phone: c.text().notNull(),
      locale: c.text().$type<Locale>().notNull(),
      role: c.text().$type<Role>().notNull(),
      passwordHash: c.text().notNull(),
      disabled: c.flag().notNull(),
      createdAt: c.instant().notNull(),
      // When the person had the account erased: what is left names nobody (INV-66).
      erasedAt: c.instant(),
      version: c.int().notNull(),
    },
    (t) => [c.index('users_by_role').on(t.role, t.id)],
  )

  // Only hashes at rest: `id` is the SHA-256 of the secret that the caller holds (INV-64).
  const sessions = c.table(
    'sessions',
    {
      id: c.text().primaryKey(),
      userId: c
        .text()
        .$type<Id<'user'>>()
        .notNull()
        .references(() => users.id),
      kind: c.text().$type<'cookie' | 'token'>().notNull(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
      userAgent: c.text().notNull(),
    },
    (t) => [c.index('sessions_of_user').on(t.userId), c.index('sessions_by_end').on(t.expiresAt)],
  )

  const limits = c.table('limits', {
    key: c.text().primaryKey(),
    windowStartedAt: c.instant().notNull(),
    count: c.int().notNull(),
  })

  // What a person is found by: beginnings of e-mail and names, folded to [a-z0-9]+ (`personWords`).
  const userWords = c.table(
    'user_words',
    {
      word: c.text().notNull(),
      userId: c
        .text()
        .$type<Id<'user'>>()
        .notNull()
        .references(() => users.id),
    },
    (t) => [c.primaryKey({ columns: [t.word, t.userId] }), c.index('user_words_of_user').on(t.userId, t.word)],
  )

  // `place` bounds the book, `defaultOf` is the person whose default it is: both are constraints, not habits.
  const addresses = c.table(
    'addresses',
    {
      id: c.text().$type<Id<'address'>>().primaryKey(),
      userId: c
        .text()
        .$type<Id<'user'>>()
        .notNull()
        .references(() => users.id),
      place: c.int().notNull(),
      defaultOf: c.text().$type<Id<'user'>>().unique(),
      name: c.text().notNull(),
      line1: c.text().notNull(),
      line2: c.text().notNull(),
      postcode: c.text().notNull(),
      city: c.text().notNull(),
      country: c.text().notNull(),
      phone: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex('addresses_place').on(t.userId, t.place),
      c.check('addresses_most', sql`${t.place} between 1 and 20`),
      c.check('addresses_default', sql`${t.defaultOf} is null or ${t.defaultOf} = ${t.userId}`),
    ],
  )

  // One link at a time and person, for a new colleague or a lost password; only its hash is kept, `usedAt` closes it.
  const staffLinks = c.table('staff_links', {
    userId: c
      .text()
      .$type<Id<'user'>>()
      .primaryKey()
      .references(() => users.id),
    tokenHash: c.text().notNull().unique(),
    createdById: c.text().$type<Id<'user'>>().notNull(),
    createdAt: c.instant().notNull(),
    expiresAt: c.instant().notNull(),
    usedAt: c.instant(),
  })

  // What colleagues tell each other about a customer.
  const customerNotes = c.table(
    'customer_notes',
    {
      id: c.text().$type<Id<'note'>>().primaryKey(),
      userId: c
        .text()
        .$type<Id<'user'>>()
        .notNull()
        .references(() => users.id),
      authorId: c
        .text()
        .$type<Id<'user'>>()
        .notNull()
        .references(() => users.id),
      body: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('customer_notes_of_user').on(t.userId, t.id)],
  )

  return { users, sessions, limits, userWords, addresses, staffLinks, customerNotes }
}
