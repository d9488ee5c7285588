import { expect, test } from 'vitest'
import { addProduct, order, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('colleagues read each other’s notes, the shopper never does', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const [support, admin] = [await shop.staff('support'), await shop.staff('admin')]
  await support.admin.orders.addNote({ id, body: 'Appelle le matin.' })
  shop.clock.advance(60_000)
  const { notes, status } = await admin.admin.orders.addNote({ id, body: 'Carte 4242 4242 4242 4242 donnée par écrit' })
  expect(notes.map(({ body, authorName }) => [body, authorName])).toEqual([
    ['Carte •••• donnée par écrit', 'Une personne'],
    ['Appelle le matin.', 'Une personne'],
  ])
  expect(status).toBe('created')
  const seen = JSON.stringify(await alice.shop.orders.get({ id }))
  expect(seen).not.toContain('Appelle')
  expect(seen).not.toContain('notes')
})

test('the console names who took each step; the shopper sees only what kind of person it was', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const support = await shop.staff('support')
  await support.admin.auth.updateProfile({ name: 'Sacha' })
  const { timeline } = await support.admin.orders.validate({ id })
  expect(timeline.map(({ actor, actorName }) => [actor, actorName])).toEqual([
    ['customer', 'Une personne'],
    ['staff', 'Sacha'],
  ])
  expect((await alice.shop.orders.get({ id })).timeline.map((one) => Object.keys(one).toSorted())).toEqual([
    ['actor', 'at', 'id', 'kind', 'status'],
    ['actor', 'at', 'id', 'kind', 'status'],
  ])
})

test('a guest’s steps have no name, and a note about no order is refused', async () => {
  await using shop = await openTestShop()
  const { id } = await order(shop.guest(), await addProduct(shop))
  const admin = await shop.staff()
  expect((await admin.admin.orders.get({ id })).timeline).toMatchObject([{ actor: 'guest', actorName: null }])
  const nowhere = `order_${'0'.repeat(26)}` as const
  expect(await problemCode(admin.admin.orders.addNote({ id: nowhere, body: 'Rien.' }))).toBe('order_not_found')
})
