import type { Reader } from '@comptoir/db'
import { like } from 'drizzle-orm'
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
/** What the database and the provider hold at one moment: facts only, for the reference model to judge. */
export interface Seen {
  orders: SeenOrder[]
  variants: { id: string; slug: string; onHand: number; allocated: number; unitCents: number }[]
  /** Corrections of the shelf that somebody gave a reason for. */
  movements: { reason: string; variantId: string; quantity: number }[]
  payments: { id: string; orderId: string; state: string; amountCents: number }[]
  refunds: { id: string; orderId: string; intent: string; state: string; amountCents: number; restock: boolean }[]
  invoices: { orderId: string; totalCents: number; serial: number }[]
  creditNotes: { orderId: string; totalCents: number; serial: number }[]
  charges: { key: string; state: string; amountCents: number }[]
  given: { key: string; chargeKey: string; state: string; amountCents: number }[]
}

/** Looks at a shop as another process does: through a connection of its own. */
export function looker(db: Reader, { charges, refunds }: Provider): () => Promise<Seen> {
  const t = db.tables
  const frozen = new Map<string, Pick<SeenOrder, 'name' | 'lines'>>()
  const slugs = new Map<string, string>()

  async function freeze(ids: readonly string[]): Promise<void> {
    if (ids.every((id) => frozen.has(id))) return
    const names = await db.select({ id: t.orders.id, address: t.orders.address }).from(t.orders)
    const { orderId, variantId, quantity, unitCents } = t.orderLines
    const lines = await db.select({ orderId, variantId, quantity, unitCents }).from(t.orderLines)
    for (const { id, address } of names)
      if (!frozen.has(id))
        frozen.set(id, {
          name: address.name,
          lines: lines.filter((line) => line.orderId === id).map(({ orderId: _, ...line }) => line),
        })
  }
  async function learnSlugs(ids: readonly string[]): Promise<void> {
    if (ids.every((id) => slugs.has(id))) return
    const products = new Map(
      (await db.select({ id: t.products.id, slug: t.products.slug }).from(t.products)).map((one) => [one.id, one.slug]),
    )
    for (const { id, productId } of await db
      .select({ id: t.variants.id, productId: t.variants.productId })
      .from(t.variants))
      slugs.set(id, products.get(productId) ?? '')
  }

  return async () => {
    const { id, status, payment, delivery, cancelReason, totalCents, payBefore } = t.orders
    const orders = await db
      .select({ id, status, payment, delivery, cancelReason, totalCents, payBefore })
      .from(t.orders)
    await freeze(orders.map((one) => one.id))
    const v = t.variants
    const variants = await db
      .select({ id: v.id, onHand: v.onHand, allocated: v.allocated, unitCents: v.priceCents })
      .from(v)
    await learnSlugs(variants.map((one) => one.id))
    const { stockMovements: m, payments: p, refunds: r, invoices: i, creditNotes: n } = t
    return {
      orders: orders.map(({ cancelReason: reason, payBefore: by, ...order }) => ({
        ...order,
        ...(frozen.get(order.id) ?? { name: '', lines: [] }),
        ...{ expired: reason === 'expired', payBefore: by.getTime() },
      })),
      variants: variants.map((one) => ({ ...one, slug: slugs.get(one.id) ?? '' })),
      movements: await db
        .select({ reason: m.reason, variantId: m.variantId, quantity: m.quantity })
        .from(m)
        .where(like(m.reason, 'ask %')),
      payments: await db.select({ id: p.id, orderId: p.orderId, state: p.state, amountCents: p.amountCents }).from(p),
      refunds: await db
        .select({
          id: r.id,
          orderId: r.orderId,
          intent: r.intent,
          state: r.state,
          amountCents: r.amountCents,
          restock: r.restock,
        })
        .from(r),
      invoices: await db.select({ orderId: i.orderId, totalCents: i.totalCents, serial: i.serial }).from(i),
      creditNotes: await db.select({ orderId: n.orderId, totalCents: n.totalCents, serial: n.serial }).from(n),
      charges: [...charges].map(([key, { outcome, amountCents }]) => ({ key, state: outcome, amountCents })),
      given: [...refunds].map(([key, { outcome, chargeKey, amountCents }]) => ({
        key,
        chargeKey,
        state: outcome,
        amountCents,
      })),
    }
  }
}
