import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vatOf } from '../catalog/product.ts'
import { cents, sum } from '../money.ts'
import { markPaid } from '../orders/steps.ts'
import { anAddress, aQuoteLine, aRequest, line, minutesAfter, noon, orderFor, someRequest } from '../testing.ts'
import { creditNoteOf, documentNumber, invoiceOf, missingMentions } from './documents.ts'
import { entriesFor, type LedgerEntry } from './ledger.ts'
import { refundOf, wholeRefund } from './refund.ts'

const seller = {
  name: 'Comptoir SAS',
  address: '1 place du Marché, 69001 Lyon',
  siren: '123456789',
  vatNumber: 'FR00123456789',
  email: 'bonjour@comptoir.test',
}
const paidFor = (asked: Parameters<typeof orderFor>[0]) => {
  const order = orderFor(asked)
  return markPaid(order, order.totalCents, minutesAfter(noon, 5))
}
const issued = { year: 2026, serial: 7, issuedAt: minutesAfter(noon, 6) }
const invoiceFor = (order: ReturnType<typeof paidFor>) => invoiceOf(order, { id: 'invoice_one', seller, ...issued })
const creditIds = { id: 'credit_one', refundId: 'refund_one', ...issued } as const
const order = paidFor(
  aRequest({
    lines: [aQuoteLine(), aQuoteLine({ unitCents: cents(1000), quantity: 3, vat: vatOf('reduced') })],
    discounts: [{ code: 'x', amountCents: cents(100) }],
  }),
)
const balance = (entries: LedgerEntry[]) => sum(entries.map((entry) => entry.amountCents))

describe('document numbers', () => {
  test('say series and year and sort by their place in it', () => {
    expect(documentNumber('F', 2026, 1)).toBe('F2026-000001')
    expect(documentNumber('A', 2027, 123_456)).toBe('A2027-123456')
  })
})

describe('an invoice', () => {
  const invoice = invoiceFor(order)

  test('carries every mention, from the order alone', () => {
    expect(invoice).toMatchObject({
      number: 'F2026-000007',
      issuedAt: issued.issuedAt,
      paidAt: order.paidAt,
      orderReference: 'C2345678',
      seller,
      buyer: { name: 'Alice Martin', email: 'alice@email.test', address: anAddress },
      groups: order.groups,
      totalCents: order.totalCents,
    })
    expect(invoice.lines.map(({ name, sku, quantity, vat }) => [name, sku, quantity, vat.rateBp])).toEqual([
      ['Savon · Lavande', 'S-1', 3, 2000],
      ['Savon · Lavande', 'S-1', 3, 550],
      ['Livraison', null, 1, 2000],
    ])
    expect(missingMentions(invoice)).toEqual([])
  })

  test('shows the net of one piece, after discounts', () => {
    const [first] = invoice.lines
    expect(first?.unitNetCents).toBe(Math.round(first!.netCents / 3))
  })

  test('names the mentions it lacks', () => {
    const bare = { ...invoice, seller: { ...seller, siren: ' ' }, buyer: { ...invoice.buyer, name: '' }, lines: [] }
    expect(missingMentions(bare)).toEqual(['seller.siren', 'buyer.name', 'lines'])
  })

  test('is not made for an unpaid order', () => {
    expect(() => invoiceOf(orderFor(aRequest()), { id: 'invoice_one', seller, ...issued })).toThrow(RangeError)
  })

  test('sums to its order, line by line and rate by rate', () => {
    fc.assert(
      fc.property(someRequest, (asked) => {
        const paid = paidFor(asked)
        const { lines, groups, totalCents, taxCents } = invoiceFor(paid)
        expect(sum(lines.map((one) => one.grossCents))).toBe(totalCents)
        expect(sum(lines.map((one) => one.taxCents))).toBe(taxCents)
        expect(sum(groups.map((one) => one.grossCents))).toBe(paid.totalCents)
      }),
    )
  })
})

