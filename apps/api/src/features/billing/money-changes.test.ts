import * as billing from '@comptoir/db/stores/billing'
import { engines } from '@comptoir/db/testing'
import { cents, type Id } from '@comptoir/domain'
import pino from 'pino'
import { expect, test } from 'vitest'
import { addProduct, order } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'
import { bySystem } from '../order-steps/record-step.ts'
import { settlePayment } from './complete-payment.ts'

/** An order whose payment is not answered, while the gateway takes another amount than it was asked for. */
async function strangeMoney(shop: TestShop) {
  const guest = shop.guest()
  const { id: orderId } = await order(guest, await addProduct(shop))
  const { gateway } = shop.services
  const silent = { ...gateway, charge: () => Promise.reject(new Error('no answer')) }
  const pending = await shop
    .visit(guest.bag, { gateway: silent })
    .shop.orders.pay({ id: orderId, card: 'card_success' })
  const payment = await billing.getPayment(shop.db.read, pending.paymentId as Id<'payment'>)
  const result = await gateway.charge({ ...payment, amountCents: cents(100) })
  return { orderId, paymentId: payment.id, result }
}

test.each(engines)(
  'open consoles hear of money that fits no order, and that somebody settled it (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { admin } = await shop.staff('finance')
    const { orderId, paymentId, result } = await strangeMoney(shop)
    const stream: unknown = await admin.live.follow({ topics: [{ about: 'money' }] })
    const line = (stream as AsyncIterable<readonly [string, unknown]>)[Symbol.asyncIterator]()
    const heard = async () => {
      await shop.services.events.settled()
      return (await line.next()).value?.[1]
    }
    expect(await heard()).toMatchObject({ news: 'begun' })
    await settlePayment(shop.services, paymentId, result, bySystem('test'))
    expect(await heard()).toMatchObject({
      news: 'order',
      of: [0],
      order: { orderId, status: 'created', kind: 'money_aside' },
    })
    await admin.unmatchedMoney.settle({ id: paymentId, note: 'Rendu à la main' })
    expect(await heard()).toMatchObject({ news: 'order', order: { orderId, kind: 'money_settled' } })
    await line.return?.()
  },
)

test('the log names it once, after the commit, also where the work begins again or the gateway says it again', async () => {
  await using shop = await openTestShop()
  const { orderId, paymentId, result } = await strangeMoney(shop)
  const lines: { msg: string; orderId: string }[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const { db } = shop.services
  // As a group of writes does when another one of it fails: everything is rolled back, then done once more.
  const write: typeof db.write = async (work) => {
    const rolledBack = db.write(async (tx) => {
      await work(tx)
      throw new Error('another write of the group failed')
    })
    await expect(rolledBack).rejects.toThrow('another write of the group failed')
    expect(lines).toEqual([])
    return db.write(work)
  }
  await settlePayment({ ...shop.services, log, db: { ...db, write } }, paymentId, result, bySystem('test'))
  await settlePayment({ ...shop.services, log }, paymentId, result, bySystem('test'))
  expect(lines).toMatchObject([{ orderId, msg: 'money that fits no order: a person must look at it' }])
  const { outbox } = shop.db.read.tables
  const told = (await shop.db.read.select().from(outbox)).filter(({ topic }) => topic === 'money.changed')
  expect(told).toMatchObject([{ subjectId: orderId, userId: null, data: { kind: 'money_aside' } }])
})
