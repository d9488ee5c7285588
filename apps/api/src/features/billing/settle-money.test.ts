import { checkBooks } from '@comptoir/db'
import { engines } from '@comptoir/db/testing'
import { cents, type Id, makeId } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { addProduct, order, problemCode } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const key = '5b0e7f1c-6a2d-4f38-9c41-000000000002'

/** The gateway takes another amount than it was asked for. */
async function moneyAside(shop: TestShop) {
  const guest = shop.guest()
  const { id, reference } = await order(guest, await addProduct(shop))
  const { gateway } = shop.services
  const short: typeof gateway = {
    ...gateway,
    charge: (asked) => gateway.charge({ ...asked, amountCents: cents(100) }),
  }
  await shop.visit(guest.bag, { gateway: short }).shop.orders.pay({ id, card: 'card_success' })
  return { orderId: id, orderReference: reference }
}

test.each(engines)(
  'money that fits no order waits for a person, who says what became of it, once (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { admin, userId } = await shop.staff('finance')
    expect(await admin.unmatchedMoney.list({})).toEqual({ items: [], nextCursor: null })
    const of = await moneyAside(shop)
    expect(await admin.unmatchedMoney.counts({})).toEqual({ open: 1 })
    const [waits] = (await admin.unmatchedMoney.list({})).items
    expect(waits).toMatchObject({
      ...{ ...of, amountCents: 100, currency: 'EUR', settledAt: null, settledByName: null, note: null },
    })
    const id = waits?.id as Id<'payment'>
    const onOrder = async () => (await admin.orders.get({ id: of.orderId })).moneyAside
    expect(await onOrder()).toEqual([{ id, amountCents: 100, currency: 'EUR' }])
    const note = 'Rendu à la main, carte 4242 4242 4242 4242'
    const settled = await admin.unmatchedMoney.settle({ id, note })
    expect(settled).toMatchObject({ id, settledByName: 'Une personne', settledAt: shop.clock.now().toISOString() })
    expect(settled.note).toMatch(/^Rendu à la main, carte (?!.*4242 4242)/)
    expect(await admin.unmatchedMoney.list({})).toMatchObject({ items: [] })
    expect(await admin.unmatchedMoney.list({ settled: true })).toEqual({ items: [settled], nextCursor: null })
    expect(await admin.unmatchedMoney.counts({})).toEqual({ open: 0 })
    expect(await onOrder()).toEqual([])
    expect(await problemCode(admin.unmatchedMoney.settle({ id, note: 'Encore' }))).toBe('unmatched_money_settled')
    const boss = await shop.staff('admin')
    expect(await boss.admin.audit.list({ action: 'unmatchedMoney.settle' })).toMatchObject({
      items: [{ actorId: userId, subjectId: id, after: expect.not.stringContaining('Rendu à la main') }],
    })
    expect(await checkBooks(shop.db.read)).toEqual([])
  },
)

test('the same key settles once and answers alike; a colleague who comes second is told', async () => {
  await using shop = await openTestShop()
  const finance = (await shop.staff('finance')).with(key)
  await moneyAside(shop)
  const [waits] = (await finance.admin.unmatchedMoney.list({})).items
  const input = { id: waits?.id as Id<'payment'>, note: 'Rendu à la main' }
  const first = await finance.admin.unmatchedMoney.settle(input)
  expect(await finance.admin.unmatchedMoney.settle(input)).toEqual(first)
  const { admin } = await shop.staff('admin')
  expect(await problemCode(admin.unmatchedMoney.settle(input))).toBe('unmatched_money_settled')
  expect(await admin.audit.list({ action: 'unmatchedMoney.settle' })).toMatchObject({ items: [{}] })
})

test('a note says something, and money that nobody put aside is not found', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff('finance')
  const settle = (note: string) => admin.unmatchedMoney.settle({ id: makeId('payment', 0, new Uint8Array(16)), note })
  expect(await problemCode(settle('Rendu'))).toBe('unmatched_money_not_found')
  expect(await problemCode(settle(' ok '))).toBe('input_invalid')
  expect(await problemCode(settle('x'.repeat(501)))).toBe('input_invalid')
})
