import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vatOf } from '../catalog/product.ts'
import { cents, partOf, share, sum } from '../money.ts'
import { aQuoteLine, aRequest, byPost, someRequest } from '../testing.ts'
import { quote } from './quote.ts'
import type { Discount, Quote, QuotedLine, QuoteLine, QuoteRequest, TaxGroup, Vat } from './quote-types.ts'

const sameVat = (a: Vat, b: Vat) => a.category === b.category && a.rateBp === b.rateBp
const all = (of: Quote): QuotedLine[] => [...of.lines, ...(of.delivery ? [of.delivery] : [])]
const linesOf = (of: Quote, group: TaxGroup) => all(of).filter((one) => sameVat(one.vat, group.vat))
const totalsOf = ({ lines: _, delivery: __, hash: ___, ...totals }: Quote) => totals
const runs = { numRuns: 400 }
const holds = (law: (asked: QuoteRequest, got: Quote) => void) =>
  fc.assert(
    fc.property(someRequest, (asked) => {
      law(asked, quote(asked))
    }),
    runs,
  )

describe('the laws of every quote, in currencies of 0, 2 and 3 decimals', () => {
  test('the order is at once the sum of its lines and the sum of its rate groups', () => {
    holds((_, got) => {
      for (const part of ['netCents', 'taxCents', 'grossCents'] as const) {
        const total = { netCents: got.netCents, taxCents: got.taxCents, grossCents: got.totalCents }[part]
        expect(sum(all(got).map((one) => one[part]))).toBe(total)
        expect(sum(got.groups.map((group) => group[part]))).toBe(total)
        for (const group of got.groups) expect(sum(linesOf(got, group).map((one) => one[part]))).toBe(group[part])
      }
    })
  })

  test('net and tax make gross everywhere, and an amount is full price less discount', () => {
    holds(({ basis }, got) => {
      for (const one of [...all(got), ...got.groups]) expect(one.netCents + one.taxCents).toBe(one.grossCents)
      for (const one of all(got)) {
        expect(one.fullCents).toBe(one.unitCents * one.quantity)
        expect(one.amountCents).toBe(one.fullCents - one.discountCents)
        expect(basis === 'inclusive' ? one.grossCents : one.netCents).toBe(one.amountCents)
      }
      const inBasis = basis === 'inclusive' ? got.totalCents : got.netCents
      expect(got.goodsCents - got.discountCents + got.deliveryCents).toBe(inBasis)
    })
  })

  test('nothing is ever negative', () => {
    holds((_, got) => {
      for (const one of all(got))
        for (const value of [one.discountCents, one.amountCents, one.netCents, one.taxCents, one.grossCents])
          expect(value).toBeGreaterThanOrEqual(0)
    })
  })

  test('each line’s tax is the floor or the ceiling of its part of the rounded group tax', () => {
    holds((_, got) => {
      for (const group of got.groups) {
        const members = linesOf(got, group)
        const whole = BigInt(sum(members.map((one) => one.amountCents)))
        for (const one of members) {
          if (whole === 0n) expect(one.taxCents).toBe(0)
          else {
            const distance = BigInt(one.taxCents) * whole - BigInt(group.taxCents) * BigInt(one.amountCents)
            expect(distance > -whole && distance < whole).toBe(true)
          }
        }
      }
    })
  })

  test('the tax of a group is its base times its rate, to less than one minor unit (BR-CO-17)', () => {
    holds((_, got) => {
      for (const { vat, netCents, taxCents } of got.groups) {
        const distance = BigInt(taxCents) * 10_000n - BigInt(netCents) * BigInt(vat.rateBp)
        expect(distance > -10_000n && distance < 10_000n).toBe(true)
        expect(Math.abs(taxCents - partOf(netCents, vat.rateBp))).toBeLessThanOrEqual(1)
      }
    })
  })

  test('the order of lines changes no total and no group', () => {
    fc.assert(
      fc.property(
        someRequest.chain((asked) =>
          fc.tuple(
            fc.constant(asked),
            fc.shuffledSubarray([...asked.lines], { minLength: asked.lines.length, maxLength: asked.lines.length }),
          ),
        ),
        ([asked, shuffled]) => {
          expect(totalsOf(quote({ ...asked, lines: shuffled }))).toEqual(totalsOf(quote(asked)))
        },
      ),
      runs,
    )
  })

  test('splitting a line in two changes no total and no group', () => {
    fc.assert(
      fc.property(someRequest, fc.nat(), fc.nat(), (asked, at, cut) => {
        const place = at % asked.lines.length
        const whole = { ...asked.lines[place]!, quantity: asked.lines[place]!.quantity + 1 }
        const first = 1 + (cut % (whole.quantity - 1))
        const halves = split(whole, [first, whole.quantity - first])
        const together = quote({ ...asked, lines: asked.lines.toSpliced(place, 1, whole) })
        const apart = quote({ ...asked, lines: asked.lines.toSpliced(place, 1, ...halves) })
        expect(totalsOf(apart)).toEqual(totalsOf(together))
      }),
      { numRuns: 2000 },
    )
  })

  test('splitting a line changes nothing either when percentages on lines overlap', () => {
    const [tenth, third, half] = [1000, 3333, 5000].map((percentBp) => ({ code: String(percentBp), percentBp }))
    const lines = [
      aQuoteLine({ id: 'a', unitCents: cents(12), discounts: [tenth!, third!] }),
      aQuoteLine({ id: 'b', unitCents: cents(30), discounts: [half!, tenth!] }),
      aQuoteLine({ id: 'c', unitCents: cents(15), discounts: [tenth!, half!] }),
    ]
    const apart = [...split(lines[0]!, [2, 1]), ...lines.slice(1)]
    expect(totalsOf(quote(aRequest({ lines: apart })))).toEqual(totalsOf(quote(aRequest({ lines }))))
  })

  test('order discounts keep each rate group within one unit of its part', () => {
    holds((asked, got) => {
      const [discount] = asked.discounts
      if (!discount) return
      const before = quote({ ...asked, discounts: [], delivery: null })
      const after = quote({ ...asked, discounts: [discount], delivery: null })
      const goods = before.goodsCents - before.discountCents
      const off = after.discountCents - before.discountCents
      const wanted = 'amountCents' in discount ? discount.amountCents : partOf(cents(goods), discount.percentBp)
      expect(off).toBe(Math.min(wanted, goods))
      for (const { vat } of after.groups) {
        const amountOf = (of: Quote) =>
          sum(of.lines.filter((one) => sameVat(one.vat, vat)).map((one) => one.amountCents))
        const distance =
          BigInt(amountOf(before) - amountOf(after)) * BigInt(goods) - BigInt(off) * BigInt(amountOf(before))
        if (goods > 0) expect(distance > -BigInt(goods) && distance < BigInt(goods)).toBe(true)
      }
      expect(got.discountCents).toBeGreaterThanOrEqual(after.discountCents)
    })
  })

  test('a line worth nothing gets no discount and pays no tax', () => {
    holds((_, got) => {
      for (const one of got.lines.filter((each) => each.fullCents === 0))
        expect([one.discountCents, one.taxCents]).toEqual([0, 0])
    })
  })

  test('delivery is never touched by discounts and is free from its threshold on goods after discounts', () => {
    holds(({ delivery }, got) => {
      expect(got.delivery === null).toBe(delivery === null)
      if (!delivery) return
      const goods = got.goodsCents - got.discountCents
      const free = delivery.freeFromCents !== null && goods >= delivery.freeFromCents
      expect(got.deliveryCents).toBe(free ? 0 : delivery.amountCents)
      expect(got.delivery).toMatchObject({ discountCents: 0, amountCents: got.deliveryCents })
    })
  })

  test('the same question has the same answer, hash included', () => {
    holds((asked, got) => {
      expect(quote(structuredClone(asked))).toEqual(got)
      expect(got.hash).toMatch(/^[0-9a-f]{14}$/)
    })
  })
})

