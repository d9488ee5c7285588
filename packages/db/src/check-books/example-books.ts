import { createHash } from 'node:crypto'
import { cents, type Id } from '@comptoir/domain'
import type { Order, OrderAxes, OrderStatus } from '@comptoir/domain/orders'
import { statusOf } from '@comptoir/domain/orders'
import type { Database, Writer } from '../database.ts'

const at = new Date('2026-03-29T00:30:00.000Z') // the night on which Paris changes to summer time
const hash = (letter: string) => letter.repeat(64)
const address = { name: 'Ada', line1: '1 rue', line2: '', postcode: '75001', city: 'Paris', country: 'FR', phone: '' }
const amounts = { netCents: cents(1000), taxCents: cents(200), grossCents: cents(1200) }
const vat = { vatCategory: 'standard', rateBp: 2000 } as const
const groups = [{ vat: { category: 'standard' as const, rateBp: 2000 }, ...amounts }]

/** Three orders of one piece at 12 euros: `paid` was delivered, `back` came back and was refunded, `open` waits. */
export async function writeExampleBooks(db: Database): Promise<void> {
  await db.write(async (tx) => {
    await writeCatalogue(tx)
    await writeOrder(tx, 'paid', 1, { placement: 'created', payment: 'paid', delivery: 'delivered' })
    await writeOrder(tx, 'back', 2, { placement: 'validated', payment: 'refunded', delivery: 'shipped' })
    await writeOrder(tx, 'open', 3, { placement: 'created', payment: 'unpaid', delivery: 'none' })
    await writeFigures(tx)
    await writeRest(tx)
  })
}

async function writeCatalogue(tx: Writer): Promise<void> {
  const { products, productWords, variants, stockMovements } = tx.tables
  await tx.insert(products).values({
    ...{ id: 'product_1', slug: 'bol', categoryId: null, state: 'published', vatCategory: 'standard', popularity: 0 },
    ...{ searchNo: 1, minPriceCents: cents(1200), maxPriceCents: cents(1200), inStock: true },
    ...{ createdAt: at, updatedAt: at, version: 1 },
  })
  await tx.insert(productWords).values({ no: 2, productId: 'product_1', language: 'fr', words: 'bol bleu' })
  await tx.insert(variants).values({
    ...{ id: 'variant_1', productId: 'product_1', sku: 'BOL', values: [], valuesKey: '', priceCents: cents(1200) },
    ...{ compareAtCents: null, onHand: 9, allocated: 1, position: 0, archived: false },
  })
  await tx.insert(stockMovements).values({ ...movement('in', 'received', 10), orderId: null })
}

const movement = (id: string, kind: 'received' | 'sale' | 'return', quantity: number) => ({
  ...{ id: `movement_${id}` as const, variantId: 'variant_1' as const, kind, quantity, reason: kind, actorId: null },
  ...{ requestId: 'request', at },
})

async function writeOrder(tx: Writer, name: string, serial: number, axes: OrderAxes): Promise<void> {
  const id: Id<'order'> = `order_${name}`
  const { orders, orderLines, orderTaxes, carts } = tx.tables
  const paidAt = axes.payment === 'unpaid' ? null : at
  await tx.insert(carts).values({
    ...{ id: `cart_${name}`, userId: null, ownerKey: null, tokenHash: hash(String(serial)), state: 'ordered' },
    ...{ orderId: id, mergedIntoId: null, createdAt: at, updatedAt: at, version: 1 },
  })
  await tx.insert(orders).values({
    ...{ id, reference: name, cartId: `cart_${name}`, userId: null, email: 'ada@email.test', accessTokenHash: null },
    ...{ locale: 'fr', currency: 'EUR', basis: 'inclusive', ...axes, status: statusOf(axes), cancelReason: null },
    ...{ address, deliveryLine: null, goodsCents: cents(1200), discountCents: cents(0), deliveryCents: cents(0) },
    ...{ netCents: amounts.netCents, taxCents: amounts.taxCents, totalCents: amounts.grossCents, termsVersion: '1' },
    ...{ placedAt: at, payBefore: at, validatedAt: null, paidAt, version: 1, cancelledAt: null },
    shippedAt: axes.delivery === 'none' ? null : at,
    deliveredAt: axes.delivery === 'delivered' ? at : null,
    refundedAt: axes.payment === 'refunded' ? at : null,
  })
  await tx.insert(orderLines).values({
    ...{ id: `line_${name}`, orderId: id, position: 0, productId: 'product_1', variantId: 'variant_1', sku: 'BOL' },
    ...{ name: 'Bol', optionWords: '', imagePath: null, unitCents: cents(1200), compareAtCents: null, quantity: 1 },
    ...{ ...vat, fullCents: cents(1200), discountCents: cents(0), amountCents: cents(1200), ...amounts },
  })
  await tx.insert(orderTaxes).values({ orderId: id, ...vat, ...amounts })
  await writeHistory(tx, id, axes)
  if (axes.payment !== 'unpaid') await writePayment(tx, id, name, serial)
  if (axes.delivery !== 'none') await writeParcel(tx, id, name, axes)
  if (axes.payment === 'refunded') await writeRefund(tx, id, name)
}

