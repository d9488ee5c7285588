import * as outbox from '@comptoir/db/stores/outbox'
import { expect, test } from 'vitest'
import { addProduct, minute, refused } from '../testing-orders.ts'
import { openTestShop } from '../testing.ts'
import { startEvents } from './events.ts'
import { followEvents, positionOf } from './follow-events.ts'

const all = () => true

test('a stream without events ends as well, soon after its person signed out', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const stream = followEvents(alice.context('shop'), { wants: all, everyMs: 1 })
  const heard = refused(stream.next())
  await alice.shop.auth.logout()
  expect(await heard).toMatchObject({ code: 'UNAUTHORIZED', problem: { code: 'session_ended' } })
})

test('a stream ends when the session has lived its time', async () => {
  await using shop = await openTestShop()
  const desk = await shop.staff('support')
  const stream = followEvents(desk.context('admin'), { wants: all, everyMs: 1 })
  const heard = refused(stream.next())
  shop.clock.advance(30 * 60_000)
  expect((await heard).problem?.code).toBe('session_ended')
})

test('a guest’s stream goes on, until the guest leaves', async () => {
  await using shop = await openTestShop()
  const gone = new AbortController()
  const stream = followEvents(shop.guest().context('shop'), { wants: all, everyMs: 1, signal: gone.signal })
  const heard = stream.next()
  gone.abort()
  expect(await heard).toEqual({ done: true, value: undefined })
})

test('a process that stops tells its streams to connect again', async () => {
  await using shop = await openTestShop()
  const stream = followEvents(shop.guest().context('shop'), { wants: all })
  const told = stream.next().catch((error: unknown) => error)
  await shop.services.events.stop()
  expect(await told).toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

test('a stream whose person cannot be looked up asks to connect again, and nobody else is harmed', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { db, ...ctx } = alice.context('shop')
  const lost: typeof db.read = {
    ...db.read,
    select: () => {
      throw new Error('the connection to the database was lost')
    },
  }
  const failing = { ...ctx, db: { ...db, read: lost } }
  const quiet = followEvents(failing, { wants: all, everyMs: 1 })
  expect(await refused(quiet.next())).toMatchObject({ code: 'SERVICE_UNAVAILABLE', problem: { code: 'shop_busy' } })
  const busy = followEvents(failing, { wants: all, lastEventId: '0' })
  await addProduct(shop)
  expect(await refused(busy.next())).toMatchObject({ code: 'SERVICE_UNAVAILABLE', problem: { code: 'shop_busy' } })
})

test.each([
  ['12', 12],
  ['', null],
  ['-1', null],
  ['1e3', null],
  ['9'.repeat(40), null],
  [null, null],
  [undefined, null],
])('where a stream goes on: %s', (lastEventId, position) => expect(positionOf(lastEventId)).toBe(position))

test('a stream that was to go on after events that are no longer kept says so, as a conflict', async () => {
  await using shop = await openTestShop()
  await addProduct(shop)
  await shop.services.events.settled()
  await shop.db.write((tx) => outbox.forget(tx, { before: new Date(0), newest: 0 }))
  const events = await startEvents(shop.db, { pollMs: null })
  const guest = { ...shop.guest().context('shop'), events }
  const stream = followEvents(guest, { wants: all, lastEventId: '0' })
  expect(await refused(stream.next())).toMatchObject({ code: 'CONFLICT', problem: { code: 'events_forgotten' } })
  await events.stop()
})

test('events are kept for a week after they were told, and forgotten by themselves', async () => {
  await using shop = await openTestShop()
  await addProduct(shop)
  await shop.services.events.settled()
  const kept = () => shop.db.read.$count(shop.db.read.tables.outbox)
  const told = await kept()
  expect(told).toBeGreaterThan(0)
  shop.clock.advance(7 * 24 * 3_600_000 - minute)
  await shop.jobs.runDue()
  expect(await kept()).toBe(told)
  shop.clock.advance(61 * minute)
  await shop.jobs.runDue()
  expect(await kept()).toBe(0)
})