describe('a credit note', () => {
  const invoice = invoiceFor(order)

  test('names the invoice it corrects and mirrors it when all is given back', () => {
    const note = creditNoteOf(order, invoice, wholeRefund(order).parts, creditIds)
    expect(note).toMatchObject({
      number: 'A2026-000007',
      invoiceId: 'invoice_one',
      invoiceNumber: 'F2026-000007',
      refundId: 'refund_one',
      seller,
      buyer: invoice.buyer,
      groups: invoice.groups,
      netCents: invoice.netCents,
      taxCents: invoice.taxCents,
      totalCents: invoice.totalCents,
    })
    expect(note.lines).toEqual(invoice.lines)
  })

  test('writes an amount without pieces as one', () => {
    const { parts } = refundOf(order, [], { amountCents: cents(500) })
    const note = creditNoteOf(order, invoice, parts, creditIds)
    expect(note.lines.every((one) => one.quantity === 1 && one.unitNetCents === one.netCents)).toBe(true)
    expect(note.totalCents).toBe(500)
  })

  test('throws on a part of another order', () => {
    const parts = wholeRefund(order).parts.map((part) => ({ ...part, lineId: line('other') }))
    const bare = { ...order, deliveryLine: null }
    expect(() => creditNoteOf(bare, invoice, parts, creditIds)).toThrow(RangeError)
  })
})

describe('the books', () => {
  test('of a sale, its payment, its credit note and its refund end where they began', () => {
    const refund = wholeRefund(order)
    const { currency, totalCents } = order
    const entries = [
      entriesFor({ kind: 'sale', order }),
      entriesFor({ kind: 'capture', currency, amountCents: totalCents }),
      entriesFor({ kind: 'credit', currency, refund }),
      entriesFor({ kind: 'refund', currency, amountCents: refund.grossCents }),
    ].flat()
    const accounts = new Set(entries.map((entry) => entry.account))
    expect(accounts).toEqual(new Set(['receivable', 'gateway', 'sales', 'delivery', 'vat:standard', 'vat:reduced']))
    for (const account of accounts) expect(balance(entries.filter((entry) => entry.account === account))).toBe(0)
  })

  test('owe the customer nothing once paid, and the state its tax', () => {
    const { currency, totalCents } = order
    const entries = [
      ...entriesFor({ kind: 'sale', order }),
      ...entriesFor({ kind: 'capture', currency, amountCents: totalCents }),
    ]
    const of = (account: string) => balance(entries.filter((entry) => entry.account.startsWith(account)))
    expect([of('receivable'), of('gateway'), of('vat:')]).toEqual([0, totalCents, -order.taxCents])
    expect(of('sales') + of('delivery')).toBe(-order.netCents)
    expect(of('delivery')).toBe(-order.deliveryLine!.netCents)
  })

  test('sum to zero in every event, with one entry per account and none of zero', () => {
    fc.assert(
      fc.property(someRequest, fc.integer({ min: 1, max: 1000 }), (asked, thousandths) => {
        const paid = paidFor(asked)
        const part = cents(Math.ceil((paid.totalCents * thousandths) / 1000))
        const refund = part > 0 ? refundOf(paid, [], { amountCents: part }) : wholeRefund(paid)
        const { currency } = paid
        for (const entries of [
          entriesFor({ kind: 'sale', order: paid }),
          entriesFor({ kind: 'capture', currency, amountCents: paid.totalCents }),
          entriesFor({ kind: 'credit', currency, refund }),
          entriesFor({ kind: 'refund', currency, amountCents: refund.grossCents }),
        ]) {
          expect(balance(entries)).toBe(0)
          expect(new Set(entries.map((entry) => entry.account)).size).toBe(entries.length)
          expect(entries.every((entry) => entry.amountCents !== 0 && entry.currency === currency)).toBe(true)
        }
      }),
    )
  })
})
