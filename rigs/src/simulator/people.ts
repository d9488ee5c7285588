import { randomBytes } from 'node:crypto'
import type { CurrentUser } from '@comptoir/api/callers'
import { openDatabase } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import { makeId } from '@comptoir/domain'
import type { Bag } from './visitor.ts'

const roles = ['customer', 'customer', 'customer', 'support', 'finance', 'catalogue', 'admin'] as const
const openedAt = new Date('2026-11-01T08:00:00.000Z')

const accounts: CurrentUser[] = roles.map((role, i) => ({
  id: makeId('user', openedAt.getTime(), new Uint8Array(16).fill(i + 1)),
  ...{ email: `${role}-${i}@email.test`, role, locale: 'fr', sessionId: '', sessionKind: 'cookie', token: null },
}))
const bagOf = (user: CurrentUser | null): Bag => ({ user, cartToken: null, orderTokens: new Map() })

/** A migrated file with the accounts that every run has; each run begins with a copy of it. */
export async function makeTemplate(url: string): Promise<void> {
  const db = await openDatabase(url)
  // Nobody signs in: a hash that no password fits will do.
  const passwordHash = `$argon2id$v=19$m=1024,t=1,p=1$${randomBytes(16).toString('base64').slice(0, 22)}$${'A'.repeat(43)}`
  await db.write(async (tx) => {
    for (const { id, email, role } of accounts)
      await people.insert(tx, {
        id,
        email,
        role,
        name: 'Une personne',
        phone: '',
        locale: 'fr',
        passwordHash,
        createdAt: openedAt,
      })
  })
  await db.close()
}

/** Everyone of a run: shoppers with an account and without, and colleagues of each role. */
export const everyone = () => ({
  shoppers: [...accounts.filter(({ role }) => role === 'customer').map(bagOf), bagOf(null), bagOf(null)],
  staff: Object.fromEntries(accounts.filter(({ role }) => role !== 'customer').map((user) => [user.role, bagOf(user)])),
})
