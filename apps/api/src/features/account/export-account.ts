import type { Reader } from '@comptoir/db'
import * as addresses from '@comptoir/db/stores/addresses'
import * as carts from '@comptoir/db/stores/carts'
import * as customers from '@comptoir/db/stores/customers'
import * as people from '@comptoir/db/stores/people'
import * as sessions from '@comptoir/db/stores/sessions'
import * as tokens from '@comptoir/db/stores/tokens'
import { type Id, refuse } from '@comptoir/domain'
import type { Context, CurrentUser } from '../../context.ts'
import { limitCalls } from '../../services/limits.ts'
import { exportOrders } from '../orders/export-orders.ts'
import { exportThreads } from '../support/export-threads.ts'
import type { AccountExportView } from './account-view.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

const hour = 60 * 60_000
const mostExports = 20

/** What the shop holds about the caller, a few times an hour. Refuses: too_many_requests. */
export async function exportOwnAccount(ctx: Context & { user: CurrentUser }): Promise<AccountExportView> {
  await limitCalls(ctx, `export:${ctx.user.id}`, mostExports, hour)
  return exportAccount(ctx.db.read, ctx.user.id, ctx.clock())
}

/** Everything that the shop holds about a person, without what opens doors. SAFETY rule 29. */
async function exportAccount(db: Reader, id: Id<'user'>, now: Date): Promise<AccountExportView> {
  const account = (await people.find(db, id)) ?? refuse('sign_in_first')
  const { email, name, phone, locale, role, createdAt } = account
  const cart = await carts.findOpen(db, { userId: id })
  const book = await addresses.list(db, id)
  const open = await sessions.listOfUser(db, id, 1000)
  const programs = await tokens.listOf(db, [id])
  const notes = await customers.listNotes(db, id, 1000)
  return {
    exportedAt: now.toISOString(),
    profile: { id, email, name, phone, locale, role, createdAt: createdAt.toISOString() },
    addresses: book.map(({ name: to, line1, line2, postcode, city, country, phone: number, isDefault }) => ({
      ...{ name: to, line1, line2, postcode, city, country, phone: number, isDefault },
    })),
    cart: (cart?.lines ?? []).map(({ variantId, quantity }) => ({ variantId, quantity })),
    orders: await exportOrders(db, id),
    conversations: await exportThreads(db, id),
    notes: notes.map(({ body, at }) => ({ body, at: at.toISOString() })),
    sessions: open.map((one) => ({
      ...{ kind: one.kind, userAgent: one.userAgent },
      ...{ createdAt: one.createdAt.toISOString(), expiresAt: one.expiresAt.toISOString() },
    })),
    tokens: programs.map((one) => ({
      ...{ name: one.name, scopes: one.scopes, createdAt: one.createdAt.toISOString() },
      ...{ endsAt: one.endsAt.toISOString(), revokedAt: iso(one.revokedAt), lastUsedAt: iso(one.usedAt) },
    })),
  }
}
