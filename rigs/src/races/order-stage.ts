import { bySystem, completePayments, settlePayment } from '@comptoir/api/callers'
import { freshFor } from '@comptoir/api/change'
import { expireOrder } from '@comptoir/api/expire-orders'
import type { TestShop } from '@comptoir/api/testing'
import { addProduct, minute, order, orderPaid, stockOf, type Visit } from '@comptoir/api/testing-orders'
import type { Id } from '@comptoir/domain'
import { eq, inArray } from 'drizzle-orm'
import type { Deed, Stage } from './interleave.ts'

interface OnOrder {
  id: Id<'order'>
  /** The attempt that waits for its code, or for the gateway's answer. */
  paymentId: Id<'payment'> | null
  /** What was on the shelf before. */
  before: { onHand: number; allocated: number }
}
type Good = Awaited<ReturnType<typeof addProduct>>

const level = async (shop: TestShop, good: Good) => {
  const { onHand = 0, allocated = 0 } = await stockOf(shop, good)
  return { onHand, allocated }
}

/** All that the books and the gateway know of an order, without ids and times. */
async function readOrder(shop: TestShop, good: Good, { id, before }: Pick<OnOrder, 'id' | 'before'>) {
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

const word = async (work: Promise<unknown>) => (await work, 'done')
type Instead = Parameters<Deed<OnOrder>>[1]

/** Everything that may be done to an order, by its customer, the colleagues and the shop itself. */
async function orderDeeds(shop: TestShop, alice: Visit) {
  const [one, two] = [await shop.staff('admin'), await shop.staff('finance')]
  const as = ({ bag }: Visit, instead: Instead) => shop.visit({ user: bag.user }, instead)
  const soon = () => new Date(shop.clock.now().getTime() + minute)
  const pay =
    (card: string): Deed<OnOrder> =>
    async ({ id }, instead) =>
      (await as(alice, instead).shop.orders.pay({ id, card })).outcome
  const confirm =
    (confirmation: string): Deed<OnOrder> =>
    async ({ id, paymentId }, instead) => {
      const step = { id, card: 'card_second_step', paymentId: paymentId ?? 'payment_', confirmation } as const
      return (await as(alice, instead).shop.orders.pay(step)).outcome
    }
  const deeds = {
    pay: pay('card_success'),
    'pay with a card that is declined': pay('card_declined'),
    'pay with a card that asks for a code': pay('card_second_step'),
    'give the code': confirm('1234'),
    'give a wrong code': confirm('0000'),
    cancel: ({ id }, instead) => word(as(alice, instead).shop.orders.cancel({ id })),
    'cancel for the customer': ({ id }, instead) => word(as(one, instead).admin.orders.cancel({ id })),
    validate: ({ id }, instead) => word(as(one, instead).admin.orders.validate({ id })),
    ship: ({ id }, instead) => word(as(one, instead).admin.orders.ship({ id })),
    deliver: ({ id }, instead) => word(as(one, instead).admin.orders.deliver({ id })),
    refund: ({ id }, instead) => word(as(two, instead).admin.orders.refund({ id })),
    'refund and keep the pieces': ({ id }, instead) =>
      word(as(two, instead).admin.orders.refund({ id, restock: false })),
    note: ({ id }, instead) => word(as(one, instead).admin.orders.addNote({ id, body: 'Rappelée.' })),
    expire: async ({ id }, { db = shop.services.db }) => {
      const fresh = freshFor(shop.services)
      return (await db.write((tx) => (fresh.rewind(), expireOrder(tx, id, fresh)))) ? 'done' : 'not now'
    },
    'ask the gateway again': (_, instead) => word(completePayments({ ...shop.services, ...instead }, soon())),
    'hear the gateway': async ({ paymentId }, instead) => {
      const services = { ...shop.services, ...instead }
      const said = paymentId === null ? undefined : await services.gateway.find(paymentId)
      if (paymentId !== null && said !== undefined) await settlePayment(services, paymentId, said, bySystem('callback'))
      return 'done'
    },
  } satisfies Record<string, Deed<OnOrder>>
  return { deeds, colleague: one, soon }
}
type Name = keyof Awaited<ReturnType<typeof orderDeeds>>['deeds']

/** How often the gateway took the money and did not give it back. */
const heldBy = (gateway: readonly string[]): number =>
  gateway.filter((one) => one.startsWith('captured')).length -
  gateway.filter((one) => one.startsWith('succeeded')).length

/** Where an order is when two people come to it at once, and what they may do there. */
const possible = {
  'is unpaid': [
    ...(['pay', 'pay with a card that is declined', 'pay with a card that asks for a code', 'cancel'] as const),
    ...(['cancel for the customer', 'validate', 'refund', 'note'] as const),
  ],
  'waits for a code': [
    ...(['pay', 'give the code', 'give a wrong code', 'cancel', 'validate', 'hear the gateway'] as const),
  ],
  'is paid, and the gateway has not answered': [
    ...(['pay', 'cancel', 'ship', 'ask the gateway again', 'hear the gateway'] as const),
  ],
  'is late, and the gateway has not answered': [...(['expire', 'pay', 'cancel', 'ask the gateway again'] as const)],
  'is paid': [
    ...(['pay', 'cancel', 'cancel for the customer', 'ship', 'refund', 'refund and keep the pieces'] as const),
    ...(['deliver', 'note'] as const),
  ],
  'is shipped': ['deliver', 'refund', 'refund and keep the pieces', 'cancel', 'ship'],
  'is delivered': ['refund', 'refund and keep the pieces', 'cancel', 'note'],
  'is late': ['pay', 'cancel', 'expire', 'validate'],
} as const satisfies Record<string, readonly Name[]>
export type OrderStart = keyof typeof possible
export const orderStarts = Object.keys(possible) as OrderStart[]

/** An order, and everything that may be done to it there. */
export async function orderStage(shop: TestShop, start: OrderStart): Promise<Stage<OnOrder>> {
  const good = await addProduct(shop, { stock: 100_000 })
  const alice = await shop.customer()
  const { deeds, colleague, soon } = await orderDeeds(shop, alice)
  const names: readonly Name[] = possible[start]
  const isPaid = ['is paid', 'is shipped', 'is delivered'].includes(start)
  const firstCard = start === 'waits for a code' ? 'card_second_step' : 'card_timeout'
  return {
    services: shop.services,
    async make() {
      const before = await level(shop, good)
      const { id } = await (isPaid ? orderPaid(alice, good) : order(alice, good))
      const attempt = start === 'waits for a code' || start.endsWith('has not answered')
      const paymentId = attempt ? (await alice.shop.orders.pay({ id, card: firstCard })).paymentId : null
      if (start === 'is shipped' || start === 'is delivered') await colleague.admin.orders.ship({ id })
      if (start === 'is delivered') await colleague.admin.orders.deliver({ id })
      if (start.startsWith('is late')) shop.clock.advance(61 * minute)
      return { id, paymentId: paymentId as Id<'payment'> | null, before }
    },
    async read(scene) {
      const state = await readOrder(shop, good, scene)
      // What this scene leaves unanswered is none of the next one's business; and money is never kept silently (INV-07).
      await completePayments(shop.services, soon())
      const { gateway, payment, status } = await readOrder(shop, good, scene)
      if (heldBy(gateway) !== (payment === 'paid' ? 1 : 0))
        throw new Error(`the gateway holds ${gateway.join(', ')} for an order that is ${status}`)
      return state
    },
    // Two browsers that pay: the second joins the attempt of the first (RULES 4.7).
    joins: (first, second) => [first, second].every((name) => name.startsWith('pay') || name.startsWith('give')),
    // Another payment, or the end of the order, gives up an attempt that waits for its code.
    overtaken: (first, second) =>
      first === 'pay with a card that asks for a code' ? (second === 'pay' ? 'paid' : 'declined') : null,
    deeds: Object.fromEntries(names.map((name) => [name, deeds[name]])),
  }
}
