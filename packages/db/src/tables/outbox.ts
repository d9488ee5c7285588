import type { Id } from '@comptoir/domain'
import type { OrderStatus } from '@comptoir/domain/orders'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export const outboxTables = (c: Columns) => {
  // Written with the effect; the relay numbers the rows after their commit: dense, in one order for all readers.
  const outbox = c.table(
    'outbox',
    {
      id: c.text().$type<Id<'event'>>().primaryKey(),
      position: c.int().unique(),
      topic: c.text().notNull(),
      subjectId: c.text().notNull(),
      userId: c.text().$type<Id<'user'>>(),
      data: c.json<Record<string, string | number | boolean | null>>().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('outbox_of_subject').on(t.subjectId, t.position)],
  )
  // Work queued in the transaction of its cause; a worker takes a row by moving `lockedUntil`.
  const jobs = c.table(
    'jobs',
    {
      id: c.text().$type<Id<'event'>>().primaryKey(),
      kind: c.text().notNull(),
      data: c.json<Record<string, string | number | boolean | null>>().notNull(),
      runAt: c.instant().notNull(),
      attempts: c.int().notNull(),
      lockedUntil: c.instant(),
      doneAt: c.instant(),
      lastError: c.text().notNull(),
    },
    (t) => [c.index('jobs_due').on(t.doneAt, t.runAt)],
  )
  const idempotency = c.table(
    'idempotency',
    {
      scope: c.text().notNull(),
      operation: c.text().notNull(),
      keyHash: c.text().notNull(),
      fingerprint: c.text().notNull(),
      state: c.text().$type<'pending' | 'done'>().notNull(),
      answer: c.json<unknown>(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.scope, t.operation, t.keyHash] }),
      c.index('idempotency_by_age').on(t.createdAt),
    ],
  )
  const audit = c.table(
    'audit',
    {
      id: c.text().$type<Id<'audit'>>().primaryKey(),
      actorId: c.text().$type<Id<'user'>>().notNull(),
      action: c.text().notNull(),
      subjectId: c.text().notNull(),
      before: c.json<unknown>(),
      after: c.json<unknown>(),
      address: c.text().notNull(),
      requestId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [
      c.index('audit_of_subject').on(t.subjectId, t.id),
      c.index('audit_of_actor').on(t.actorId, t.id),
      c.index('audit_of_action').on(t.action, t.id),
    ],
  )
  const settings = c.table('settings', { key: c.text().primaryKey(), value: c.json<unknown>().notNull() })

  // Figures kept up to date in the writes; `day` is the shop's calendar day, YYYY-MM-DD.
  const salesDays = c.table('sales_days', {
    day: c.text().primaryKey(),
    paidOrders: c.int().notNull(),
    revenueCents: c.cents().notNull(),
    refundedCents: c.cents().notNull(),
  })
  const statusDays = c.table(
    'status_days',
    { day: c.text().notNull(), status: c.text().$type<OrderStatus>().notNull(), orders: c.int().notNull() },
    (t) => [c.primaryKey({ columns: [t.day, t.status] }), c.check('status_days_count', sql`${t.orders} >= 0`)],
  )
  const productDays = c.table(
    'product_days',
    {
      day: c.text().notNull(),
      productId: c.text().$type<Id<'product'>>().notNull(),
      quantity: c.int().notNull(),
      grossCents: c.cents().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.day, t.productId] })],
  )
  return { outbox, jobs, idempotency, audit, settings, salesDays, statusDays, productDays }
}
