import { expect, test } from 'vitest'
import { openTestShop } from '../../testing.ts'
import { addProduct, anAddress, checkoutOf, order, problemCode, stockOf } from '../../testing-orders.ts'

const key = (name: string) => `${name}-of-one-and-the-same-call`

test('an answer that could not be read after the money came in does not charge again under the same key', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const { totalCents } = (await shop.guest().shop.cart.add({ variantId: bowl.variantId, quantity: 1 })).quote
  const wanted = {
    lines: [{ variantId: bowl.variantId, quantity: 1 }],
    ...{ email: 'camille@email.test', address: anAddress, expectedTotalCents: totalCents },
    ...{ termsVersion: '2026-11', card: 'card_success' },
  }
  const { db } = shop.services
  const { write } = db
  let fails = false
  const charge = shop.services.gateway.charge
  shop.services.gateway.charge = async (asked) => {
    const result = await charge(asked)
    fails = true
    return result
  }
  db.write = (work) => (fails ? Promise.reject(new Error('the disk hiccups')) : write(work))
  await expect(guest.with(key('place')).shop.orders.place(wanted)).rejects.toThrow()
  fails = false
  shop.clock.advance(60_000)
  await shop.jobs.runDue()
  const again = await guest.with(key('place')).shop.orders.place(wanted)
  expect(again.outcome).toBe('paid')
  const captures = await shop.db.read.select().from(shop.db.read.tables.gatewayCharges)
  expect(captures).toHaveLength(1)
})

test('an order sees a bounded number of payment attempts', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const { id } = await order(guest, bowl)
  for (let i = 0; i < 30; i++) await guest.shop.orders.pay({ id, card: 'card_declined' })
  expect(await problemCode(guest.shop.orders.pay({ id, card: 'card_success' }))).toBe('payment_attempts_spent')
})

test('a wrong code is no money, however often the button is pressed meanwhile', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await using shop = await openTestShop({
    fault: (at, call) => (at === 'before' && call === 'confirm' ? held : undefined),
  })
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const { id } = await order(guest, bowl)
  const first = await guest.shop.orders.pay({ id, card: 'card_second_step' })
  const paymentId = first.paymentId as `payment_${string}`
  const wrong = guest.shop.orders.pay({ id, card: 'card_second_step', paymentId, confirmation: '0000' })
  const pressed = await guest.shop.orders.pay({ id, card: 'card_second_step' })
  expect(pressed.outcome).toBe('pending')
  release()
  expect((await wrong).outcome).toBe('declined')
  expect((await guest.shop.orders.get({ id })).payment).toBe('unpaid')
})

test('a guest whose first answer was lost on the way, but not its cookie, adds once', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest().with(key('add'))
  await guest.shop.cart.add({ variantId: bowl.variantId, quantity: 2 })
  expect(guest.bag.cartToken).not.toBeNull()
  const cart = await guest.shop.cart.add({ variantId: bowl.variantId, quantity: 2 })
  expect(cart.lines.map((line) => line.quantity)).toEqual([2])
})

test('two taps of an account under two keys are one order', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: bowl.variantId, quantity: 1 })
  const asked = { ...checkoutOf(cart), cartId: cart.id as `cart_${string}` }
  const taps = await Promise.all([
    shop.visit(alice.bag).with(key('first')).shop.orders.checkout(asked),
    shop.visit(alice.bag).with(key('second')).shop.orders.checkout(asked),
  ])
  expect(new Set(taps.map((tap) => tap.order.id)).size).toBe(1)
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 1 })
  const bob = await shop.customer()
  expect(await problemCode(bob.shop.orders.checkout(asked))).toBe('cart_empty')
})

test('an order and its invoice read the same with the catalogue emptied', async () => {
  await using shop = await openTestShop({ checked: false })
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const { id } = await order(guest, bowl, 3)
  await guest.shop.orders.pay({ id, card: 'card_success' })
  const before = [await guest.shop.orders.get({ id }), await guest.shop.orders.invoice({ id })]
  const emptied = ['product_words', 'product_texts', 'images', 'stock_movements', 'variants', 'products']
  await shop.database.execute(
    ['drop trigger if exists stock_movements_no_delete', ...emptied.map((table) => `delete from ${table}`)].join(';'),
  )
  expect([await guest.shop.orders.get({ id }), await guest.shop.orders.invoice({ id })]).toEqual(before)
})

test('the history of an order is told in the order in which it happened, also within one millisecond', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const { id } = await order(guest, bowl)
  await guest.shop.orders.pay({ id, card: 'card_success' })
  await shop.services.events.settled()
  const rows = await shop.db.read.select().from(shop.db.read.tables.outbox)
  const told = rows
    .filter((row) => row.topic === 'order.changed')
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    .map((row) => row.data['kind'])
  expect(told).toEqual(['created', 'payment_requested', 'paid'])
})
