import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { addProduct, checkoutOf, refused, type Visit } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

/** A guest with a program's bag, and the order that they just placed. */
async function guestWithOrder(shop: TestShop, email = 'camille@email.test') {
  const guest = shop.visit({ tokensBy: 'header' })
  const cart = await guest.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  const { order, accessToken } = await guest.shop.orders.checkout(checkoutOf(cart, email))
  return { guest, order, inHand: { id: order.id, accessToken: accessToken ?? '' } }
}
const ask = (visit: Visit, inHand: { id: string; accessToken?: string }, body = 'Où est-elle ?') =>
  visit.shop.support.writeAboutOrder({ ...inHand, body })

test.each(engines)('a guest writes about their order and reads the answer on its page (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { guest, order, inHand } = await guestWithOrder(shop)
  expect(await guest.shop.support.aboutOrder(inHand)).toEqual({ open: true, thread: null })
  await ask(guest, inHand, 'Ma carte 4242 4242 4242 4242, où est-elle ?')
  const desk = await shop.staff('support')
  const [inbox] = (await desk.admin.support.list({ unread: true })).items
  expect(inbox).toMatchObject({
    ...{ subject: order.reference, orderId: order.id, orderReference: order.reference, unread: 1 },
    ...{ customerId: null, customerName: 'Camille Roux', customerEmail: 'camille@email.test' },
  })
  const id = inbox?.id ?? ''
  await desk.admin.support.reply({ id, body: 'Elle part demain.' })
  await desk.admin.support.close({ id })
  expect((await ask(guest, inHand, 'Merci !')).state).toBe('open')
  const { thread } = await guest.shop.support.aboutOrder(inHand)
  expect(thread?.messages.map(({ author, authorName, body }) => [author, authorName, body])).toEqual([
    ['customer', 'Camille Roux', 'Ma carte ••••, où est-elle ?'],
    ['staff', 'Une personne', 'Elle part demain.'],
    ['customer', 'Camille Roux', 'Merci !'],
  ])
})

test.each(engines)('two first messages at once make one conversation (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { guest, inHand } = await guestWithOrder(shop)
  await Promise.all([ask(guest, inHand, 'Une'), ask(guest, inHand, 'Deux'), ask(guest, inHand, 'Trois')])
  expect((await (await shop.staff('support')).admin.support.list({})).items).toHaveLength(1)
  expect((await guest.shop.support.aboutOrder(inHand)).thread?.messages).toHaveLength(3)
})

test('the token opens this one order and no other conversation', async () => {
  await using shop = await openTestShop()
  const [mine, theirs] = [await guestWithOrder(shop), await guestWithOrder(shop)]
  await ask(theirs.guest, theirs.inHand, 'À propos de ma commande')
  const wrong = { id: theirs.order.id, accessToken: mine.inHand.accessToken }
  const { support } = mine.guest.shop
  for (const attempt of [
    () => support.aboutOrder(wrong),
    () => ask(mine.guest, wrong),
    () => support.onOrderMessage(wrong),
  ])
    expect((await refused(attempt())).problem?.code).toBe('order_not_found')
  expect((await refused(ask(shop.guest(), { id: mine.order.id }))).problem?.code).toBe('order_not_found')
  expect((await support.aboutOrder(mine.inHand)).thread).toBeNull()
})

test('whoever only looked an order up, or has it in an account, writes from elsewhere', async () => {
  await using shop = await openTestShop()
  const { guest, order, inHand } = await guestWithOrder(shop)
  await ask(guest, inHand)
  const reader = shop.visit({ tokensBy: 'header' })
  const found = await reader.shop.orders.lookUp({ reference: order.reference, email: 'camille@email.test' })
  const looked = { id: order.id, accessToken: found.accessToken ?? '' }
  expect(await reader.shop.support.aboutOrder(looked)).toEqual({ open: false, thread: null })
  expect((await refused(ask(reader, looked))).problem?.code).toBe('order_not_found')
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  const { order: own } = await alice.shop.orders.checkout(checkoutOf(cart))
  expect(await alice.shop.support.aboutOrder({ id: own.id })).toEqual({ open: false, thread: null })
  expect((await refused(ask(alice, { id: own.id }))).problem?.code).toBe('order_not_found')
})

test('a guest who keeps the order keeps what was written about it', async () => {
  await using shop = await openTestShop()
  const { guest, order, inHand } = await guestWithOrder(shop)
  await ask(guest, inHand)
  const { accessToken } = inHand
  await guest.shop.auth.keepOrder({ orderId: order.id, accessToken, password: 'battery staple', session: 'token' })
  expect((await refused(ask(guest, inHand))).problem?.code).toBe('order_not_found')
  const [thread] = (await (await shop.staff('support')).admin.support.list({})).items
  expect(thread).toMatchObject({ customerEmail: 'camille@email.test', customerId: expect.stringMatching(/^user_/) })
})

test('the page hears of an answer, of this order only', async () => {
  await using shop = await openTestShop()
  const [mine, theirs] = [await guestWithOrder(shop), await guestWithOrder(shop)]
  const stream: unknown = await mine.guest.shop.support.onOrderMessage(mine.inHand)
  const heard = (stream as AsyncIterable<readonly [string, { body: string }]>)[Symbol.asyncIterator]()
  const first = heard.next()
  await ask(theirs.guest, theirs.inHand, 'Une autre')
  await ask(mine.guest, mine.inHand, 'La mienne')
  await shop.services.events.settled()
  expect((await first).value?.[1]).toMatchObject({ body: 'La mienne' })
  await heard.return?.()
})