/** The same pieces as several lines; an amount off is split with them. */
function split(whole: QuoteLine, quantities: number[]): QuoteLine[] {
  return quantities.map((quantity, i) => ({
    ...whole,
    id: `${whole.id} part ${i}`,
    quantity,
    discounts: whole.discounts.map((discount): Discount =>
      'amountCents' in discount ? { ...discount, amountCents: share(discount.amountCents, quantities)[i]! } : discount,
    ),
  }))
}

describe('a French basket', () => {
  const basket = aRequest({
    lines: [
      aQuoteLine({ id: 'soap', unitCents: cents(1299), quantity: 3 }),
      aQuoteLine({ id: 'tea', unitCents: cents(450), quantity: 1, vat: vatOf('reduced') }),
    ],
    discounts: [{ code: 'welcome', amountCents: cents(500) }],
  })

  test('carries its tax inside the price, one rounding per rate', () => {
    const got = quote(basket)
    expect(got).toMatchObject({ goodsCents: 4347, discountCents: 500, deliveryCents: 490, totalCents: 4337 })
    // 500 over 3897 and 450: 448.24 and 51.76. 20 % of 3897 − 448 + 490 = 3939 gross; 5.5 % of 450 − 52 = 398 gross.
    expect(got.groups).toEqual([
      { vat: vatOf('standard'), grossCents: 3939, taxCents: 657, netCents: 3282 },
      { vat: vatOf('reduced'), grossCents: 398, taxCents: 21, netCents: 377 },
    ])
  })

  test('without tax in the price adds it to the net', () => {
    const got = quote({ ...basket, basis: 'exclusive' })
    expect(got.groups[0]).toEqual({ vat: vatOf('standard'), netCents: 3939, taxCents: 788, grossCents: 4727 })
    expect(got.totalCents).toBe(4727 + 398 + 22)
  })

  test('breaks a tie between groups by the higher rate, then by category from Z to A', () => {
    const two = (a: Vat, b: Vat) =>
      quote({
        ...basket,
        delivery: null,
        discounts: [{ code: 'cent', amountCents: cents(1) }],
        lines: [a, b].map((vat, i) => aQuoteLine({ id: String(i), unitCents: cents(100), quantity: 1, vat })),
      }).lines.map((one) => one.discountCents)
    expect(two(vatOf('reduced'), vatOf('standard'))).toEqual([0, 1])
    expect(two({ category: 'standard', rateBp: 2000 }, { category: 'zero', rateBp: 2000 })).toEqual([0, 1])
    expect(two({ category: 'zero', rateBp: 2000 }, { category: 'standard', rateBp: 2000 })).toEqual([1, 0])
    expect(two(vatOf('standard'), vatOf('standard'))).toEqual([1, 0])
  })

  test('drops what a discount takes beyond the goods', () => {
    const got = quote({ ...basket, discounts: [{ code: 'huge', amountCents: cents(1_000_000) }] })
    expect(got).toMatchObject({ discountCents: 4347, totalCents: 490 })
    const overLine = quote({
      ...basket,
      discounts: [],
      delivery: null,
      lines: [aQuoteLine({ discounts: [{ code: 'over', percentBp: 20_000 }] })],
    })
    expect(overLine).toMatchObject({ discountCents: 1350, totalCents: 0 })
  })

  test('rounds a percentage once over all its lines', () => {
    const tenth = [{ code: 'spring', percentBp: 1000 }]
    const three = ['a', 'b', 'c'].map((id) => aQuoteLine({ id, unitCents: cents(5), quantity: 1, discounts: tenth }))
    // 10 % of 15 is 1.5, so 2; each alone would give 0.5, so 1, and 3 in all.
    expect(quote({ ...basket, discounts: [], delivery: null, lines: three }).discountCents).toBe(2)
  })

  test('applies several order discounts in turn, each over what is left', () => {
    const lines = [aQuoteLine({ unitCents: cents(1000), quantity: 1 })]
    const half = { code: 'half', percentBp: 5000 }
    const off = { code: 'off', amountCents: cents(200) }
    expect(quote({ ...basket, lines, delivery: null, discounts: [half, off] }).totalCents).toBe(300)
    expect(quote({ ...basket, lines, delivery: null, discounts: [off, half] }).totalCents).toBe(400)
  })

  test('is delivered for free exactly from the threshold, counted after discounts', () => {
    const worth = (value: number, off = 0) =>
      quote(
        aRequest({
          lines: [aQuoteLine({ unitCents: cents(value), quantity: 1 })],
          discounts: [{ code: 'off', amountCents: cents(off) }],
        }),
      ).deliveryCents
    expect([worth(5999), worth(6000), worth(6100, 101), worth(6100, 100)]).toEqual([490, 0, 490, 0])
  })

  test('prints no rate for a delivery that is free', () => {
    const got = quote(aRequest({ lines: [aQuoteLine({ unitCents: cents(9000), vat: vatOf('reduced') })] }))
    expect(got.groups.map((group) => group.vat.category)).toEqual(['reduced'])
    expect(got.delivery).toMatchObject({ id: 'standard', amountCents: 0, taxCents: 0 })
  })

  test('refuses amounts below zero and pieces that are no whole number', () => {
    for (const wrong of [
      { quantity: 0 },
      { quantity: 1.5 },
      { unitCents: cents(-1) },
      { vat: { ...vatOf('zero'), rateBp: -1 } },
    ])
      expect(() => quote(aRequest({ lines: [aQuoteLine(wrong)] }))).toThrow(RangeError)
    expect(() => quote(aRequest({ discounts: [{ code: 'up', percentBp: -1 }] }))).toThrow(RangeError)
    expect(() => quote(aRequest({ delivery: { ...byPost, amountCents: cents(-1) } }))).toThrow(RangeError)
  })

  test('has another hash when anything that matters changes', () => {
    const changes: Partial<QuoteRequest>[] = [
      {},
      { currency: 'CHF' },
      { basis: 'exclusive' },
      { delivery: null },
      { delivery: { ...byPost, amountCents: cents(500) } },
      { delivery: { ...byPost, freeFromCents: cents(7000) } },
      { discounts: [] },
      { discounts: [{ code: 'other', amountCents: cents(500) }] },
      ...[{ id: 'other' }, { unitCents: cents(1300) }, { quantity: 4 }, { vat: vatOf('reduced') }].map((facts) => ({
        lines: [{ ...basket.lines[0]!, ...facts }, basket.lines[1]!],
      })),
      { lines: [{ ...basket.lines[0]!, discounts: [{ code: 'line', amountCents: cents(0) }] }, basket.lines[1]!] },
    ]
    const hashes = changes.map((change) => quote({ ...basket, ...change }).hash)
    expect(new Set(hashes).size).toBe(changes.length)
  })
})
