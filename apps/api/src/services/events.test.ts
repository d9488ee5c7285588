import { expect, test } from 'vitest'
import { openDatabase } from '@comptoir/db'
import * as outbox from '@comptoir/db/stores/outbox'
import { type Engine, onEachDatabase, openTestDatabase, type TestDatabase } from '@comptoir/db/testing'
import { makeId } from '@comptoir/domain'
import { type EventTail, type ShopEvent, startEvents } from './events.ts'
import { withWake } from './outbox-relay.ts'

const noon = new Date('2026-03-02T12:00:00Z')
let drawn = 0
const anEvent = (subjectId: string): outbox.NewEvent => ({
  id: makeId('event', noon.getTime() + ++drawn, crypto.getRandomValues(new Uint8Array(16))),
  topic: 'stock.changed',
  subjectId,
  userId: null,
  data: {},
  at: noon,
})
const all = () => true
const quiet = { pollMs: null }

async function openTail(engine: Engine = 'sqlite', options: { ring?: number } = {}) {
  const raw = await openTestDatabase(engine)
  let tail: EventTail | undefined
  const db = withWake<TestDatabase>(raw, () => tail?.wake())
  const events = (tail = await startEvents(raw, { ...quiet, ...options }))
  const happen = (...names: string[]) => db.write((tx) => outbox.addAll(tx, names.map(anEvent)))
  return {
    ...{ db, events, happen },
    async [Symbol.asyncDispose]() {
      await events.stop()
      await raw[Symbol.asyncDispose]()
    },
  }
}

/** Reads so many events, as a stream that is then cut. */
async function read(events: AsyncIterable<ShopEvent>, count: number): Promise<ShopEvent[]> {
  const seen: ShopEvent[] = []
  for await (const event of events) {
    seen.push(event)
    if (seen.length === count) break
  }
  return seen
}
const names = (events: ShopEvent[]) => events.map(({ subjectId }) => subjectId)

onEachDatabase('the tail', (_, engine) => {
  test('tells what happens from now on, in order, as soon as it is committed', async () => {
    await using shop = await openTail(engine)
    await shop.happen('before')
    await shop.events.settled()
    const listening = read(shop.events.after(null, all), 3)
    await shop.happen('one', 'two')
    await shop.happen('three')
    const seen = await listening
    expect(names(seen)).toEqual(['one', 'two', 'three'])
    expect(seen.map(({ position }) => position)).toEqual([2, 3, 4])
  })

  test('a stream that was cut goes on where it stopped: nothing missed, nothing twice', async () => {
    await using shop = await openTail(engine, { ring: 4 })
    const wanted = Array.from({ length: 30 }, (_, i) => `sale ${i}`)
    const seen: ShopEvent[] = []
    const first = read(shop.events.after(null, all), 5)
    for (const name of wanted.slice(0, 20)) await shop.happen(name)
    seen.push(...(await first))
    while (seen.length < 15) seen.push(...(await read(shop.events.after(seen.at(-1)?.position ?? 0, all), 5)))
    for (const name of wanted.slice(20)) await shop.happen(name)
    seen.push(...(await read(shop.events.after(seen.at(-1)?.position ?? 0, all), 15)))
    expect(names(seen)).toEqual(wanted)
  })

  test('what another process commits is seen too', async () => {
    await using shop = await openTail(engine)
    const other = await openDatabase(shop.db.url)
    const elsewhere = await startEvents(other, quiet)
    const listening = read(shop.events.after(null, all), 2)
    await other.write((tx) => outbox.addAll(tx, [anEvent('far'), anEvent('away')]))
    await elsewhere.settled()
    await shop.events.settled()
    expect(names(await listening)).toEqual(['far', 'away'])
    await elsewhere.stop()
    await other.close()
  })

  test('a stream that saw more elsewhere waits for this process to catch up, and misses nothing', async () => {
    await using shop = await openTail(engine)
    const other = await openDatabase(shop.db.url)
    const elsewhere = await startEvents(other, quiet)
    await other.write((tx) => outbox.addAll(tx, ['one', 'two', 'three'].map(anEvent)))
    await elsewhere.settled()
    expect([shop.events.position(), elsewhere.position()]).toEqual([0, 3])
    expect(names(await read(shop.events.after(2, all), 1))).toEqual(['three'])
    await elsewhere.stop()
    await other.close()
  })
})

onEachDatabase('events that are forgotten', (_, engine) => {
  const forget = (db: TestDatabase, newest: number) =>
    db.write((tx) => outbox.forget(tx, { before: new Date(0), newest }))

  test('a stream that would go on after them is refused, one whose next event is kept goes on', async () => {
    await using shop = await openTail(engine, { ring: 2 })
    for (let i = 1; i <= 12; i++) await shop.happen(`sale ${i}`)
    await shop.events.settled()
    await forget(shop.db, 5)
    expect(names(await read(shop.events.after(7, all), 5))).toEqual([8, 9, 10, 11, 12].map((i) => `sale ${i}`))
    for (const gone of [0, 1, 6])
      await expect(read(shop.events.after(gone, all), 1)).rejects.toThrow(refusal('events_forgotten'))
  })

  test('so is one when all were forgotten, and one of a process that slept meanwhile', async () => {
    await using shop = await openTail(engine)
    const other = await openDatabase(shop.db.url)
    const sleeper = await startEvents(other, quiet)
    for (let i = 1; i <= 6; i++) await shop.happen(`sale ${i}`)
    await shop.events.settled()
    const slept = read(sleeper.after(0, all), 1).catch((error: unknown) => error)
    await forget(shop.db, 0)
    await shop.happen('after')
    await shop.events.settled()
    await sleeper.settled()
    expect(await slept).toMatchObject({ code: 'events_forgotten' })
    expect(names(await read(sleeper.after(6, all), 1))).toEqual(['after'])
    await sleeper.stop()
    await other.close()
  })
})
const refusal = (code: string) => expect.objectContaining({ code }) as Error

test('everybody hears only what concerns them', async () => {
  await using shop = await openTail()
  const [odd, even] = ['1', '0'].map((rest) =>
    read(
      shop.events.after(null, ({ position }) => String(position % 2) === rest),
      2,
    ),
  )
  await shop.happen('a', 'b', 'c', 'd')
  expect([names((await odd) ?? []), names((await even) ?? [])]).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ])
})

test('a position from the future starts now', async () => {
  await using shop = await openTail()
  await shop.happen('before')
  const listening = read(shop.events.after(900, all), 1)
  await shop.events.settled()
  await shop.happen('after')
  expect(names(await listening)).toEqual(['after'])
})

test('a stream ends when its listener goes, and all end when the shop closes', async () => {
  await using shop = await openTail()
  const gone = new AbortController()
  const leaving = read(shop.events.after(null, all, gone.signal), 1)
  const staying = read(shop.events.after(null, all), 1)
  gone.abort()
  expect(await leaving).toEqual([])
  await shop.events.stop()
  expect(await staying).toEqual([])
  expect(await read(shop.events.after(0, all), 1)).toEqual([])
})
