import { expect, test } from 'vitest'
import { type Id, makeId } from '@comptoir/domain'
import type { Thread } from '@comptoir/domain/support'
import type { Database } from '../database.ts'
import { encodeCursor } from '../cursor.ts'
import { onEachDatabase } from '../testing.ts'
import * as people from './people.ts'
import * as support from './support.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const fresh = () => crypto.getRandomValues(new Uint8Array(16))

async function aCustomer(db: Database, name: string): Promise<Id<'user'>> {
  const id = makeId('user', noon.getTime(), fresh())
  const rest = { phone: '', locale: 'fr', role: 'customer', passwordHash: '', createdAt: noon } as const
  await db.write((tx) => people.insert(tx, { id, email: `${name.toLowerCase()}@email.test`, name, ...rest }))
  return id
}

async function aThread(db: Database, userId: Id<'user'>, { at = noon, bodies = ['Bonjour'] } = {}): Promise<Thread> {
  const id = makeId('thread', at.getTime(), fresh())
  const thread: Thread = {
    id,
    userId,
    orderId: null,
    subject: 'Question',
    state: 'open',
    createdAt: at,
    lastMessageAt: at,
    ...{ assigneeId: null, unreadByStaff: 0, unreadByCustomer: 0 },
  }
  await db.write(async (tx) => {
    await support.insert(tx, thread)
    for (const [i, body] of bodies.entries()) {
      const message = {
        id: makeId('message', at.getTime() + i, fresh()),
        threadId: id,
        author: 'customer',
        body,
        at,
      } as const
      await support.insertMessage(tx, { ...message, authorId: userId })
    }
  })
  return thread
}

onEachDatabase('conversations', (open) => {
  test('another customer’s conversation is not found, to read or to change', async () => {
    await using db = await open()
    const [alice, bob] = [await aCustomer(db, 'Alice'), await aCustomer(db, 'Bob')]
    const { id } = await aThread(db, alice)
    expect(await support.find(db.read, id, bob)).toBeUndefined()
    expect(await db.write((tx) => support.take(tx, id, bob))).toBeUndefined()
    expect(await support.find(db.read, id, alice)).toMatchObject({ id, customerName: 'Alice', orderReference: null })
    expect(await support.find(db.read, id, 'staff')).toMatchObject({ customerEmail: 'alice@email.test' })
  })

  test('the list goes from the newest on, page by page, with the last words of each', async () => {
    await using db = await open()
    const [alice, bob] = [await aCustomer(db, 'Alice'), await aCustomer(db, 'Bob')]
    const made: Thread[] = []
    for (const minutes of [3, 1, 2, 2])
      made.push(await aThread(db, alice, { at: after(minutes), bodies: ['Un', `À ${minutes}`] }))
    await aThread(db, bob, { at: after(9) })
    const first = await support.list(db.read, { userId: alice }, { limit: 3 })
    expect(first.rows.map(({ lastBody }) => lastBody)).toEqual(['À 3', 'À 2', 'À 2'])
    const second = await support.list(db.read, { userId: alice }, { limit: 3, cursor: first.nextCursor ?? '' })
    expect(second).toMatchObject({ rows: [{ lastBody: 'À 1', customerName: 'Alice' }], nextCursor: null })
    const seen = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
    expect((await support.list(db.read, {}, { limit: 10 })).rows).toHaveLength(5)
  })

  test('staff can look at open or closed ones only', async () => {
    await using db = await open()
    const alice = await aCustomer(db, 'Alice')
    const [one] = [await aThread(db, alice), await aThread(db, alice)]
    await db.write((tx) => support.save(tx, { ...one, state: 'closed' }))
    const { rows } = await support.list(db.read, { state: 'closed' }, { limit: 10 })
    expect(rows.map(({ id }) => id)).toEqual([one.id])
  })

  test.each(['nonsense', encodeCursor('orders:newest', [1, 'x']), encodeCursor('threads:newest', [9e15, 'x'])])(
    'refuses a cursor of something else: %s',
    async (cursor) => {
      await using db = await open()
      await expect(support.list(db.read, {}, { limit: 3, cursor })).rejects.toMatchObject({ code: 'cursor_invalid' })
    },
  )

  test('shows the newest messages of a long conversation, the oldest of them first', async () => {
    await using db = await open()
    const alice = await aCustomer(db, 'Alice')
    const bodies = Array.from({ length: 12 }, (_, i) => `Message ${i}`)
    const { id } = await aThread(db, alice, { bodies })
    const messages = await support.listMessages(db.read, id, 3)
    expect(messages.map(({ body, authorName }) => [body, authorName])).toEqual([
      ['Message 9', 'Alice'],
      ['Message 10', 'Alice'],
      ['Message 11', 'Alice'],
    ])
    const last = messages.at(-1)
    if (last === undefined) throw new Error('there are messages')
    expect(await support.findMessage(db.read, last.id)).toMatchObject({ body: 'Message 11', state: 'open' })
  })
})
