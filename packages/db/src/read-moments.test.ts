import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDatabase, pathOf } from './open-database.ts'
import { connectSqlite } from './sqlite-connection.ts'
import { openTestDatabase } from './testing.ts'

async function openCounted() {
  const db = await openTestDatabase('sqlite')
  const { counters } = db.read.tables
  const [{ other, add }, read] = [otherOf(pathOf(db.url)), () => db.read.select().from(counters)]
  return { db, counters, other, add, read, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
}
function otherOf(path: string) {
  const other = connectSqlite(path)
  return { other, add: (name: string) => other.prepare('insert into counters (name, value) values (?, 1)').run(name) }
}
const nextCallback = () => new Promise<void>((resolve) => void setImmediate(resolve))

/** A server that is asked through a socket, as readers ask it. */
async function onSocket(answer: () => void) {
  const server = createServer((socket) => void socket.on('data', answer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const client = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  await Promise.all([once(client, 'connect'), once(server, 'connection')])
  return {
    /** What is sent lies in the other end's socket at once. */
    ask: () => void client.write('ask'),
    async [Symbol.asyncDispose]() {
      client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

test('a page never mixes two states of the shop: what another process commits meanwhile is seen by the next request', async () => {
  await using shop = await openCounted()
  expect([await shop.read(), shop.add('late') && (await shop.read())]).toEqual([[], []])
  await nextCallback()
  expect(await shop.read()).toEqual([{ name: 'late', value: 1 }])
  shop.other.close()
})

test('two requests with a commit of another process in between are told different numbers', async () => {
  await using shop = await openCounted()
  const commits = () => shop.db.read.commits?.()
  const before = [commits(), commits()]
  await nextCallback()
  const still = commits()
  await nextCallback()
  shop.add('more')
  expect([before[1], still, commits() === still]).toEqual([before[0], before[0], false])
  shop.other.close()
})

test.each(['after a write', 'in a timer'])(
  'whoever asks after another process committed sees it, whatever was read just before: %s',
  async (when) => {
    await using shop = await openCounted()
    const { db, counters, other, read } = shop
    const answered = Promise.withResolvers<unknown>()
    await using asking = await onSocket(() => void read().then(answered.resolve, answered.reject))
    if (when === 'in a timer') await new Promise((resolve) => void setTimeout(resolve))
    else await db.write(async (tx) => void (await tx.insert(counters).values({ name: 'mine', value: 1 })))
    await read()
    shop.add('late')
    asking.ask()
    expect(await answered.promise).toContainEqual({ name: 'late', value: 1 })
    other.close()
  },
)

test('requests that are ready in one turn may share a moment, those of the next turn have their own', async () => {
  await using shop = await openCounted()
  const { db, other, read } = shop
  const told = Promise.withResolvers<unknown[]>()
  setImmediate(() => {
    db.read.shareTurn?.()
    const first = read().then((rows) => rows)
    process.nextTick(() => {
      shop.add('late')
      told.resolve(Promise.all([first, read()]))
    })
  })
  expect(await told.promise).toEqual([[], []])
  await nextCallback()
  expect(await read()).toEqual([{ name: 'late', value: 1 }])
  other.close()
})

test('what the shop itself commits is seen at once, whatever was read just before', async () => {
  await using shop = await openCounted()
  const { db, counters } = shop
  const work = db.write(async (tx) => {
    await tx.insert(counters).values({ name: 'mine', value: 1 })
    expect(await db.read.select().from(counters).where(eq(counters.name, 'mine'))).toEqual([])
  })
  await work
  expect(await shop.read()).toEqual([{ name: 'mine', value: 1 }])
  shop.other.close()
})

test('a shop that closes, or whose statement fails, leaves nothing open behind it', async () => {
  await using shop = await openCounted()
  const again = await openDatabase(shop.db.url)
  await again.read.select().from(shop.counters)
  await again.close()
  await expect(shop.db.read.select({ no: shop.db.read.tables.users.id }).from(shop.counters)).rejects.toThrow('column')
  await nextCallback()
  shop.add('after')
  expect(shop.other.pragma('wal_checkpoint(truncate)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
  shop.other.close()
})
