import { freshFor } from '@comptoir/api/change'
import { expireOrder } from '@comptoir/api/expire-orders'
import type { TestShop } from '@comptoir/api/testing'
import { addProduct, minute, order, orderPaid, stockOf } from '@comptoir/api/testing-orders'
import type { Id } from '@comptoir/domain'
import { eq, inArray } from 'drizzle-orm'
import type { Deed, Stage } from './interleave.ts'

interface OnOrder {
  id: Id<'order'>
  /** What was on the shelf before. */
  before: { onHand: number; allocated: number }
}
type Good = Awaited<ReturnType<typeof addProduct>>

const level = async (shop: TestShop, good: Good) => {
  const { onHand = 0, allocated = 0 } = await stockOf(shop, good)
  return { onHand, allocated }
}

/** All that the books and the gateway know of an order, without ids and times. */
async function readOrder(shop: TestShop, good: Good, { id, before }: OnOrder) {
  const { tables } = shop.db.read
  const of = async <T extends { orderId: string }>(rows: Promise<T[]>) => rows
  const [row] = await shop.db.read.select().from(tables.orders).where(eq(tables.orders.id, id))
  const payments = await of(shop.db.read.select().from(tables.payments).where(eq(tables.payments.orderId, id)))
  const refunds = await of(shop.db.read.select().from(tables.refunds).where(eq(tables.refunds.orderId, id)))
  const keys = payments.map(({ key }) => key)
  const charges = await shop.db.read
    .select()
    .from(tables.gatewayCharges)
    .where(inArray(tables.gatewayCharges.key, keys))
  const back = await shop.db.read
    .select()
    .from(tables.gatewayRefunds)
    .where(inArray(tables.gatewayRefunds.chargeKey, keys))
  const steps = await of(shop.db.read.select().from(tables.orderEvents).where(eq(tables.orderEvents.orderId, id)))
  const after = await level(shop, good)
  const count = (table: 'invoices' | 'creditNotes' | 'deliveries' | 'orderNotes') =>
    shop.db.read.$count(tables[table], eq(tables[table].orderId, id))
  return {
    ...{ placement: row?.placement, payment: row?.payment, delivery: row?.delivery, status: row?.status },
    payments: payments.map(({ state }) => state).toSorted(),
    refunds: refunds.map(({ state }) => state).toSorted(),
    gateway: [...charges, ...back].map(({ state, amountCents }) => `${state} ${amountCents}`).toSorted(),
    steps: steps.map(({ kind }) => kind).toSorted(),
    papers: [await count('invoices'), await count('creditNotes'), await count('deliveries'), await count('orderNotes')],
    stock: [after.onHand - before.onHand, after.allocated - before.allocated],
  }
}

/** Where an order is when two people come to it at once. */
export const orderStarts = ['unpaid', 'paid', 'shipped', 'late'] as const
export type OrderStart = (typeof orderStarts)[number]

/** An order, and everything that may be done to it there. */
export async function orderStage(shop: TestShop, start: OrderStart): Promise<Stage<OnOrder>> {
  const good = await addProduct(shop, { stock: 100_000 })
  const alice = await shop.customer()
  const [one, two] = [await shop.staff('admin'), await shop.staff('finance')]
  type Instead = Parameters<Deed<OnOrder>>[1]
  const as = ({ bag }: typeof alice, instead: Instead) => shop.visit({ user: bag.user }, instead)
  const word = async (work: Promise<unknown>) => (await work, 'done')

  const deeds: Record<string, Deed<OnOrder>> = {
    pay: async ({ id }, instead) => (await as(alice, instead).shop.orders.pay({ id, card: 'card_success' })).outcome,
    'pay with a card that is declined': async ({ id }, instead) =>
      (await as(alice, instead).shop.orders.pay({ id, card: 'card_declined' })).outcome,
    cancel: ({ id }, instead) => word(as(alice, instead).shop.orders.cancel({ id })),
    'cancel for the customer': ({ id }, instead) => word(as(one, instead).admin.orders.cancel({ id })),
    validate: ({ id }, instead) => word(as(one, instead).admin.orders.validate({ id })),
    ship: ({ id }, instead) => word(as(one, instead).admin.orders.ship({ id })),
    deliver: ({ id }, instead) => word(as(one, instead).admin.orders.deliver({ id })),
    refund: ({ id }, instead) => word(as(two, instead).admin.orders.refund({ id })),
    note: ({ id }, instead) => word(as(one, instead).admin.orders.addNote({ id, body: 'Rappelée.' })),
    expire: async ({ id }, { db = shop.services.db }) => {
      const fresh = freshFor(shop.services)
      return (await db.write((tx) => (fresh.rewind(), expireOrder(tx, id, fresh)))) ? 'done' : 'not now'
    },
  }
  const possible: Record<OrderStart, string[]> = {
    unpaid: ['pay', 'pay with a card that is declined', 'cancel', 'cancel for the customer', 'validate', 'note'],
    paid: ['pay', 'cancel', 'cancel for the customer', 'ship', 'refund', 'deliver'],
    shipped: ['deliver', 'refund', 'cancel', 'ship'],
    late: ['pay', 'cancel', 'expire', 'validate'],
  }
  return {
    services: shop.services,
    async make() {
      const before = await level(shop, good)
      const { id } = await (start === 'unpaid' || start === 'late' ? order(alice, good) : orderPaid(alice, good))
      if (start === 'shipped') await one.admin.orders.ship({ id })
      if (start === 'late') shop.clock.advance(61 * minute)
      return { id, before }
    },
    read: (scene) => readOrder(shop, good, scene),
    // Two browsers that pay: the second joins the attempt of the first (RULES 4.7).
    joins: (first, second) => first.startsWith('pay') && second.startsWith('pay'),
    deeds: Object.fromEntries(possible[start].flatMap((name) => (deeds[name] ? [[name, deeds[name]]] : []))),
  }
}
