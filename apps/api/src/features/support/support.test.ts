import { expect, test } from 'vitest'
import * as people from '@comptoir/db/stores/people'
import { engines } from '@comptoir/db/testing'
import { openTestShop, type TestShop } from '../../testing.ts'

const question = { subject: 'Livraison', body: 'Où en est ma commande ?' }
const refused = (code: string) => ({ cause: { code } })
const noThread = 'thread_00000000000000000000000000'
const auditOf = async ({ db }: TestShop) => db.read.select().from(db.read.tables.audit)

test('a customer asks, the shop answers, both see one conversation', async () => {
  await using shop = await openTestShop()
  const [alice, desk] = [await shop.customer({ email: 'alice@email.test' }), await shop.staff('support')]
  const asked = await alice.shop.support.create(question)
  expect(asked).toMatchObject({ subject: 'Livraison', state: 'open', orderId: null, orderReference: null })
  shop.clock.advance(60_000)
  const answered = await desk.admin.support.reply({ id: asked.id, body: 'Elle part demain.' })
  expect(answered).toMatchObject({ customerId: alice.userId, customerEmail: 'alice@email.test' })
  const seen = await alice.shop.support.get({ id: asked.id })
  expect(seen.messages.map(({ author, authorName, body }) => [author, authorName, body])).toEqual([
    ['customer', 'Une personne', 'Où en est ma commande ?'],
    ['staff', 'Une personne', 'Elle part demain.'],
  ])
  expect(JSON.stringify(seen)).not.toContain(desk.email)
  expect(await alice.shop.support.list({})).toMatchObject({
    items: [{ id: asked.id, lastAuthor: 'staff', lastExcerpt: 'Elle part demain.' }],
    nextCursor: null,
  })
})

test('another customer’s conversation answers like one that never was', async () => {
  await using shop = await openTestShop()
  const [alice, bob] = [await shop.customer(), await shop.customer()]
  const thread = await alice.shop.support.create(question)
  const answersFor = async (id: string) => {
    const { support } = bob.shop
    const tries = [
      () => support.get({ id }),
      () => support.post({ id, body: 'Bonjour' }),
      () => support.onMessage({ id }),
    ]
    return Promise.all(
      tries.map((one) => one().then(String, ({ code, cause }: Record<string, unknown>) => [code, String(cause)])),
    )
  }
  const [others, missing] = [await answersFor(thread.id), await answersFor(noThread)]
  expect(others).toEqual(missing)
  expect(others[0]).toEqual(['NOT_FOUND', 'Refusal: This conversation does not exist.'])
  expect((await bob.shop.support.list({})).items).toEqual([])
})

test('a conversation is about an order of one’s own, or none', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const orderId = 'order_00000000000000000000000000'
  await expect(alice.shop.support.create({ ...question, orderId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    ...refused('order_not_found'),
  })
  expect((await alice.shop.support.list({})).items).toEqual([])
})

test('staff cannot write in a closed conversation; the customer’s message opens it again', async () => {
  await using shop = await openTestShop()
  const [alice, desk] = [await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create(question)
  expect(await desk.admin.support.close({ id })).toMatchObject({ state: 'closed' })
  await expect(desk.admin.support.reply({ id, body: 'Encore un mot' })).rejects.toMatchObject(refused('thread_closed'))
  expect((await desk.admin.support.list({ state: 'closed' })).items).toHaveLength(1)
  expect(await alice.shop.support.post({ id, body: 'Et maintenant ?' })).toMatchObject({ state: 'open' })
  expect((await desk.admin.support.list({ state: 'closed' })).items).toEqual([])
  expect(await desk.admin.support.reply({ id, body: 'Voilà.' })).toMatchObject({ state: 'open' })
})

test('what staff do is in the audit, once, with who and from where; closing again is nothing new', async () => {
  await using shop = await openTestShop()
  const [alice, desk] = [await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create(question)
  await desk.with('a-key-of-a-repeated-call').admin.support.reply({ id, body: 'Bonjour' })
  await desk.with('a-key-of-a-repeated-call').admin.support.reply({ id, body: 'Bonjour' })
  await desk.with(null).admin.support.close({ id })
  await desk.admin.support.close({ id })
  await expect(desk.admin.support.reply({ id, body: 'Trop tard' })).rejects.toMatchObject(refused('thread_closed'))
  const rows = await auditOf(shop)
  expect(rows.map(({ action, before, after }) => [action, before, after])).toEqual([
    ['support.reply', null, null],
    ['support.close', { state: 'open' }, { state: 'closed' }],
  ])
  expect(rows[0]).toMatchObject({ actorId: desk.userId, subjectId: id, address: '127.0.0.1' })
  expect((await alice.shop.support.get({ id })).messages).toHaveLength(2)
})

test('a card number in a message is never kept', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id, subject } = await alice.shop.support.create({
    subject: 'Carte 4242424242424242',
    body: 'Ma carte 4242 4242 4242 4242\nest refusée',
  })
  const { messages } = await alice.shop.support.post({ id, body: 'et 4000-0025-0000-3155 ?' })
  expect([subject, ...messages.map(({ body }) => body)]).toEqual([
    'Carte ••••',
    'Ma carte ••••\nest refusée',
    'et •••• ?',
  ])
})

