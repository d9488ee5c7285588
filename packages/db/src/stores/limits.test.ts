import { expect, test } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { onEachDatabase } from '../testing.ts'
import * as limits from './limits.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const within = (minutes: number, now: Date) => ({ now, staleAt: new Date(now.getTime() - minutes * 60_000) })

onEachDatabase('limits', (open) => {
  test('counts calls in a window and starts anew when it is over', async () => {
    await using db = await open()
    const count = (now: Date) => db.write((tx) => limits.count(tx, 'login:alice', within(15, now)))
    expect(await count(noon)).toEqual({ startedAt: noon, count: 1 })
    expect(await count(after(14))).toEqual({ startedAt: noon, count: 2 })
    expect(await count(after(15))).toEqual({ startedAt: after(15), count: 1 })
    expect(await limits.find(db.read, 'login:bob')).toBeUndefined()
  })

  test('calls at once are all counted', async () => {
    await using db = await open()
    const counts = await Promise.all(
      Array.from({ length: 20 }, () => db.write((tx) => limits.count(tx, 'login:alice', within(15, noon)))),
    )
    expect(counts.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    )
  })

  test('what was counted is still there after a restart, until it is forgotten', async () => {
    await using db = await open()
    await db.write((tx) => limits.count(tx, 'login:alice', within(15, noon)))
    const restarted = await openDatabase(db.url)
    expect(await limits.find(restarted.read, 'login:alice')).toEqual({ startedAt: noon, count: 1 })
    await restarted.write((tx) => limits.forget(tx, 'login:alice'))
    expect(await limits.find(restarted.read, 'login:alice')).toBeUndefined()
    await restarted.close()
  })

  test('old windows are dropped, running ones stay', async () => {
    await using db = await open()
    await db.write((tx) => limits.count(tx, 'old', within(15, noon)))
    await db.write((tx) => limits.count(tx, 'new', within(15, after(60))))
    await db.write((tx) => limits.dropOld(tx, after(30)))
    expect(await limits.find(db.read, 'old')).toBeUndefined()
    expect(await limits.find(db.read, 'new')).toBeDefined()
  })
})
