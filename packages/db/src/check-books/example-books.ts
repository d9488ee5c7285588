import { createHash } from 'node:crypto'
import { cents, type Id } from '@comptoir/domain'
import type { Order, OrderAxes, OrderStatus } from '@comptoir/domain/orders'
import { statusOf } from '@comptoir/domain/orders'
import type { Database, Writer } from '../database.ts'
import { writeWords } from '../stores/search.ts'

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
    await writeAside(tx)
    await writeFigures(tx)
    await writeRest(tx)
  })
}

async function writeCatalogue(tx: Writer): Promise<void> {
  const { products, productSlugs, variants, pastPrices, stockMovements } = tx.tables
  await tx.insert(products).values({
    ...{ id: 'product_1', slug: 'bol', categoryId: null, state: 'published', vatCategory: 'standard', popularity: 0 },
    ...{ searchNo: 1, minPriceCents: cents(1200), maxPriceCents: cents(1200), inStock: true },
    ...{ createdAt: at, updatedAt: at, shownAt: at, version: 1 },
  })
  await tx.insert(productSlugs).values({ slug: 'bol', productId: 'product_1' })
  const shown = { minPriceCents: cents(1200), maxPriceCents: cents(1200), categoryId: null }
  await writeWords(tx, { ...shown, id: 'product_1', searchNo: 1 }, { fr: 'bol bleu', en: 'bowl blue' })
  await tx.insert(variants).values({
    ...{ id: 'variant_1', productId: 'product_1', sku: 'BOL', values: [], valuesKey: '', priceCents: cents(1200) },
    ...{ compareAtCents: null, onHand: 9, allocated: 1, position: 0, archived: false },
  })
  await tx
    .insert(pastPrices)
    .values({ variantId: 'variant_1', until: at, priceCents: cents(1100), compareAtCents: null })
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

const byStaff = (status: OrderStatus): boolean => status !== 'created' && status !== 'paid'

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
        ...(byStaff(toStatus)
          ? { actor: 'staff' as const, actorId: 'user_2' as const }
          : { actor: 'guest' as const, actorId: null }),
      },
      ...{ fromStatus: statuses[i - 1] ?? null, data: {}, requestId: `request_${orderId}_${i}`, at },
    })),
  )
  const deeds = statuses.flatMap((status, i) => (byStaff(status) ? [{ status, i }] : []))
  if (deeds.length > 0)
    await tx.insert(tx.tables.audit).values(
      deeds.map(({ status, i }) => ({
        ...{
          id: `audit_${orderId}_${i}` as const,
          actorId: 'user_2' as const,
          action: `orders.${status}`,
          subjectId: orderId,
        },
        ...{ before: null, after: { status }, address: '127.0.0.1', requestId: `request_${orderId}_${i}`, at },
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
  await writeLedger(tx, orderId, { event: 'capture', eventId: key, account: 'gateway', sign: 1 })
  await writeLedger(tx, orderId, { event: 'sale', eventId: invoiceId, account: 'receivable', sign: 1 })
}

interface Posting {
  event: 'capture' | 'sale' | 'refund' | 'credit'
  eventId: string
  account: 'gateway' | 'receivable'
  sign: 1 | -1
}
async function writeLedger(tx: Writer, orderId: Order['id'], { event, eventId, account, sign }: Posting) {
  const entry = { event, eventId, orderId, currency: 'EUR' as const, at }
  const others = account === 'gateway' ? { receivable: 1200 } : { sales: 1000, 'vat:standard': 200 }
  await tx.insert(tx.tables.ledgerEntries).values(
    Object.entries({ [account]: -1200, ...others }).map(([name, amount], i) => ({
      ...{ ...entry, id: `entry_${event}_${orderId}_${'abc'[i]}` as const, account: name },
      amountCents: cents(-amount * sign),
    })),
  )
}

/** Money that came late for the open order and was given back by hand. */
async function writeAside(tx: Writer): Promise<void> {
  const key = 'payment_aside'
  await tx.insert(tx.tables.unmatchedMoney).values({
    ...{ key, orderId: 'order_open', amountCents: cents(100), currency: 'EUR', reference: 'ref', at },
    ...{ settledAt: at, settledBy: 'user_2', note: 'Given back by hand' },
  })
  await tx.insert(tx.tables.audit).values({
    ...{ id: 'audit_aside', actorId: 'user_2', action: 'unmatchedMoney.settle', subjectId: key, before: null },
    ...{ after: null, address: '127.0.0.1', requestId: 'request_aside', at },
  })
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
    ...{ amountCents: amounts.grossCents, currency: 'EUR', reason: '', actor: 'staff', actorId: 'user_2' },
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
  await writeLedger(tx, orderId, { event: 'refund', eventId: refundId, account: 'gateway', sign: -1 })
  await writeLedger(tx, orderId, { event: 'credit', eventId: creditNoteId, account: 'receivable', sign: -1 })
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
  const { outbox, counters, idempotency } = tx.tables
  await writePeople(tx)
  await tx.insert(outbox).values(
    [1, 2, null].map((position, i) => ({
      ...{ id: `event_out_${i}` as const, position, topic: 'order.changed', subjectId: 'order_paid', userId: null },
      ...{ data: {}, at },
    })),
  )
  await tx.insert(counters).values([
    { name: 'outbox_position', value: 2 },
    { name: 'invoice:2026', value: 2 },
    { name: 'credit:2026', value: 1 },
  ])
  await tx.insert(idempotency).values({
    ...{ scope: 'user_1', operation: 'shop.orders.pay', keyHash: hash('b'), fingerprint: hash('c'), state: 'done' },
    ...{ answer: { paid: true }, createdAt: at },
  })
  await writeUpkeep(tx)
}

const later = new Date(at.getTime() + 3_600_000)
const account = {
  ...{ phone: '', locale: 'fr' as const, passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA' },
  ...{ disabled: false, createdAt: at, version: 1 },
}

/** A customer with an address, a question and its answer, and the colleague who answered. */
async function writePeople(tx: Writer): Promise<void> {
  const { users, userWords, sessions, addresses, staffLinks, customerNotes, threads, messages } = tx.tables
  await tx.insert(users).values([
    { ...account, id: 'user_1', email: 'ada@email.test', name: 'Ada', role: 'customer' },
    { ...account, id: 'user_2', email: 'eve@comptoir.test', name: 'Eve', role: 'admin' },
    { ...account, id: 'user_3', email: 'till@comptoir.test', name: 'Till', role: 'support' },
  ])
  await tx.insert(userWords).values([
    { userId: 'user_1', word: 'adaemailtest' },
    { userId: 'user_1', word: 'ada' },
    { userId: 'user_2', word: 'evecomptoirtest' },
    { userId: 'user_2', word: 'eve' },
    { userId: 'user_3', word: 'tillcomptoirtest' },
    { userId: 'user_3', word: 'till' },
  ])
  await writeTokens(tx)
  await tx.insert(sessions).values({
    ...{ id: hash('a'), userId: 'user_1', kind: 'cookie', createdAt: at, expiresAt: at, endsAt: at, userAgent: '' },
  })
  await tx.insert(addresses).values({
    ...{ id: 'address_1', userId: 'user_1', place: 1, defaultOf: 'user_1', ...address, createdAt: at },
  })
  await tx.insert(staffLinks).values({
    ...{ userId: 'user_2', tokenHash: hash('d'), createdById: 'user_2', createdAt: at, expiresAt: later, usedAt: at },
  })
  await tx.insert(customerNotes).values({ id: 'note_1', userId: 'user_1', authorId: 'user_2', body: 'Fidèle', at })
  await tx.insert(threads).values({
    ...{ id: 'thread_1', userId: 'user_1', orderId: 'order_paid', subject: 'Le bol', state: 'open', createdAt: at },
    ...{ lastMessageAt: later, assigneeId: 'user_2', unreadByStaff: 0, unreadByCustomer: 1, version: 1 },
  })
  await tx.insert(messages).values([
    { id: 'message_1', threadId: 'thread_1', author: 'customer', authorId: 'user_1', body: 'Quand ?', at },
    { id: 'message_2', threadId: 'thread_1', author: 'staff', authorId: 'user_2', body: 'Demain.', at: later },
  ])
}

/** What staff and machine keep: a picture, a preview, an import, a limit, a job that is done. */
async function writeUpkeep(tx: Writer): Promise<void> {
  const { pictures, productPreviews, importJobs, importFiles, limits, jobs, pageSpeeds } = tx.tables
  await tx.insert(pictures).values({ path: 'bol', width: 480, height: 480, createdById: 'user_2', createdAt: at })
  await tx.insert(productPreviews).values({
    ...{ productId: 'product_1', tokenHash: hash('e'), createdById: 'user_2', createdAt: at, expiresAt: later },
  })
  await tx.insert(importJobs).values({
    ...{ id: 'import_1', fileName: 'bols.csv', language: 'fr', vatCategory: null, state: 'done', rows: 1, products: 1 },
    ...{ done: 1, created: 1, changed: 0, unchanged: 0, newVariants: 1, errorCount: 0, errors: [], actorId: 'user_2' },
    ...{ createdAt: at, startedAt: at, finishedAt: at },
  })
  await tx.insert(importFiles).values({ importId: 'import_1', text: 'Handle' })
  await tx.insert(limits).values({ key: 'login 127.0.0.1', windowStartedAt: at, count: 1 })
  await tx.insert(pageSpeeds).values({ day: '2026-03-28', kind: 'home', measure: 'LCP', upTo: 1200, count: 3 })
  await tx.insert(jobs).values({
    ...{ id: 'event_job', kind: 'close_charge', data: {}, runAt: at, attempts: 1, lockedUntil: null, doneAt: at },
    lastError: '',
  })
}

/** A token of the customer's own, and an app with one. */
async function writeTokens(tx: Writer): Promise<void> {
  const { apps, tokens, tokenUses } = tx.tables
  await tx.insert(apps).values({ userId: 'user_3', createdById: 'user_2', createdAt: at })
  const token = { name: 'Till', hint: 'abcdef', scopes: ['orders:read' as const], createdAt: at, endsAt: later }
  await tx.insert(tokens).values([
    { ...token, id: 'token_1', userId: 'user_1', kind: 'personal', secretHash: hash('e'), createdById: 'user_1' },
    { ...token, id: 'token_2', userId: 'user_3', kind: 'app', secretHash: hash('f'), createdById: 'user_2' },
  ])
  await tx.insert(tokenUses).values({ tokenId: 'token_2', usedAt: at })
}