test('a long conversation shows its newest hundred messages', async () => {
  await using shop = await openTestShop()
  const [alice, desk] = [await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create(question)
  for (let i = 1; i <= 104; i++) {
    shop.clock.advance(1000)
    await desk.admin.support.reply({ id, body: `Message ${i}` })
  }
  const { messages } = await alice.shop.support.get({ id })
  expect(messages).toHaveLength(100)
  expect([messages[0]?.body, messages.at(-1)?.body]).toEqual(['Message 5', 'Message 104'])
})

test('messages are limited per customer', async () => {
  await using shop = await openTestShop()
  const [alice, bob] = [await shop.customer(), await shop.customer()]
  const { id } = await alice.shop.support.create(question)
  for (let i = 1; i < 60; i++) await alice.shop.support.post({ id, body: 'Allô ?' })
  await expect(alice.shop.support.post({ id, body: 'Allô ?' })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  await bob.shop.support.create(question)
})

test.each(engines)(
  'the last message of an hour may be sent again with its key, and is there once (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const alice = await shop.customer()
    const { id } = await alice.shop.support.create(question)
    for (let i = 2; i < 60; i++) await alice.shop.support.post({ id, body: 'Allô ?' })
    const last = () => alice.with('k'.repeat(32)).shop.support.post({ id, body: 'La dernière.' })
    const answer = await last()
    expect(await last()).toEqual(answer)
    await expect(alice.with('l'.repeat(32)).shop.support.post({ id, body: 'Et encore.' })).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    })
    const { messages } = await alice.shop.support.get({ id })
    expect(messages.filter(({ body }) => body === 'La dernière.')).toHaveLength(1)
  },
)

test('the catalogue’s staff see no conversations', async () => {
  await using shop = await openTestShop()
  const clerk = await shop.staff('catalogue')
  await expect(clerk.admin.support.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

/** Reads a stream's next message: its position and its words. */
const listen = (stream: AsyncIterable<readonly [string, { body: string }, symbol]>) => {
  const pages = stream[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { value } = (await pages.next()) as { value: readonly [string, { body: string }] | undefined }
      return value && { position: value[0], body: value[1].body }
    },
    cut: async () => void (await pages.return?.()),
  }
}
const streamOf = (stream: unknown) => listen(stream as AsyncIterable<readonly [string, { body: string }, symbol]>)

test.each(['sqlite', 'postgres'] as const)('a cut stream of messages goes on where it stopped (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const [alice, bob, desk] = [await shop.customer(), await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create(question)
  await shop.services.events.settled()
  const first = streamOf(await alice.shop.support.onMessage({}))
  const heard = first.next()
  await bob.shop.support.create({ subject: 'Autre chose', body: 'Pas pour Alice' })
  await desk.admin.support.reply({ id, body: 'Un' })
  const one = await heard
  expect(one?.body).toBe('Un')
  await first.cut()
  await desk.admin.support.reply({ id, body: 'Deux' })
  await desk.admin.support.close({ id })
  await alice.shop.support.post({ id, body: 'Trois' })
  const second = streamOf(await alice.shop.support.onMessage({ id, lastEventId: one?.position }))
  expect([(await second.next())?.body, (await second.next())?.body]).toEqual(['Deux', 'Trois'])
  const next = second.next()
  await desk.admin.support.reply({ id, body: 'Quatre' })
  expect((await next)?.body).toBe('Quatre')
  await second.cut()
})

test('the staff’s stream hears every customer', async () => {
  await using shop = await openTestShop()
  const [alice, bob, desk] = [await shop.customer(), await shop.customer(), await shop.staff('support')]
  const stream = streamOf(await desk.admin.support.onMessage({}))
  const heard = stream.next()
  await alice.shop.support.create({ ...question, body: 'Alice' })
  expect((await heard)?.body).toBe('Alice')
  await bob.shop.support.create({ ...question, body: 'Bob' })
  expect((await stream.next())?.body).toBe('Bob')
  await stream.cut()
})

test('the stream of someone who signs out, is demoted or disabled ends before the next message', async () => {
  await using shop = await openTestShop()
  const [alice, bob, desk] = [await shop.customer(), await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create(question)
  await shop.services.events.settled()
  const streams = [
    streamOf(await alice.shop.support.onMessage({})),
    streamOf(await desk.admin.support.onMessage({})),
    streamOf(await bob.shop.support.onMessage({})),
  ]
  const heard = streams.map((stream) => stream.next().catch((error: unknown) => error))
  const boss = await shop.staff('admin')
  await alice.shop.auth.logout()
  await shop.db.write((tx) => people.saveStanding(tx, desk.userId, { role: 'catalogue' }))
  await boss.admin.support.reply({ id, body: 'Un secret' })
  const bobs = bob.shop.support.create(question)
  for (const ended of [await heard[0], await heard[1]])
    expect(ended).toMatchObject({ code: 'UNAUTHORIZED', ...refused('session_ended') })
  await bobs
  expect(await heard[2]).toMatchObject({ body: question.body })
})

test.each(engines)('a page marker from a time that no calendar holds belongs to no list (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { support } = (await shop.customer()).shop
  for (const instant of [-8.64e15, -1, 253_402_300_800_000, 8.64e15]) {
    const cursor = Buffer.from(JSON.stringify(['threads:newest', instant, noThread])).toString('base64url')
    await expect(support.list({ cursor })).rejects.toMatchObject(refused('cursor_invalid'))
  }
})
