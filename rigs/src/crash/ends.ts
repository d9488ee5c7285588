import { expect } from 'vitest'
import type { RigServer } from '../server/start-server.ts'
import type { Tally } from '../tally.ts'
import { plots } from './plots.ts'
import type { Story } from './story.ts'

/** Each story that was told came to its end: the books are clean, agree with the gateway's own ledger, and hold one order for each shopper. */
export async function checkedEnds(
  server: Pick<RigServer, 'tell'>,
  finished: readonly Story[],
  counts: Tally,
): Promise<void> {
  const books = await server.tell('books', null)
  expect(books.breaches).toEqual([])
  const status = new Map(books.orders.map((one) => [one.email, one.status]))
  expect(books.orders, 'orders, one for each story').toHaveLength(finished.length)
  for (const { email, kind } of finished) expect([kind, status.get(email)]).toEqual([kind, plots[kind]?.end.status])
  const total = new Map(books.orders.map((one) => [one.email, one.totalCents]))
  const with_ = (fact: 'captured' | 'refunded') => finished.filter(({ kind }) => plots[kind]?.end[fact])
  const cents = (some: readonly Story[]) => some.reduce((sum, { email }) => sum + (total.get(email) ?? 0), 0)
  const [captured, refunded] = [with_('captured'), with_('refunded')]
  expect(books.gateway).toEqual({
    ...{ charges: captured.length, capturedCents: cents(captured) },
    ...{ refunds: refunded.length, refundedCents: cents(refunded) },
  })
  expect([books.invoices, books.creditNotes]).toEqual([captured.length, refunded.length])
  counts.add('times the books were checked')
}
