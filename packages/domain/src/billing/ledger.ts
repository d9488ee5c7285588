import type { VatCategory } from '../cart/quote-types.ts'
import { add, type Cents, type Currency, subtract, sum, zero } from '../money.ts'
import type { Order } from '../orders/order.ts'
import type { Refund } from './refund.ts'

/** What the customer owes, what the gateway holds for us, what was earned by goods and by delivery, and VAT owed per category. */
export type Account = 'receivable' | 'gateway' | 'sales' | 'delivery' | `vat:${VatCategory}`

/** One side of a posting: debit above zero, credit below. */
export interface LedgerEntry {
  account: Account
  amountCents: Cents
  currency: Currency
}

/** What the books record: an invoice, money captured, a credit note, money given back. */
export type LedgerEvent =
  | { kind: 'sale'; order: Pick<Order, 'currency' | 'groups' | 'deliveryLine' | 'totalCents'> }
  | { kind: 'credit'; currency: Currency; refund: Pick<Refund, 'parts' | 'groups' | 'grossCents'> }
  | { kind: 'capture' | 'refund'; currency: Currency; amountCents: Cents }

/** The entries of an event: one per account, none of zero, together zero. INV-04. */
export function entriesFor(event: LedgerEvent): LedgerEntry[] {
  const { currency, amounts } = postingOf(event)
  const accounts = new Map<Account, Cents>()
  for (const [account, amount] of amounts) accounts.set(account, add(accounts.get(account) ?? zero, amount))
  return [...accounts].flatMap(([account, amountCents]) =>
    amountCents === 0 ? [] : [{ account, amountCents, currency }],
  )
}

type Posting = { currency: Currency; amounts: [Account, Cents][] }
const minus = (amount: Cents): Cents => subtract(zero, amount)

function postingOf(event: LedgerEvent): Posting {
  switch (event.kind) {
    case 'sale': {
      const { currency, groups, deliveryLine, totalCents } = event.order
      const sale = earned(groups, deliveryLine?.netCents ?? zero)
      return { currency, amounts: [['receivable', totalCents], ...mirrored(sale)] }
    }
    case 'credit': {
      const { parts, groups, grossCents } = event.refund
      const delivery = sum(parts.filter((part) => part.lineId === null).map((part) => part.netCents))
      return { currency: event.currency, amounts: [...earned(groups, delivery), ['receivable', minus(grossCents)]] }
    }
    case 'capture':
      return moved(event, event.amountCents)
    case 'refund':
      return moved(event, minus(event.amountCents))
  }
}

const moved = ({ currency }: { currency: Currency }, toGateway: Cents): Posting => ({
  currency,
  amounts: [
    ['gateway', toGateway],
    ['receivable', minus(toGateway)],
  ],
})

const earned = (groups: Order['groups'], deliveryNet: Cents): [Account, Cents][] => [
  ['sales', subtract(sum(groups.map((group) => group.netCents)), deliveryNet)],
  ['delivery', deliveryNet],
  ...groups.map(({ vat, taxCents }): [Account, Cents] => [`vat:${vat.category}`, taxCents]),
]

const mirrored = (amounts: [Account, Cents][]): [Account, Cents][] =>
  amounts.map(([account, amount]) => [account, minus(amount)])
