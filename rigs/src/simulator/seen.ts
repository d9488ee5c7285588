import type { Reader } from '@comptoir/db'
import { like, sql } from 'drizzle-orm'
import type { Provider } from './gateway.ts'

export interface SeenLine {
  variantId: string
  quantity: number
  unitCents: number
}
export interface SeenOrder {
  id: string
  status: string
  payment: string
  delivery: string
  /** What the shopper wrote as the name: which ask the order comes from. */
  name: string
  expired: boolean
  totalCents: number
  payBefore: number
  lines: SeenLine[]
}
interface SeenPaper {
  orderId: string
  totalCents: number
  serial: number
}
/** What the database and the provider hold at one moment: facts only, for the reference model to judge. */
export interface Seen {
  orders: SeenOrder[]
  variants: { id: string; slug: string; onHand: number; allocated: number; unitCents: number }[]
  /** Corrections of the shelf that somebody gave a reason for. */
  movements: { reason: string; variantId: string; quantity: number }[]
  payments: { id: string; orderId: string; state: string; amountCents: number }[]
  refunds: { id: string; orderId: string; intent: string; state: string; amountCents: number; restock: boolean }[]
  invoices: SeenPaper[]
  creditNotes: SeenPaper[]
  charges: { key: string; state: string; amountCents: number }[]
  given: { key: string; chargeKey: string; state: string; amountCents: number }[]
}

/** Looks at a shop as another process does: through a connection of its own. */
export interface Looker {
  look(): Promise<Seen>
  /** Another text after each step that leaves a trace: whether looking again is worth its time. */
  traces(): Promise<string>
}

export function looker(db: Reader, bank: Provider): Looker {
  const t = db.tables
  const { stockMovements: m, payments: p, refunds: r, invoices: i, creditNotes: n, orders: o, variants: v } = t
  const read = {
    orders: db
      .select({
        ...{ id: o.id, status: o.status, payment: o.payment, delivery: o.delivery, reason: o.cancelReason },
        ...{ totalCents: o.totalCents, by: o.payBefore },
      })
      .from(o)
      .prepare(),
    names: db.select({ id: o.id, address: o.address }).from(o).prepare(),
    lines: db
      .select({
        ...{ orderId: t.orderLines.orderId, variantId: t.orderLines.variantId },
        ...{ quantity: t.orderLines.quantity, unitCents: t.orderLines.unitCents },
      })
      .from(t.orderLines)
      .prepare(),
    variants: db
      .select({ id: v.id, productId: v.productId, onHand: v.onHand, allocated: v.allocated, unitCents: v.priceCents })
      .from(v)
      .prepare(),
    slugs: db.select({ id: t.products.id, slug: t.products.slug }).from(t.products).prepare(),
    movements: db
      .select({ reason: m.reason, variantId: m.variantId, quantity: m.quantity })
      .from(m)
      .where(like(m.reason, 'ask %'))
      .prepare(),
    payments: db.select({ id: p.id, orderId: p.orderId, state: p.state, amountCents: p.amountCents }).from(p).prepare(),
    refunds: db
      .select({
        ...{ id: r.id, orderId: r.orderId, intent: r.intent },
        ...{ state: r.state, amountCents: r.amountCents, restock: r.restock },
      })
      .from(r)
      .prepare(),
    invoices: db.select({ orderId: i.orderId, totalCents: i.totalCents, serial: i.serial }).from(i).prepare(),
    creditNotes: db.select({ orderId: n.orderId, totalCents: n.totalCents, serial: n.serial }).from(n).prepare(),
    traces: db
      .select({
        text: sql<string>`(select count(*) from order_events) || ' ' || (select count(*) from payment_events) || ' '
          || (select count(*) from refunds where state <> 'pending') || ' ' || (select count(*) from stock_movements) || ' '
          || (select count(*) || ' ' || sum(version) from products)`,
      })
      .from(sql`(select 1)`)
      .prepare(),
  }
  const frozen = new Map<string, Pick<SeenOrder, 'name' | 'lines'>>()
  const slugs = new Map<string, string>()

  /** What never changes about orders is read once for each. */
  async function freeze(ids: readonly string[]): Promise<void> {
    if (ids.every((id) => frozen.has(id))) return
    const lines = await read.lines.execute()
    for (const { id, address } of await read.names.execute())
      if (!frozen.has(id)) {
        const mine = lines.filter((line) => line.orderId === id).map(({ orderId: _, ...line }) => line)
        frozen.set(id, { name: address.name, lines: mine })
      }
  }

  return {
    traces: async () => `${(await read.traces.execute())[0]?.text} ${bank.news.length} ${bank.refunds.size}`,
    async look() {
      const orders = await read.orders.execute()
      await freeze(orders.map((one) => one.id))
      const variants = await read.variants.execute()
      if (variants.some((one) => !slugs.has(one.productId)))
        for (const { id, slug } of await read.slugs.execute()) slugs.set(id, slug)
      return {
        orders: orders.map(({ reason, by, ...order }) => ({
          ...order,
          ...(frozen.get(order.id) ?? { name: '', lines: [] }),
          ...{ expired: reason === 'expired', payBefore: by.getTime() },
        })),
        variants: variants.map(({ productId, ...one }) => ({ ...one, slug: slugs.get(productId) ?? '' })),
        movements: await read.movements.execute(),
        payments: await read.payments.execute(),
        refunds: await read.refunds.execute(),
        invoices: await read.invoices.execute(),
        creditNotes: await read.creditNotes.execute(),
        charges: [...bank.charges].map(([key, { outcome, amountCents }]) => ({ key, state: outcome, amountCents })),
        given: [...bank.refunds].map(([key, { outcome, chargeKey, amountCents }]) => ({
          ...{ key, chargeKey, amountCents },
          state: outcome,
        })),
      }
    },
  }
}
