import type { Id } from '@comptoir/domain'
import { asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import type { Account } from './people.ts'

/** The apps that admins keep, in the order of their making, at most 100. */
export async function list(db: Reader): Promise<Account[]> {
  const { apps, users } = db.tables
  const rows = await db
    .select({ account: users })
    .from(apps)
    .innerJoin(users, eq(users.id, apps.userId))
    .orderBy(asc(users.id))
    .limit(100)
  return rows.map(({ account }) => account)
}

/** An app; undefined when there is none of that id, be it a person's. */
export async function find(db: Reader, userId: Id<'user'>): Promise<Account | undefined> {
  const { apps, users } = db.tables
  const [row] = await db
    .select({ account: users })
    .from(apps)
    .innerJoin(users, eq(users.id, apps.userId))
    .where(eq(apps.userId, userId))
  return row?.account
}

export async function insert(
  tx: Writer,
  row: { userId: Id<'user'>; createdById: Id<'user'>; createdAt: Date },
): Promise<void> {
  await tx.insert(tx.tables.apps).values(row)
}
