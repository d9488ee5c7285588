import type { Id, Locale } from '@comptoir/domain'
import type { Role } from '@comptoir/domain/people'
import type { Columns } from '../columns.ts'

export const peopleTables = (c: Columns) => {
  const users = c.table('users', {
    id: c.text().$type<Id<'user'>>().primaryKey(),
    email: c.text().notNull().unique(),
    name: c.text().notNull(),
    phone: c.text().notNull(),
    locale: c.text().$type<Locale>().notNull(),
    role: c.text().$type<Role>().notNull(),
    passwordHash: c.text().notNull(),
    disabled: c.flag().notNull(),
    createdAt: c.instant().notNull(),
    version: c.int().notNull(),
  })

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

  return { users, sessions, limits }
}
