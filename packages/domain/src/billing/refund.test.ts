import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vatOf } from '../catalog/product.ts'
import { cents, partOf, sum } from '../money.ts'
import type { Order } from '../orders/order.ts'
import { aQuoteLine, aRequest, byPost, line, orderFor, refusal, refusalOf, someRequest } from '../testing.ts'
import { type Refund, refundableOf, refundOf, type RefundPart, refundOfParts, wholeRefund } from './refund.ts'

const someOrder = someRequest.map(orderFor)
const runs = { numRuns: 400 }
const byLine = (parts: RefundPart[]) => {
  const lines = new Map<string | null, number[]>()
  for (const one of parts) {
    const [quantity = 0, net = 0, tax = 0, gross = 0, restock = 0] = lines.get(one.lineId) ?? []
    const { quantity: q, netCents: n, taxCents: t, grossCents: g, restock: r } = one
    lines.set(one.lineId, [quantity + q, net + n, tax + t, gross + g, restock + r])
  }
  return lines
}
const one = (order: Order, earlier: RefundPart[], lineId: `line_${string}`) =>
  refundOf(order, earlier, { lines: [{ lineId, quantity: 1, restock: true }], delivery: false }).parts

/** Refunds free amounts and single pieces in some order, then all that is left. */
const someWay = fc.array(
  fc.oneof(
    fc.record({ thousandths: fc.integer({ min: 1, max: 700 }) }),
    fc.record({ lineAt: fc.nat({ max: 7 }), pieces: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 6 },
)
function refundAlong(order: Order, way: ({ thousandths: number } | { lineAt: number; pieces: number })[]) {
  const refunds: Refund[] = []
  const earlier = () => refunds.flatMap((refund) => refund.parts)
  for (const step of way) {
    if ('thousandths' in step) {
      const amountCents = partOf(refundableOf(order, earlier()), step.thousandths * 10)
      if (amountCents > 0) refunds.push(refundOf(order, earlier(), { amountCents }))
    } else {
      const { id, quantity } = order.lines[step.lineAt % order.lines.length]!
      const left = quantity - (byLine(earlier()).get(id)?.[0] ?? 0)
      const pieces = Math.min(step.pieces, left)
      const lines = pieces > 0 ? [{ lineId: id, quantity: pieces, restock: true }] : []
      refunds.push(refundOf(order, earlier(), { lines, delivery: false }))
    }
  }
  return { refunds, parts: earlier() }
}

describe('the laws of refunds', () => {
  test('a whole refund gives back exactly each line’s net, tax and gross, and so the total', () => {
    fc.assert(
      fc.property(someOrder, (order) => {
        const refund = wholeRefund(order)
        expect(refund.grossCents).toBe(order.totalCents)
        expect(refund.taxCents).toBe(order.taxCents)
        for (const { id, quantity, netCents, taxCents, grossCents } of order.lines)
          expect(byLine(refund.parts).get(id)).toEqual([quantity, netCents, taxCents, grossCents, quantity])
        const charged = order.groups.filter((group) => group.grossCents > 0)
        expect(refund.groups.filter((group) => group.grossCents > 0)).toEqual(charged)
        expect(refundableOf(order, refund.parts)).toBe(0)
      }),
      runs,
    )
  })

  test('piece by piece comes to the same as all at once, at every step', () => {
    fc.assert(
      fc.property(someOrder, someWay, (order, way) => {
        const before = refundAlong(order, way).parts
        for (const { id, quantity } of order.lines) {
          const taken: RefundPart[] = []
          const left = quantity - (byLine(before).get(id)?.[0] ?? 0)
          for (let pieces = 1; pieces <= left; pieces++) {
            taken.push(...one(order, [...before, ...taken], id))
            const lines = [{ lineId: id, quantity: pieces, restock: true }]
            const atOnce = refundOf(order, before, { lines, delivery: false })
            expect(byLine(taken)).toEqual(byLine(atOnce.parts))
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('whatever way money goes back, the rest gives back exactly what was paid, line by line', () => {
    fc.assert(
      fc.property(someOrder, someWay, (order, way) => {
        const { parts } = refundAlong(order, way)
        const rest = wholeRefund(order, parts)
        const all = byLine([...parts, ...rest.parts])
        for (const { id, quantity, netCents, taxCents, grossCents } of order.lines)
          expect(all.get(id)?.slice(0, 4)).toEqual([quantity, netCents, taxCents, grossCents])
        expect(sum([...parts, ...rest.parts].map((part) => part.grossCents))).toBe(order.totalCents)
        expect(sum([...parts, ...rest.parts].map((part) => part.taxCents))).toBe(order.taxCents)
      }),
      runs,
    )
  })

  test('no part is negative, more than was paid, or puts back more than was taken', () => {
    fc.assert(
      fc.property(someOrder, someWay, (order, way) => {
        const { refunds, parts } = refundAlong(order, way)
        for (const part of parts) {
          expect(Math.min(part.netCents, part.taxCents, part.grossCents)).toBeGreaterThanOrEqual(0)
          expect(part.netCents + part.taxCents).toBe(part.grossCents)
        }
        for (const { id, quantity, grossCents } of order.lines) {
          const [pieces = 0, , , gross = 0, restock = 0] = byLine(parts).get(id) ?? []
          expect(pieces <= quantity && gross <= grossCents && restock <= pieces).toBe(true)
        }
        expect(refundableOf(order, parts)).toBe(order.totalCents - sum(refunds.map((refund) => refund.grossCents)))
      }),
      runs,
    )
  })

  test('a free amount is given back to the unit, each rate within one unit of its part', () => {
    fc.assert(
      fc.property(
        someOrder.filter((order) => order.totalCents > 0),
        fc.integer({ min: 1, max: 1000 }),
        (order, thousandths) => {
          const amountCents = cents(Math.max(1, partOf(order.totalCents, thousandths * 10)))
          const refund = refundOf(order, [], { amountCents })
          expect(refund.grossCents).toBe(amountCents)
          for (const group of refund.groups) {
            const { grossCents } = order.groups.find(
              ({ vat }) => vat.category === group.vat.category && vat.rateBp === group.vat.rateBp,
            )!
            const distance =
              BigInt(group.grossCents) * BigInt(order.totalCents) - BigInt(amountCents) * BigInt(grossCents)
            expect(distance > -BigInt(order.totalCents) && distance < BigInt(order.totalCents)).toBe(true)
          }
        },
      ),
      runs,
    )
  })

  test('a credit note’s tax is its base times its rate, to one unit per line; to one per piece for some of its pieces', () => {
    const off = (refund: Refund, unitsOf: (part: RefundPart) => number) =>
      refund.groups.forEach(({ vat, netCents, taxCents }) => {
        const same = refund.parts.filter((part) => part.vat.rateBp === vat.rateBp && part.vat.category === vat.category)
        const most = same.reduce((units, part) => units + unitsOf(part), 0)
        expect(Math.abs(taxCents - partOf(netCents, vat.rateBp))).toBeLessThanOrEqual(most)
      })
    fc.assert(
      fc.property(someOrder, fc.integer({ min: 1, max: 1000 }), fc.nat(), (order, thousandths, cut) => {
        off(wholeRefund(order), () => 1)
        const amountCents = partOf(order.totalCents, thousandths * 10)
        if (amountCents > 0) off(refundOf(order, [], { amountCents }), () => 1)
        const lines = order.lines.map(({ id, quantity }) => ({
          lineId: id,
          quantity: 1 + (cut % quantity),
          restock: false,
        }))
        off(refundOf(order, [], { lines, delivery: true }), (part) => part.quantity)
      }),
      runs,
    )
  })
})

describe('a refund', () => {
  const order = orderFor(
    aRequest({
      lines: [
        aQuoteLine({ unitCents: cents(333), quantity: 3, discounts: [{ code: 'x', amountCents: cents(99) }] }),
        aQuoteLine({ unitCents: cents(1000), quantity: 1, vat: vatOf('reduced') }),
      ],
    }),
  )
  const pieces = (quantity: number, earlier: RefundPart[] = [], delivery = false) =>
    refundOf(order, earlier, { lines: [{ lineId: line(0), quantity, restock: true }], delivery })

  test('gives the odd cents with the first pieces', () => {
    // 302 gross over three is 101, 101, 100; its tax of 50 is 17, 17, 16.
    const odd = orderFor(
      aRequest({
        delivery: null,
        lines: [aQuoteLine({ unitCents: cents(101), quantity: 3, discounts: [{ code: 'x', amountCents: cents(1) }] })],
      }),
    )
    const amounts = [1, 2, 3].map((n) => {
      const { grossCents, taxCents, netCents } = refundOf(odd, [], {
        lines: [{ lineId: line(0), quantity: n, restock: true }],
        delivery: false,
      })
      return [grossCents, taxCents, netCents]
    })
    expect(amounts).toEqual([
      [101, 17, 84],
      [202, 34, 168],
      [302, 50, 252],
    ])
  })

  test('of delivery is a choice of its own, and is given back once', () => {
    const withDelivery = pieces(1, [], true)
    expect(withDelivery.parts.map((part) => [part.lineId, part.grossCents])).toEqual([
      [line(0), 300],
      [null, 490],
    ])
    expect(pieces(1, withDelivery.parts, true).parts.map((part) => part.lineId)).toEqual([line(0)])
  })

  test('caps later pieces at what a free amount has left', () => {
    const most = refundOf(order, [], { amountCents: cents(order.totalCents - 100) })
    const rest = wholeRefund(order, most.parts)
    expect(rest.grossCents).toBe(100)
    expect(pieces(3, most.parts).grossCents).toBeLessThan(100)
  })

  test('refuses more than remains, and names what does', () => {
    const total = order.totalCents
    expect(refusalOf(() => refundOf(order, [], { amountCents: cents(total + 1) }))).toEqual(
      refusal('refund_too_large', { refundableCents: total }),
    )
    const earlier = pieces(2).parts
    expect(refusalOf(() => refundOf(order, earlier, { amountCents: cents(total - 599) }))).toEqual(
      refusal('refund_too_large', { refundableCents: total - 600 }),
    )
    expect(refusalOf(() => refundOf(order, [], { amountCents: cents(0) })).code).toBe('refund_too_large')
  })

  test('refuses lines and pieces that the order does not have, or has given back', () => {
    expect(refusalOf(() => pieces(4)).code).toBe('refund_line_unknown')
    expect(refusalOf(() => pieces(0)).code).toBe('refund_line_unknown')
    expect(refusalOf(() => pieces(2, pieces(2).parts)).code).toBe('refund_line_unknown')
    const twice = [1, 2].map((quantity) => ({ lineId: line(0), quantity: quantity + 1, restock: false }))
    expect(refusalOf(() => refundOf(order, [], { lines: twice, delivery: false })).code).toBe('refund_line_unknown')
    const other = [{ lineId: line('other'), quantity: 1, restock: false }]
    expect(refusalOf(() => refundOf(order, [], { lines: other, delivery: false })).code).toBe('refund_line_unknown')
  })

  test('puts pieces back on the shelf only where asked', () => {
    expect(wholeRefund(order, [], { restock: false }).parts.map((part) => part.restock)).toEqual([0, 0, 0])
    expect(wholeRefund(order).parts.map((part) => part.restock)).toEqual([3, 1, 0])
  })

  test('of an order without delivery asks nothing of delivery', () => {
    const bare = orderFor(aRequest({ delivery: null }))
    expect(wholeRefund(bare).parts).toHaveLength(1)
    expect(wholeRefund(orderFor(aRequest({ delivery: { ...byPost, amountCents: cents(0) } }))).grossCents).toBe(1350)
  })

  test('of an order that travelled for nothing names no rate that taxes nothing, as its invoice does', () => {
    const book = aQuoteLine({ vat: vatOf('reduced') })
    const sent = orderFor(aRequest({ lines: [book], delivery: { ...byPost, amountCents: cents(0) } }))
    expect(wholeRefund(sent).groups).toEqual(sent.groups)
    fc.assert(
      fc.property(someOrder, (any) => {
        expect(wholeRefund(any).groups).toEqual(any.groups)
      }),
      runs,
    )
  })

  test('adds its parts up by rate', () => {
    const { parts, groups } = wholeRefund(order)
    expect(refundOfParts(parts)).toEqual(wholeRefund(order))
    expect(groups).toEqual(order.groups)
  })
})
