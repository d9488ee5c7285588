import { expect, test } from 'vitest'
import * as sessions from '@comptoir/db/stores/sessions'
import { findSession } from '../../services/sessions.ts'
import { openTestShop } from '../../testing.ts'
import { deviceOf } from './sessions-view.ts'

const email = 'alice@email.test'
const login = { email, password: 'correct horse', session: 'token' } as const

test('a person sees where they are signed in, under names that open nothing', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  shop.clock.advance(1000)
  const { token } = await shop.visit({ tokensBy: 'header' }).shop.auth.login(login)
  const { items } = await alice.shop.auth.sessions()
  expect(items.map(({ kind, current }) => [kind, current])).toEqual([
    ['token', false],
    ['cookie', true],
  ])
  const stored = (await sessions.listOfUser(shop.db.read, alice.userId)).map(({ id }) => id)
  const shown = JSON.stringify(items)
  for (const secret of [token ?? '', alice.secret, ...stored]) expect(shown).not.toContain(secret)
})

test('a session that is ended opens nothing from the next call on', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  shop.clock.advance(1000)
  const { token } = await shop.visit({ tokensBy: 'header' }).shop.auth.login(login)
  const { items } = await alice.shop.auth.sessions()
  const left = await alice.shop.auth.endSession({ id: items[0]?.id as `session_${string}` })
  expect(left.items).toMatchObject([{ current: true }])
  expect(await findSession(shop.services, token ?? '', 'token')).toBeNull()
  expect(await findSession(shop.services, alice.secret, 'cookie')).not.toBeNull()
})

test('ending the others keeps the one that asks, and nobody else’s is touched', async () => {
  await using shop = await openTestShop()
  const [alice, bob] = [await shop.customer({ email }), await shop.customer()]
  for (let i = 0; i < 3; i++) await shop.visit({ tokensBy: 'header' }).shop.auth.login(login)
  const theirs = (await bob.shop.auth.sessions()).items[0]?.id as `session_${string}`
  expect((await alice.shop.auth.endSession({ id: theirs })).items).toHaveLength(4)
  expect((await alice.shop.auth.endOtherSessions()).items).toMatchObject([{ current: true }])
  expect(await findSession(shop.services, bob.secret, 'cookie')).not.toBeNull()
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edge, Linux'],
  ['inventory-sync/2.1', 'inventory-sync/2.1'],
  ['', ''],
])('%s is shown as "%s"', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words)
})
