import type { Reader } from '@comptoir/db'
import * as customers from '@comptoir/db/stores/customers'
import { listOrders } from '@comptoir/db/stores/order-lists'
import * as people from '@comptoir/db/stores/people'
import { readSettings } from '@comptoir/db/stores/settings'
import { type Currency, type Locale, locales } from '@comptoir/domain'
import { type OrderStatus, orderStatuses } from '@comptoir/domain/orders'
import * as z from 'zod'

/** A customer in a list; the totals are those of the order table, `paid…` of orders whose money the shop holds. */
export interface CustomerRowView {
  id: string
  email: string
  name: string
  createdAt: string
  currency: Currency
  orders: number
  paidOrders: number
  paidCents: number
  lastOrderAt: string | null
}
export interface CustomerPageView {
  items: CustomerRowView[]
  nextCursor: string | null
}
export interface CustomerOrderView {
  id: string
  reference: string
  status: OrderStatus
  totalCents: number
  currency: Currency
  placedAt: string
}
export interface CustomerNoteView {
  id: string
  authorName: string
  body: string
  at: string
}
/** A customer with their ten newest orders and the colleagues' notes, newest first. */
export interface CustomerView extends CustomerRowView {
  phone: string
  locale: Locale
  recentOrders: CustomerOrderView[]
  notes: CustomerNoteView[]
}

const currency = z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD'])
const row = {
  ...{ id: z.string(), email: z.string(), name: z.string(), createdAt: z.string(), currency, orders: z.int() },
  ...{ paidOrders: z.int(), paidCents: z.int(), lastOrderAt: z.string().nullable() },
}
export const CustomerPageView: z.ZodType<CustomerPageView, CustomerPageView> = z.object({
  items: z.array(z.object(row)),
  nextCursor: z.string().nullable(),
})
export const CustomerView: z.ZodType<CustomerView, CustomerView> = z.object({
  ...row,
  ...{ phone: z.string(), locale: z.enum(locales) },
  recentOrders: z.array(
    z.object({
      ...{ id: z.string(), reference: z.string(), status: z.enum(orderStatuses), totalCents: z.int(), currency },
      placedAt: z.string(),
    }),
  ),
  notes: z.array(z.object({ id: z.string(), authorName: z.string(), body: z.string(), at: z.string() })),
})

/** Customers as a list shows them, with what the order table says of each. */
export async function customerRows(db: Reader, accounts: readonly people.Account[]): Promise<CustomerRowView[]> {
  const totals = await customers.totalsOf(
    db,
    accounts.map(({ id }) => id),
  )
  const shop = await readSettings(db)
  return accounts.map(({ id, email, name, createdAt }) => {
    const { lastOrderAt = null, orders = 0, paidOrders = 0, paidCents = 0 } = totals.get(id) ?? {}
    return {
      ...{ id, email, name, createdAt: createdAt.toISOString(), currency: shop.currency },
      ...{ orders, paidOrders, paidCents, lastOrderAt: lastOrderAt?.toISOString() ?? null },
    }
  })
}

export async function customerView(db: Reader, account: people.Account): Promise<CustomerView> {
  const [facts] = await customerRows(db, [account])
  if (facts === undefined) throw new RangeError('one account makes one row')
  const { rows } = await listOrders(db, { userId: account.id }, { beforeId: null, limit: 10 })
  const notes = await customers.listNotes(db, account.id)
  const names = await people.namesOf(
    db,
    notes.map(({ authorId }) => authorId),
  )
  return {
    ...facts,
    ...{ phone: account.phone, locale: account.locale },
    recentOrders: rows.map(({ id, reference, status, totalCents, currency: of, placedAt }) => ({
      ...{ id, reference, status, totalCents, currency: of, placedAt: placedAt.toISOString() },
    })),
    notes: notes.map(({ id, authorId, body, at }) => ({
      ...{ id, authorName: names.get(authorId) ?? '', body, at: at.toISOString() },
    })),
  }
}
