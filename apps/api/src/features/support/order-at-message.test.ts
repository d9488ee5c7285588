import { expect, test } from 'vitest'
import { addProduct, minute, order } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('each message tells where its order was when it was written', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id: orderId } = await order(alice, await addProduct(shop))
  shop.clock.advance(minute)
  const { id } = await alice.shop.support.create({ subject: 'Ma commande', body: 'Est-elle partie ?', orderId })
  shop.clock.advance(minute)
  await alice.shop.orders.pay({ id: orderId, card: 'card_success' })
  const staff = await shop.staff('admin')
  await staff.admin.orders.ship({ id: orderId })
  shop.clock.advance(minute)
  const threadId = id as `thread_${string}`
  await staff.admin.support.reply({ id: threadId, body: 'À l’instant.' })
  const told = (thread: { messages: { orderStatus: string | null }[] }) => thread.messages.map((one) => one.orderStatus)
  expect(told(await alice.shop.support.get({ id: threadId }))).toEqual(['created', 'shipped'])
  expect(told(await staff.admin.support.get({ id: threadId }))).toEqual(['created', 'shipped'])
  const { id: other } = await alice.shop.support.create({ subject: 'Une question', body: 'Avez-vous des bols ?' })
  expect(told(await alice.shop.support.get({ id: other }))).toEqual([null])
})