async function writeHistory(tx: Writer, orderId: Id<'order'>, axes: OrderAxes): Promise<void> {
  const statuses: OrderStatus[] = ['created']
  if (axes.placement === 'validated') statuses.push('validated')
  if (axes.payment !== 'unpaid') statuses.push('paid')
  if (axes.delivery !== 'none') statuses.push('shipped')
  if (axes.delivery === 'delivered') statuses.push('delivered')
  if (axes.payment === 'refunded') statuses.push('refunded')
  await tx.insert(tx.tables.orderEvents).values(
    statuses.map((toStatus, i) => ({
      ...{
        id: `event_${orderId}_${i}` as const,
        orderId,
        seq: i + 1,
        kind: toStatus,
        toStatus,
        actor: 'staff' as const,
      },
      ...{ fromStatus: statuses[i - 1] ?? null, actorId: null, data: {}, requestId: 'request', at },
    })),
  )
}

const document = (orderId: Id<'order'>, number: string, serial: number) => ({
  ...{ number, year: 2026, serial, orderId, orderReference: orderId, issuedAt: at, locale: 'fr' as const },
  ...{ currency: 'EUR' as const, seller: { name: 'C', address: 'a', siren: '1', vatNumber: 'FR', email: 'c@c' } },
  ...{ buyer: { name: 'Ada', email: 'ada@email.test', address }, groups },
  ...{ netCents: amounts.netCents, taxCents: amounts.taxCents, totalCents: amounts.grossCents },
})
const documentLine = {
  ...{ position: 0, name: 'Bol', sku: 'BOL', quantity: 1, unitNetCents: cents(1000), ...vat, ...amounts },
}

