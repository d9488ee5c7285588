import { saveSettings } from '@comptoir/db/stores/settings'
import { engines } from '@comptoir/db/testing'
import { cents } from '@comptoir/domain'
import { describe, expect, test } from 'vitest'
import {
  addProduct,
  anAddress,
  checkoutOf,
  digestOf,
  minute,
  order,
  problemCode,
  refused,
  stockOf,
} from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('a checkout makes an order of the cart, keeps its pieces and empties the cart', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 5 })
  const alice = await shop.customer()
  const placed = await order(alice, bowl, 2)
  expect(placed).toMatchObject({ status: 'created', goodsCents: 2400, deliveryCents: 490, totalCents: 2890 })
  expect(placed.payBefore).toBe(new Date(shop.clock.now().getTime() + 60 * minute).toISOString())
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 5, allocated: 2 })
  expect((await alice.shop.cart.get()).lines).toEqual([])
})

test('a checkout that is sent again with another cart in hand leaves the guest what opens the order', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const key = 'one-checkout-of-a-guest-1'
  const input = checkoutOf(await guest.shop.cart.add({ variantId: bowl.variantId }))
  guest.bag.key = key
  const { order: placed } = await guest.shop.orders.checkout(input)
  guest.bag.key = null
  await guest.shop.cart.add({ variantId: bowl.variantId })
  guest.bag.key = key
  expect((await guest.shop.orders.checkout(input)).order.id).toBe(placed.id)
  expect((await guest.shop.orders.get({ id: placed.id })).id).toBe(placed.id)
})

test('how it travels is told in both languages, as it was called then; its papers keep the language of the order', async () => {
  await using shop = await openTestShop()
  const placed = await order(await shop.customer(), await addProduct(shop))
  const names = { fr: 'Livraison standard', en: 'Standard delivery' }
  expect(placed).toMatchObject({ deliveryName: names.fr, deliveryNames: names })
  const { admin } = await shop.staff('admin')
  const { rateBp: _, ...delivery } = (await admin.settings.get()).delivery
  await admin.settings.update({ delivery: { ...delivery, names: { fr: 'Coursier', en: 'Courier' } } })
  expect(await admin.orders.get({ id: placed.id })).toMatchObject({ deliveryName: names.fr, deliveryNames: names })
})

test('a price that changed since the shopper looked is refused with the total seen and the new quote', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const seen = await alice.shop.cart.add({ variantId: bowl.variantId, quantity: 2 })
  await bowl.save({ priceCents: 1300 })
  const before = await digestOf(shop)
  const { code, problem } = await refused(alice.shop.orders.checkout(checkoutOf(seen)))
  expect(code).toBe('CONFLICT')
  expect(problem).toMatchObject({
    code: 'quote_changed',
    details: { seenTotalCents: 2890, quote: { totalCents: 3090, goodsCents: 2600 } },
  })
  expect(await digestOf(shop)).toEqual(before)
  // The shopper looks again and agrees.
  const now = await alice.shop.cart.get()
  expect((await alice.shop.orders.checkout(checkoutOf(now))).order.totalCents).toBe(3090)
})

test('a line that became short is named with what is left', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 3 })
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: bowl.variantId, quantity: 3 })
  await order(await shop.customer(), bowl, 2)
  const { problem } = await refused(alice.shop.orders.checkout(checkoutOf(cart)))
  expect(problem).toMatchObject({ code: 'cart_not_orderable', details: { problems: [{ reason: 'short', left: 1 }] } })
})

test('a product taken off the shelf cannot be ordered any more', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: bowl.variantId, quantity: 1 })
  await bowl.save({ state: 'draft' })
  const { problem } = await refused(alice.shop.orders.checkout(checkoutOf(cart)))
  expect(problem).toMatchObject({ code: 'cart_not_orderable', details: { problems: [{ reason: 'withdrawn' }] } })
})

test('terms of sale that are not the current ones are refused with the current version', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: bowl.variantId })
  const { problem } = await refused(alice.shop.orders.checkout({ ...checkoutOf(cart), termsVersion: '1999-01' }))
  expect(problem).toMatchObject({ code: 'terms_changed', details: { current: cart.termsVersion } })
})

test('an empty cart makes no order, and a guest has to say an e-mail address', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const empty = await alice.shop.cart.get()
  expect(await problemCode(alice.shop.orders.checkout(checkoutOf(empty)))).toBe('cart_empty')
  const guest = shop.guest()
  const { email: _, ...nameless } = checkoutOf(await guest.shop.cart.add({ variantId: bowl.variantId }))
  expect(await problemCode(guest.shop.orders.checkout(nameless))).toBe('email_needed')
})

