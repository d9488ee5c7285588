import type { Id } from '@comptoir/domain'
import type { Scope, TokenKind } from '@comptoir/domain/people'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'
import type { peopleTables } from './people.ts'

/** What programs call with: tokens of people, and of apps that admins keep. */
export const tokenTables = (c: Columns, { users }: Pick<ReturnType<typeof peopleTables>, 'users'>) => {
  const userId = () =>
    c
      .text()
      .$type<Id<'user'>>()
      .notNull()
      .references(() => users.id)

  // An app is an account that nobody can sign in to: what it does is told under its name like a colleague's deeds.
  const apps = c.table('apps', {
    userId: userId().primaryKey(),
    createdById: userId(),
    createdAt: c.instant().notNull(),
  })

  // `secretHash` is the SHA-256 of what was shown once (INV-64); `hint` its last characters, to tell one from another.
  const tokens = c.table(
    'tokens',
    {
      id: c.text().$type<Id<'token'>>().primaryKey(),
      userId: userId(),
      kind: c.text().$type<TokenKind>().notNull(),
      name: c.text().notNull(),
      secretHash: c.text().notNull().unique(),
      hint: c.text().notNull(),
      scopes: c.json<Scope[]>().notNull(),
      createdById: userId(),
      createdAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
      revokedAt: c.instant(),
    },
    (t) => [
      c.index('tokens_of_user').on(t.userId, t.id),
      c.check('tokens_kind', sql`${t.kind} in ('personal', 'app')`),
      c.check('tokens_end', sql`${t.endsAt} > ${t.createdAt}`),
    ],
  )

  // Apart from its token, so that a call changes nothing of the token itself.
  const tokenUses = c.table('token_uses', {
    tokenId: c
      .text()
      .$type<Id<'token'>>()
      .primaryKey()
      .references(() => tokens.id),
    usedAt: c.instant().notNull(),
  })

  return { apps, tokens, tokenUses }
}
