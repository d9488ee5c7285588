import { add, type Cents, subtract, sum, times, zero } from '../money.ts'
import { afterDiscounts } from './discounts.ts'
import type { DeliveryMethod, Discount, Quote, QuotedLine, QuoteLine, QuoteRequest, Vat } from './quote-types.ts'
import { type Taxed, taxByGroups } from './tax.ts'

const untaxed: Taxed = { netCents: zero, taxCents: zero, grossCents: zero }

/**
 * What the shopper pays: lines, delivery, tax per rate, totals and a hash. Pure and the same in browser and server.
 * `goodsCents` is before discounts and `discountCents` what they took, both in the quote's basis. Throws a RangeError
 * on amounts below zero or quantities that are no whole number above zero. RULES 4.2 to 4.4.
 */
export function quote(request: QuoteRequest): Quote {
  check(request)
  const { basis, currency, lines, delivery } = request
  const full = lines.map((line) => times(line.unitCents, line.quantity))
  const left = afterDiscounts(lines, full, request.discounts)
  const afterCents = sum(left)
  const deliveryCents = delivery === null || isFree(delivery, afterCents) ? zero : delivery.amountCents

  const items = lines.map((line, i) => ({ vat: line.vat, amountCents: left[i] ?? zero }))
  // A free delivery adds no group of its own: it would print a rate that taxes nothing.
  if (delivery && deliveryCents > 0) items.push({ vat: delivery.vat, amountCents: deliveryCents })
  const tax = taxByGroups(items, basis)

  const quoted = lines.map((line, i): QuotedLine => ({
    ...pick(line),
    fullCents: full[i] ?? zero,
    discountCents: subtract(full[i] ?? zero, left[i] ?? zero),
    amountCents: left[i] ?? zero,
    ...(tax.lines[i] ?? untaxed),
  }))
  const deliveryLine = delivery && quotedDelivery(delivery, deliveryCents, tax.lines[lines.length] ?? untaxed)
  const netCents = sum(tax.groups.map((group) => group.netCents))
  const taxCents = sum(tax.groups.map((group) => group.taxCents))
  const goodsCents = sum(full)
  const unsigned = {
    currency,
    basis,
    lines: quoted,
    delivery: deliveryLine,
    groups: tax.groups,
    goodsCents,
    discountCents: subtract(goodsCents, afterCents),
    deliveryCents,
    netCents,
    taxCents,
    totalCents: add(netCents, taxCents),
    freeDeliveryFromCents: delivery?.freeFromCents ?? null,
  }
  return { ...unsigned, hash: hashOf(canonicalText(request, unsigned)) }
}

const isFree = (delivery: DeliveryMethod, goodsCents: Cents) =>
  delivery.freeFromCents !== null && goodsCents >= delivery.freeFromCents

const pick = ({ id, unitCents, quantity, vat }: QuoteLine) => ({
  id,
  unitCents,
  quantity,
  vat: { category: vat.category, rateBp: vat.rateBp },
})

const quotedDelivery = ({ code, vat }: DeliveryMethod, amountCents: Cents, tax: Taxed): QuotedLine => ({
  ...pick({ id: code, unitCents: amountCents, quantity: 1, vat, discounts: [] }),
  fullCents: amountCents,
  discountCents: zero,
  amountCents,
  ...tax,
})

function check({ lines, discounts, delivery }: QuoteRequest): void {
  const positive = (what: string, value: number, least: number) => {
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`${what} must be a whole number from ${least}, got ${value}`)
  }
  const vat = (of: Vat) => positive('a tax rate', of.rateBp, 0)
  const discount = (of: Discount) => positive('a discount', 'amountCents' in of ? of.amountCents : of.percentBp, 0)
  for (const line of lines) {
    positive('a unit price', line.unitCents, 0)
    positive('a quantity', line.quantity, 1)
    vat(line.vat)
    line.discounts.forEach(discount)
  }
  discounts.forEach(discount)
  if (delivery) {
    positive('a delivery price', delivery.amountCents, 0)
    vat(delivery.vat)
  }
}

/** Everything whose change the shopper must see, in one text whose spelling does not depend on key order. */
function canonicalText(request: QuoteRequest, of: Omit<Quote, 'hash'>): string {
  const vat = ({ category, rateBp }: Vat) => [category, rateBp]
  const discounts = (list: readonly Discount[]) =>
    list.map((one) => ('amountCents' in one ? [one.code, 'cents', one.amountCents] : [one.code, 'bp', one.percentBp]))
  const line = (one: QuotedLine) => [
    one.id,
    one.unitCents,
    one.quantity,
    vat(one.vat),
    one.discountCents,
    one.netCents,
    one.taxCents,
  ]
  return JSON.stringify([
    of.currency,
    of.basis,
    of.lines.map(line),
    request.lines.map((one) => discounts(one.discounts)),
    discounts(request.discounts),
    of.delivery && line(of.delivery),
    of.freeDeliveryFromCents,
    of.goodsCents,
    of.netCents,
    of.taxCents,
    of.totalCents,
  ])
}

/** A 53-bit hash of a text, synchronous so that the browser can quote while rendering. It tells quotes apart; it guards no secret. */
function hashOf(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(16).padStart(14, '0')
}