test('a guest who taps twice has one order', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const cart = await guest.shop.cart.add({ variantId: bowl.variantId })
  const first = await guest.shop.orders.checkout(checkoutOf(cart))
  const second = await guest.shop.orders.checkout(checkoutOf(cart))
  expect(second.order.id).toBe(first.order.id)
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 1 })
})

test('a guest who names another cart than the one in hand is not answered an order of something else', async () => {
  await using shop = await openTestShop()
  const guest = shop.guest()
  const cart = await guest.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  const cartId = cart.id as `cart_${string}`
  const { order: placed } = await guest.shop.orders.checkout({ ...checkoutOf(cart), cartId })
  expect((await guest.shop.orders.checkout({ ...checkoutOf(cart), cartId })).order.id).toBe(placed.id)
  const other = { ...checkoutOf(cart), cartId: 'cart_01j00000000000000000000000' as const }
  expect(await problemCode(guest.shop.orders.checkout(other))).toBe('cart_empty')
})

test('an order keeps its names, prices and rates whatever happens to the product', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id } = await order(alice, bowl)
  const before = await alice.shop.orders.get({ id })
  const words = { name: 'Tout autre chose', line: '', description: '', facts: [], keywords: '' }
  await bowl.save({ priceCents: 9900, vatCategory: 'reduced', texts: { fr: words } })
  expect(await alice.shop.orders.get({ id })).toEqual(before)
})

describe.each(engines)('at once (%s)', (engine) => {
  test('a guest who taps five times at once has one order', async () => {
    await using shop = await openTestShop({ engine })
    const bowl = await addProduct(shop)
    const guest = shop.guest()
    const cart = await guest.shop.cart.add({ variantId: bowl.variantId })
    const taps = await Promise.all([1, 2, 3, 4, 5].map(() => guest.shop.orders.checkout(checkoutOf(cart))))
    expect(new Set(taps.map(({ order: { id } }) => id)).size).toBe(1)
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 1 })
  })

  test('ten shoppers at once for the last three pieces buy exactly three', async () => {
    await using shop = await openTestShop({ engine })
    const bowl = await addProduct(shop, { stock: 3 })
    const carts = []
    for (let one = 0; one < 10; one++) {
      const guest = shop.guest()
      carts.push({ guest, cart: await guest.shop.cart.add({ variantId: bowl.variantId }) })
    }
    const tries = await Promise.allSettled(carts.map(({ guest, cart }) => guest.shop.orders.checkout(checkoutOf(cart))))
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
    for (const one of tries)
      if (one.status === 'rejected')
        expect(['out_of_stock', 'cart_not_orderable']).toContain(await problemCode(Promise.reject(one.reason as Error)))
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 3, allocated: 3 })
  })
})

test('an order in one request is placed and paid, and a declined card leaves it unpaid', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.visit({ tokensBy: 'header' })
  const input = {
    lines: [{ variantId: bowl.variantId, quantity: 1 }],
    ...{ email: 'camille@email.test', address: anAddress, expectedTotalCents: 1690, termsVersion: '2026-11' },
  }
  const paid = await guest.shop.orders.place({ ...input, card: 'card_success' })
  expect(paid).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
  const read = { id: paid.order.id as `order_${string}`, accessToken: paid.accessToken ?? '' }
  expect(await shop.guest().shop.orders.get(read)).toEqual(paid.order)
  const declined = await guest.shop.orders.place({ ...input, card: 'card_declined' })
  expect(declined).toMatchObject({ outcome: 'declined', reason: 'insufficient_funds', order: { status: 'created' } })
  const accessToken = declined.accessToken ?? ''
  const id = declined.order.id as `order_${string}`
  expect(await shop.guest().shop.orders.pay({ id, accessToken, card: 'card_success' })).toMatchObject({
    outcome: 'paid',
  })
  const wrong = guest.shop.orders.place({ ...input, expectedTotalCents: 1, card: 'card_success' })
  expect(await problemCode(wrong)).toBe('quote_changed')
})

test('an order of nothing to pay is paid without asking the gateway', async () => {
  await using shop = await openTestShop({
    fault: () => {
      throw new Error('the gateway must not be asked')
    },
  })
  const free = { code: 'free', names: { fr: 'Offerte', en: 'Free' }, freeFromCents: null }
  await shop.db.write((tx) =>
    saveSettings(tx, {
      delivery: { ...free, amountCents: cents(0), vat: { category: 'standard', rateBp: 2000 } },
    }),
  )
  const gift = await addProduct(shop, { priceCents: 0 })
  const alice = await shop.customer()
  const { id, totalCents } = await order(alice, gift)
  expect(totalCents).toBe(0)
  const paid = await alice.shop.orders.pay({ id, card: 'card_success' })
  expect(paid).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
  expect((await alice.shop.orders.invoice({ id })).invoice.totalCents).toBe(0)
})
