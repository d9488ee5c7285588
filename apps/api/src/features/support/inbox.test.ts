import { engines } from '@comptoir/db/testing'
import * as answers from '@comptoir/db/stores/saved-answers'
import { makeId } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

type ThreadId = `thread_${string}`
const ask = { subject: 'Bonjour', body: 'Une question.' }

test.each(engines)('each side sees how much the other wrote since it last looked (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { shop: alice } = await shop.customer()
  const { admin } = await shop.staff('support')
  const id = (await alice.support.create(ask)).id as ThreadId
  shop.clock.advance(1000)
  const { messages } = await alice.support.post({ id, body: 'Et une autre.' })
  expect((await admin.support.get({ id })).unread).toBe(2)
  expect(await admin.support.counts()).toEqual({ unread: 1, mine: 0 })
  const first = messages[0]?.id as `message_${string}`
  expect((await admin.support.read({ id, lastMessageId: first })).unread).toBe(1)
  expect((await admin.support.read({ id })).unread).toBe(0)
  // Another tab, whose mark took its time.
  expect((await admin.support.read({ id, lastMessageId: first })).unread).toBe(0)
  shop.clock.advance(1000)
  await admin.support.reply({ id, body: 'Voilà.' })
  expect(await admin.support.counts()).toEqual({ unread: 0, mine: 0 })
  expect(await alice.support.counts()).toEqual({ unread: 1 })
  expect((await alice.support.read({ id })).unread).toBe(0)
  expect(await alice.support.counts()).toEqual({ unread: 0 })
})

test('the beginning of a long message is cut between characters', async () => {
  await using shop = await openTestShop()
  const { shop: alice } = await shop.customer()
  await alice.support.create({ subject: 'Bonjour', body: `${'a'.repeat(138)}🎁 pour offrir, s’il vous plaît` })
  expect((await alice.support.list({})).items[0]?.lastExcerpt).toBe(`${'a'.repeat(138)}…`)
})

test('reading another customer’s conversation is refused like a missing one', async () => {
  await using shop = await openTestShop()
  const [alice, bob] = [await shop.customer(), await shop.customer()]
  const id = (await alice.shop.support.create(ask)).id as ThreadId
  expect(await problemCode(bob.shop.support.read({ id }))).toBe('thread_not_found')
})

test('a conversation is given to a colleague who may answer it, and the inbox is filtered by it', async () => {
  await using shop = await openTestShop()
  const { shop: alice } = await shop.customer()
  const [support, finance] = [await shop.staff('support'), await shop.staff('finance')]
  const { admin } = support
  const id = (await alice.support.create(ask)).id as ThreadId
  await alice.support.create({ ...ask, subject: 'Autre chose' })
  expect(await problemCode(admin.support.assign({ id, assigneeId: finance.userId }))).toBe('colleague_not_found')
  const given = await admin.support.assign({ id, assigneeId: support.userId })
  expect(given).toMatchObject({ assigneeId: support.userId, assigneeName: 'Une personne' })
  const listed = async (filter: Parameters<typeof admin.support.list>[0]) =>
    (await admin.support.list(filter)).items.map(({ subject }) => subject)
  expect(await listed({ assigned: 'me' })).toEqual(['Bonjour'])
  expect(await listed({ assigned: 'nobody' })).toEqual(['Autre chose'])
  expect(await admin.support.counts()).toEqual({ unread: 2, mine: 1 })
  await admin.support.read({ id })
  expect(await listed({ unread: true })).toEqual(['Autre chose'])
  expect((await admin.support.assign({ id, assigneeId: null })).assigneeName).toBeNull()
  const seen = JSON.stringify(await alice.support.get({ id }))
  expect(seen).not.toContain('assignee')
})

test('staff close and reopen a conversation, and each step is on record', async () => {
  await using shop = await openTestShop()
  const { shop: alice } = await shop.customer()
  const { admin } = await shop.staff()
  const id = (await alice.support.create(ask)).id as ThreadId
  for (const at of [1000, 2000, 3000]) {
    shop.clock.advance(at)
    await (at === 1000 ? admin.support.close({ id }) : admin.support.reopen({ id }))
  }
  expect((await alice.support.get({ id })).state).toBe('open')
  const { items } = await admin.audit.list({ subjectId: id })
  expect(items.map(({ action, after }) => [action, after])).toEqual([
    ['support.reopen', '{"state":"open"}'],
    ['support.close', '{"state":"closed"}'],
  ])
})

test('saved answers are shared, changed and removed', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff('support')
  const { items } = await admin.support.saveAnswer({ title: 'Retard', body: 'Demain.', locale: 'fr' })
  const id = items[0]?.id as `answer_${string}`
  await admin.support.saveAnswer({ id, title: 'Retard', body: 'Après-demain.', locale: 'fr' })
  const other = await shop.staff('admin')
  expect((await other.admin.support.answers()).items).toMatchObject([{ id, body: 'Après-demain.' }])
  expect((await other.admin.support.removeAnswer({ id })).items).toEqual([])
  expect((await admin.support.removeAnswer({ id })).items).toEqual([])
  const gone = { id, title: 'Retard', body: 'Demain.', locale: 'fr' } as const
  expect(await problemCode(admin.support.saveAnswer(gone))).toBe('saved_answer_not_found')
})

test('no card number is kept in a saved answer, nor in the record of who saved it', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff('support')
  const { items } = await admin.support.saveAnswer({
    ...{ title: 'Carte 4242 4242 4242 4242', body: 'Vous avez payé avec 4242424242424242.', locale: 'fr' },
  })
  expect(items).toMatchObject([{ title: 'Carte ••••', body: 'Vous avez payé avec ••••.' }])
  expect(JSON.stringify(await shop.db.read.select().from(shop.db.read.tables.audit))).not.toContain('4242')
})

test('whoever may answer sees to whom a conversation may be given: names, and nothing else of them', async () => {
  await using shop = await openTestShop()
  const desk = await shop.staff('support')
  const gone = await shop.staff('support')
  const boss = await shop.staff('admin')
  await shop.staff('catalogue')
  await boss.admin.staff.disable({ id: gone.userId })
  const { items } = await desk.admin.support.assignable()
  expect(items.map(({ id }) => id).toSorted()).toEqual([desk.userId, boss.userId].toSorted())
  for (const one of items) expect(Object.keys(one).toSorted()).toEqual(['id', 'name'])
})

test('two last answers at once: one is kept, the other is told that there are enough (postgres)', async () => {
  await using shop = await openTestShop({ engine: 'postgres' })
  const desk = await shop.staff('support')
  const at = shop.clock.now()
  await shop.db.write(async (tx) => {
    for (let no = 1; no < answers.mostAnswers; no++) {
      const id = makeId('answer', at.getTime(), new Uint8Array(16).fill(no % 32).fill(no >> 5, 8))
      await answers.save(tx, { id, title: `Réponse ${no}`, body: 'Merci.', locale: 'fr', updatedAt: at })
    }
  })
  const save = (title: string) => desk.admin.support.saveAnswer({ title, body: 'Merci.', locale: 'fr' })
  const ends = await Promise.allSettled([save('Une'), save('Deux'), save('Trois')])
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await answers.list(shop.db.read)).toHaveLength(answers.mostAnswers)
})