async function writePayment(tx: Writer, orderId: Order['id'], name: string, serial: number): Promise<void> {
  const { payments, paymentEvents, gatewayCharges, invoices, invoiceLines } = tx.tables
  const key = `payment_${name}` as const
  const charge = { card: 'card', amountCents: amounts.grossCents, currency: 'EUR' as const }
  await tx.insert(payments).values({
    ...{ id: key, orderId, key, ...charge, state: 'captured', gatewayReference: 'ref', createdAt: at, updatedAt: at },
  })
  const event = { paymentId: key, reason: '', amountCents: amounts.grossCents, at }
  await tx.insert(paymentEvents).values([
    { ...event, id: `event_${name}_a`, kind: 'requested' },
    { ...event, id: `event_${name}_b`, kind: 'captured' },
  ])
  await tx.insert(gatewayCharges).values({ key, reference: 'ref', ...charge, state: 'captured', reason: '', at })
  const invoiceId = `invoice_${name}` as const
  await tx.insert(invoices).values({ id: invoiceId, ...document(orderId, `F2026-00000${serial}`, serial), paidAt: at })
  await tx.insert(invoiceLines).values({ invoiceId, ...documentLine })
  const bytes = Buffer.from(`the paper of ${name}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx.insert(tx.tables.documentFiles).values({ number: `F2026-00000${serial}`, bytes, sha256, keptAt: at })
  await writeLedger(tx, orderId, 'capture', 1)
}

async function writeLedger(tx: Writer, orderId: Order['id'], event: 'capture' | 'refund', sign: 1 | -1) {
  const entry = { event, eventId: orderId, orderId, currency: 'EUR' as const, at }
  await tx.insert(tx.tables.ledgerEntries).values([
    { ...entry, id: `entry_${event}_${orderId}_a`, account: 'gateway', amountCents: cents(1200 * sign) },
    { ...entry, id: `entry_${event}_${orderId}_b`, account: 'receivable', amountCents: cents(-1200 * sign) },
  ])
}

async function writeParcel(tx: Writer, orderId: Order['id'], name: string, { delivery }: OrderAxes): Promise<void> {
  const { deliveries, stockMovements } = tx.tables
  const deliveredAt = delivery === 'delivered' ? at : null
  await tx.insert(deliveries).values({
    ...{ id: `delivery_${name}`, orderId, carrier: 'Poste', trackingNumber: `T${name}`, shippedAt: at, deliveredAt },
  })
  await tx.insert(stockMovements).values({ ...movement(name, 'sale', -1), orderId })
}

async function writeRefund(tx: Writer, orderId: Order['id'], name: string): Promise<void> {
  const { refunds, creditNotes, creditNoteLines, gatewayRefunds, stockMovements } = tx.tables
  const refundId = `refund_${name}` as const
  await tx.insert(refunds).values({
    ...{ id: refundId, orderId, paymentId: `payment_${name}`, intent: 'refund', state: 'succeeded', restock: true },
    ...{ amountCents: amounts.grossCents, currency: 'EUR', reason: '', actor: 'staff', actorId: null },
    ...{ createdAt: at, settledAt: at },
  })
  await tx.insert(gatewayRefunds).values({
    ...{ key: refundId, chargeKey: `payment_${name}`, amountCents: amounts.grossCents, state: 'succeeded', at },
  })
  const creditNoteId = `credit_${name}` as const
  await tx.insert(creditNotes).values({
    ...{ id: creditNoteId, ...document(orderId, 'A2026-000001', 1), refundId },
    ...{ invoiceId: `invoice_${name}`, invoiceNumber: 'F2026-000002' },
  })
  await tx.insert(creditNoteLines).values({ creditNoteId, ...documentLine })
  await writeLedger(tx, orderId, 'refund', -1)
  await tx.insert(stockMovements).values({ ...movement(`${name}_return`, 'return', 1), orderId })
}

async function writeFigures(tx: Writer): Promise<void> {
  const { salesDays, statusDays, productDays } = tx.tables
  const day = '2026-03-29'
  await tx.insert(salesDays).values({ day, paidOrders: 2, revenueCents: cents(2400), refundedCents: cents(1200) })
  await tx.insert(statusDays).values([
    { day, status: 'delivered', orders: 1 },
    { day, status: 'refunded', orders: 1 },
    { day, status: 'created', orders: 1 },
    { day, status: 'paid', orders: 0 },
  ])
  await tx.insert(productDays).values({ day, productId: 'product_1', quantity: 2, grossCents: cents(2400) })
}

async function writeRest(tx: Writer): Promise<void> {
  const { users, sessions, outbox, idempotency, audit } = tx.tables
  await tx.insert(users).values({
    ...{ id: 'user_1', email: 'ada@email.test', name: 'Ada', phone: '', locale: 'fr', role: 'customer' },
    ...{ passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', disabled: false, createdAt: at, version: 1 },
  })
  await tx.insert(sessions).values({
    ...{ id: hash('a'), userId: 'user_1', kind: 'cookie', createdAt: at, expiresAt: at, endsAt: at, userAgent: '' },
  })
  await tx.insert(outbox).values(
    [1, 2, null].map((position, i) => ({
      ...{ id: `event_out_${i}` as const, position, topic: 'order.changed', subjectId: 'order_paid', userId: null },
      ...{ data: {}, at },
    })),
  )
  await tx.insert(idempotency).values({
    ...{ scope: 'user_1', operation: 'shop.orders.pay', keyHash: hash('b'), fingerprint: hash('c'), state: 'done' },
    ...{ answer: { paid: true }, createdAt: at },
  })
  await tx.insert(audit).values({
    ...{ id: 'audit_1', actorId: 'user_1', action: 'orders.ship', subjectId: 'order_paid', before: null, after: null },
    ...{ address: '127.0.0.1', requestId: 'request', at },
  })
}
