import { openDatabase } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import * as sessions from '@comptoir/db/stores/sessions'
import { expect, test } from 'vitest'
import { listen } from '../testing-server.ts'
import { openTestShop, type TestShop } from '../testing.ts'
import { keepForCallers } from './kept-for-callers.ts'

/** Somebody who asks over the wire who they are: "nobody" for a session that opens nothing. */
async function asking(shop: TestShop, server: Awaited<ReturnType<typeof listen>>) {
  const person = await shop.customer({ email: 'alice@email.test' })
  await shop.services.events.settled()
  const whoAmI = async () => {
    const answer = await server.get('/rpc/shop/auth.me', { cookie: `comptoir_session=${person.secret}` })
    const { result } = (await answer.json()) as { result: { data: { user: { name: string } | null } } }
    return result.data.user?.name ?? 'nobody'
  }
  const name = await whoAmI()
  // The first answer is kept, the second shows its headers, the third goes out before any route.
  for (let turn = 0; turn < 3; turn++) expect(await whoAmI()).toBe(name)
  return { person, name, whoAmI }
}

test('who ended their session is nobody from the next call on', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const { person, whoAmI } = await asking(shop, server)
  await person.shop.auth.logout()
  expect(await whoAmI()).toBe('nobody')
})

test('a name that was changed, and an account that another process disabled, are told at the next call', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const { person, whoAmI } = await asking(shop, server)
  await person.shop.auth.updateProfile({ name: 'Alice Neuve' })
  for (let turn = 0; turn < 4; turn++) expect(await whoAmI()).toBe('Alice Neuve')
  const other = await openDatabase(shop.url)
  await other.write((tx) => people.saveStanding(tx, person.userId, { disabled: true }))
  await other.close()
  expect(await whoAmI()).toBe('nobody')
})

test('a session that ends by the clock is over a second later at the latest', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const { person, whoAmI } = await asking(shop, server)
  const day = 24 * 3600 * 1000
  const [session] = await sessions.listOfUser(shop.db.read, person.userId)
  const left = () => (session?.endsAt.getTime() ?? 0) - shop.clock.now().getTime()
  // In use at least once in thirty days it lives for ninety.
  for (; left() > 20 * day; shop.clock.advance(20 * day)) expect(await whoAmI()).not.toBe('nobody')
  shop.clock.advance(left() - 10)
  for (let turn = 0; turn < 4; turn++) expect(await whoAmI()).not.toBe('nobody')
  shop.clock.advance(1000)
  expect(await whoAmI()).toBe('nobody')
})

test('an answer is kept for a second, until a commit, and for so many callers', async () => {
  await using shop = await openTestShop()
  const caller = (await shop.customer()).bag.user
  await shop.services.events.settled()
  const kept = keepForCallers(shop.db, { clock: shop.clock.now, most: 2 })
  const keep = (key: string) => kept?.keep(key, async () => ({ keep: Buffer.from(key), caller }))
  const found = (...keys: string[]) => keys.map((key) => kept?.findNow(key)?.bytes.toString())
  for (const key of ['a', 'b', 'c']) await keep(key)
  expect(found('a', 'b', 'c')).toEqual([undefined, 'b', 'c'])
  await kept?.keep('d', async () => ({ keep: Buffer.from('d'), caller: null }))
  expect(found('d'), 'nobody in particular').toEqual([undefined])
  shop.clock.advance(1000)
  expect(found('b', 'c')).toEqual([undefined, undefined])
  await keep('a')
  await shop.customer()
  expect(found('a'), 'a commit').toEqual([undefined])
  await keep('a')
  shop.clock.advance(-60_000)
  expect(found('a'), 'a clock that went back').toEqual([undefined])
})
