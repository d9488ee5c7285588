import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShop } from '@comptoir/api/open-shop'
import { createServer } from '@comptoir/api/server'
import { checkBooks, openDatabase } from '@comptoir/db'
import pino from 'pino'
import { expect, test } from 'vitest'
import { kinds, newStory } from '../crash/plots.ts'
import type { Story, Telling } from '../crash/story.ts'
import { fileFaults } from '../server/books.ts'
import { stockTheShop } from '../server/stock-the-shop.ts'
import { watchedDatabase } from '../server/watched.ts'
import { chance, tally, wanted } from '../tally.ts'
import { layDown, type Snapshot, snapshotOf, tear } from './files.ts'

const seed = wanted('RIG_SEED', Date.now() % 1_000_000)
const tears = wanted('RIG_TORN', 200)
const unansweredMs = 21_000

interface Moment {
  files: Snapshot
  /** Orders whose checkout had been answered by then. */
  answered: string[]
}

/** A shop in this process that takes a copy of its files at every COMMIT. */
async function openFilmedShop(path: string) {
  const stories: Story[] = []
  let film: Moment[] = []
  let aheadMs = 0
  const isOrdered = (one: Story) => one.answered('orders.checkout') || one.answered('orders.place')
  const database = await openDatabase(`file:${path}`)
  const watched = watchedDatabase(database, (hook) => {
    if (!hook.endsWith('committed')) return
    film.push({ files: snapshotOf(path), answered: stories.filter(isOrdered).map(({ email }) => email) })
  })
  const shop = await openShop(watched, {
    ...{ log: pino({ level: 'silent' }), secure: false, cheapPasswords: true, pollMs: null },
    clock: () => new Date(Date.now() + aheadMs),
  })
  const app = await createServer(shop.services, {
    ...{ publicUrl: new URL('http://localhost'), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
    ...{ production: false, ready: async () => true },
  })
  const stocked = await stockTheShop(shop.services, { stock: [9000, 9000, 9000], customers: 0 })
  const at: Telling = {
    ...{ server: { url: await app.listen({ port: 0, host: '127.0.0.1' }) }, stocked },
    unknown() {},
    async later() {
      aheadMs += unansweredMs
      await shop.jobs.runDue()
    },
  }
  film = film.slice(-1)
  return {
    /** Tells one more story; answers what was filmed meanwhile, from the last COMMIT before it. */
    async tell(kind: string): Promise<Moment[]> {
      const one = newStory(kind)
      stories.push(one)
      await one.tell(at)
      const seen = film
      film = film.slice(-1)
      return seen
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await shop.close()
    },
  }
}

/** Opens what the power cut left, as a start of the shop does; answers the addresses of its orders. */
async function reopen(path: string): Promise<string[]> {
  const database = await openDatabase(`file:${path}`)
  try {
    expect(await fileFaults(database.read)).toEqual([])
    expect(await checkBooks(database.read)).toEqual([])
    const { orders } = database.read.tables
    return (await database.read.select({ email: orders.email }).from(orders)).map(({ email }) => email)
  } finally {
    await database.close()
  }
}

test(
  'a power cut after any COMMIT leaves every answered order there and the books clean',
  { timeout: 900_000 + tears * 500 },
  async () => {
    const counts = tally(`torn writes, seed ${seed}`)
    const random = chance(seed)
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-torn-'))
    try {
      await using shop = await openFilmedShop(join(folder, 'shop.db'))
      for (let turn = 0; counts.of('torn copies') < tears; turn++) {
        const film = await shop.tell(kinds[turn % kinds.length] ?? 'paid')
        for (const [i, after] of film.entries()) {
          const before = film[i - 1]
          const torn = before && tear(before.files, after.files, random)
          if (!before || !torn) continue
          const path = join(folder, `torn-${counts.of('torn copies')}.db`)
          layDown(path, torn.files)
          const found = new Set(await reopen(path))
          expect(
            before.answered.filter((email) => !found.has(email)),
            `answered orders that are gone: ${torn.how}`,
          ).toEqual([])
          counts.add('torn copies')
          counts.add(torn.how)
          counts.add('answered orders looked for', before.answered.length)
          for (const end of ['', '-wal', '-shm']) await rm(path + end, { force: true })
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    const [some, few] = [tears / 10, Math.floor(tears / 200)]
    const bars = {
      ...{ 'torn copies': tears, cut: some, garbled: some, 'lost sectors': some },
      // A checkpoint comes each thousand pages of the log.
      ...{ 'half a checkpoint': few, 'log begun anew': few },
    }
    expect(counts.close(bars)).toEqual([])
  },
)
