import * as people from '@comptoir/db/stores/people'
import { engines } from '@comptoir/db/testing'
import { cents } from '@comptoir/domain'
import { describe, expect, test } from 'vitest'
import { findSession } from '../../services/sessions.ts'
import { addProduct, anAddress, checkoutOf, order, orderPaid, problemCode, type Visit } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const password = 'correct horse'
const puits = { ...anAddress, name: 'Solène Marchand', line1: '4 impasse du Puits' }
const marks = ['solene@email.test', 'Solène Marchand', '4 impasse du Puits', '+33 6 98 76 54 32', 'Ma question secrète']

/** Somebody with an address, a delivered order, a cancelled one, a conversation, a token, notes of colleagues, and a cart. */
async function somebody(shop: TestShop) {
  const admin = await shop.staff()
  const visit = await shop.customer({ email: 'solene@email.test' })
  await visit.shop.auth.updateProfile({ name: 'Solène Marchand', phone: '+33 6 98 76 54 32' })
  const address = puits
  await visit.shop.addresses.save(address)
  const bowl = await addProduct(shop)
  const buy = async (who: Visit) => {
    const cart = await who.shop.cart.add({ variantId: bowl.variantId })
    const seen = {
      quote: { hash: cart.quote.hash, totalCents: cart.quote.totalCents },
      termsVersion: cart.termsVersion,
    }
    const placed = await who.shop.orders.checkout({ ...seen, email: 'solene@email.test', address })
    return placed.order.id as `order_${string}`
  }
  const paid = await buy(visit)
  await visit.shop.orders.pay({ id: paid, card: 'card_success' })
  await admin.admin.orders.addNote({ id: paid, body: 'Solène Marchand a téléphoné.' })
  const cancelled = await buy(visit)
  await visit.shop.orders.cancel({ id: cancelled })
  const guest = shop.visit({ tokensBy: 'header' })
  const apart = await buy(guest)
  const thread = await visit.shop.support.create({ subject: 'Bonjour', body: 'Ma question secrète', orderId: paid })
  await admin.admin.support.reply({ id: thread.id, body: 'Bonjour Solène Marchand.' })
  await admin.admin.customers.addNote({ id: visit.userId, body: 'Solène Marchand préfère le matin.' })
  await visit.shop.tokens.create({ name: 'Tableur', scopes: ['orders:read'], endsOn: '2026-12-31', password })
  await visit.shop.cart.add({ variantId: bowl.variantId })
  const deliver = async () => {
    await admin.admin.orders.ship({ id: paid })
    await admin.admin.orders.deliver({ id: paid })
  }
  return { visit, admin, paid, cancelled, apart, bowl, deliver }
}

/** The tables in which one of the marks stands, wherever in a row. */
async function tablesWith({ db }: TestShop, mark: string): Promise<string[]> {
  const found: string[] = []
  for (const [name, table] of Object.entries(db.read.tables)) {
    const rows = await db.read.select().from(table)
    if (JSON.stringify(rows).includes(mark)) found.push(name)
  }
  return found.toSorted()
}

describe.each(engines)('what a person may do with what is held about them (%s)', (engine) => {
  test('takes everything along, and nothing that opens a door', async () => {
    await using shop = await openTestShop({ engine })
    const { visit, paid, cancelled, apart } = await somebody(shop)
    const taken = await visit.shop.account.export()
    expect(taken).toMatchObject({
      profile: { email: 'solene@email.test', name: 'Solène Marchand', phone: '+33 6 98 76 54 32' },
      addresses: [{ line1: '4 impasse du Puits' }],
      cart: [{ quantity: 1 }],
      orders: [
        { order: { id: cancelled }, documents: null },
        { order: { id: paid }, documents: { invoice: { buyer: { name: 'Solène Marchand' } } } },
      ],
      conversations: [{ messages: [{ body: 'Ma question secrète' }, { author: 'staff' }] }],
      notes: [{ body: 'Solène Marchand préfère le matin.' }],
      sessions: [{ kind: expect.stringMatching(/cookie|token/) }],
      tokens: [{ name: 'Tableur', scopes: ['orders:read'] }],
    })
    const text = JSON.stringify(taken)
    // A guest's order with the same e-mail may be somebody else's.
    expect(text).not.toContain(apart)
    for (const secret of ['argon2', 'Hash', 'téléphoné', visit.secret]) expect(text).not.toContain(secret)
  })

  test('is erased once no order goes on: only issued documents still name them, and the e-mail is free', async () => {
    await using shop = await openTestShop({ engine })
    const { visit, admin, paid, apart, deliver } = await somebody(shop)
    const { reference } = await admin.admin.orders.get({ id: paid })
    const before = await tablesWith(shop, 'Solène Marchand')
    expect(await visit.shop.account.erase({ password })).toEqual({ outcome: 'orders_open', references: [reference] })
    expect(await tablesWith(shop, 'Solène Marchand')).toEqual(before)
    await deliver()
    expect(await problemCode(visit.shop.account.erase({ password: 'battery staple' }))).toBe('wrong_password')
    expect(await visit.shop.account.erase({ password })).toEqual({ outcome: 'erased', references: [] })
    expect(await findSession(shop.services, visit.secret, 'cookie')).toBeNull()

    const { orders } = shop.db.read.tables
    for (const mark of marks) {
      const left = await tablesWith(shop, mark)
      // The guest's order of the same e-mail stays whose it is.
      const rows = (await shop.db.read.select().from(orders)).filter((row) => JSON.stringify(row).includes(mark))
      expect(rows.map(({ id }) => id)).toEqual(mark === 'Ma question secrète' || mark.startsWith('+33') ? [] : [apart])
      expect(
        left.filter((name) => !['orders', 'invoices', 'creditNotes'].includes(name)),
        mark,
      ).toEqual([])
    }
    expect((await shop.db.read.select().from(shop.db.read.tables.invoices))[0]?.buyer.name).toBe('Solène Marchand')
    expect((await admin.admin.orders.get({ id: paid })).email).toBe(`${visit.userId}@erased.invalid`)
    expect((await admin.admin.customers.list({})).items.map(({ id }) => id)).not.toContain(visit.userId)
    expect((await admin.admin.audit.list({ action: 'account.erase' })).items).toMatchObject([
      { subjectId: visit.userId },
    ])
    const again = await shop.customer({ email: 'solene@email.test' })
    expect(again.userId).not.toBe(visit.userId)
    expect((await again.shop.orders.list({})).items).toEqual([])
  })

  test('is erased from the answers that are kept for a repeat too, a colleague’s and those of the guest that they were', async () => {
    await using shop = await openTestShop({ engine })
    const admin = await shop.staff()
    const guest = shop.guest()
    const { variantId } = await addProduct(shop)
    const email = 'solene@email.test'
    const cart = await guest.shop.cart.add({ variantId })
    const keyed = guest.with('the-call-of-a-guest-who-orders')
    const { order: placed } = await keyed.shop.orders.checkout({ ...checkoutOf(cart, email), address: puits })
    const id = placed.id as `order_${string}`
    await keyed.shop.orders.pay({ id, card: 'card_success' })
    await keyed.shop.auth.keepOrder({ orderId: id, password })
    const account = await people.findByEmail(shop.db.read, email)
    const other = await shop.customer()
    await other.with('the-call-of-somebody-else-0').shop.cart.add({ variantId })
    for (const step of ['ship', 'deliver'] as const)
      await admin.with(`a-call-of-a-colleague-to-${step}`).admin.orders[step]({ id })
    const visit = shop.visit({ user: { ...other.bag.user!, id: account?.id ?? 'user_' } })
    expect(await visit.shop.account.erase({ password })).toEqual({ outcome: 'erased', references: [] })
    for (const mark of [email, 'Solène Marchand', '4 impasse du Puits'])
      expect(await tablesWith(shop, mark), mark).not.toContain('idempotency')
    const left = await shop.db.read.select().from(shop.db.read.tables.idempotency)
    expect(left.map(({ operation }) => operation)).toEqual(['shop.cart.add'])
  })

  test('is erased with the cart that they filled before they signed in', async () => {
    await using shop = await openTestShop({ engine })
    const { email } = await shop.customer()
    const guest = shop.guest()
    await guest.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
    await guest.shop.auth.login({ email, password })
    const user = await findSession(shop.services, guest.bag.cookies.get('session') ?? '', 'cookie')
    const visit = shop.visit({ user })
    expect((await visit.shop.cart.get()).count).toBe(1)
    expect(await visit.shop.account.erase({ password })).toMatchObject({ outcome: 'erased' })
    const { carts, cartLines } = shop.db.read.tables
    expect(await shop.db.read.select().from(carts)).toEqual([])
    expect(await shop.db.read.select().from(cartLines)).toEqual([])
  })

  test('a call that was on its way while they were erased leaves nothing about them', async () => {
    await using shop = await openTestShop({ engine })
    const { variantId } = await addProduct(shop)
    // This visit goes on with what was known of its caller before.
    const visit = await shop.customer()
    const { termsVersion } = await visit.shop.cart.get()
    await visit.shop.account.erase({ password })
    const line = { lines: [{ variantId, quantity: 1 }], address: puits, expectedTotalCents: 1690 }
    for (const late of [
      () => visit.shop.addresses.save(puits),
      () => visit.shop.auth.updateProfile({ name: 'Solène Marchand' }),
      () => visit.shop.support.create({ subject: 'Bonjour', body: 'Ma question secrète' }),
      () => visit.shop.orders.place({ ...line, termsVersion, card: 'card_success' }),
    ])
      expect(await problemCode(late())).toBe('sign_in_first')
    expect(await tablesWith(shop, 'Solène Marchand')).toEqual([])
  })

  test('with money set aside nobody is erased; once it is settled, what was written about it goes with them', async () => {
    await using shop = await openTestShop({ engine })
    const { gateway } = shop.services
    const short: typeof gateway = {
      ...gateway,
      charge: (asked) => gateway.charge({ ...asked, amountCents: cents(100) }),
    }
    const visit = await shop.customer({ email: 'solene@email.test' })
    const { id, reference } = await order(visit, await addProduct(shop))
    await shop.visit(visit.bag, { gateway: short }).shop.orders.pay({ id, card: 'card_success' })
    await visit.shop.orders.cancel({ id })
    expect(await visit.shop.account.erase({ password })).toEqual({ outcome: 'orders_open', references: [reference] })
    const finance = (await shop.staff('finance')).with('the-call-of-a-colleague-who-settles')
    const [waits] = (await finance.admin.unmatchedMoney.list({})).items
    const note = 'Virement à Solène Marchand'
    await finance.admin.unmatchedMoney.settle({ id: waits?.id as `payment_${string}`, note })
    expect(await visit.shop.account.erase({ password })).toEqual({ outcome: 'erased', references: [] })
    expect(await tablesWith(shop, 'Solène Marchand')).toEqual([])
    expect((await finance.admin.unmatchedMoney.list({ settled: true })).items).toMatchObject([{ note: '' }])
  })

  test('colleagues note nothing more about an erased person, and still what befalls their order', async () => {
    await using shop = await openTestShop({ engine })
    const { visit, admin, paid, deliver } = await somebody(shop)
    await deliver()
    await visit.shop.account.erase({ password })
    shop.clock.advance(60_000)
    const about = admin.admin.customers.addNote({ id: visit.userId, body: 'Préférait le matin.' })
    expect(await problemCode(about)).toBe('customer_not_found')
    const { notes } = await admin.admin.orders.addNote({ id: paid, body: 'Colis rendu vide.' })
    expect(notes).toMatchObject([{ body: 'Colis rendu vide.' }])
  })

  test('no order can come between: whoever checks out in the same moment keeps their account', async () => {
    await using shop = await openTestShop({ engine })
    const visit = await shop.customer()
    const bowl = await addProduct(shop)
    await visit.shop.cart.add({ variantId: bowl.variantId })
    const [placed, erased] = await Promise.allSettled([order(visit, bowl), visit.shop.account.erase({ password })])
    expect(erased.status).toBe('fulfilled')
    if (placed.status === 'fulfilled') expect(erased).toMatchObject({ value: { outcome: 'orders_open' } })
    else expect(erased).toMatchObject({ value: { outcome: 'erased' } })
  })
})

test('a colleague’s account is the business’s: it is told so, and nothing changes', async () => {
  await using shop = await openTestShop()
  const admin = await shop.staff()
  expect(await admin.shop.account.erase({ password })).toEqual({ outcome: 'colleague', references: [] })
  await expect(admin.admin.auth.profile()).resolves.toMatchObject({ role: 'admin' })
})

test('everything is taken along a few times an hour', async () => {
  await using shop = await openTestShop()
  const visit = await shop.customer()
  for (let i = 0; i < 20; i++) await visit.shop.account.export()
  expect(await problemCode(visit.shop.account.export())).toBe('too_many_requests')
  shop.clock.advance(61 * 60_000)
  await expect(visit.shop.account.export()).resolves.toMatchObject({ orders: [] })
})

test('a refunded order is over: its buyer may be erased, and the books stay whole', async () => {
  await using shop = await openTestShop()
  const visit = await shop.customer()
  const { id } = await orderPaid(visit, await addProduct(shop))
  const admin = await shop.staff()
  await admin.admin.orders.refund({ id, reason: 'retour' })
  expect(await visit.shop.account.erase({ password })).toMatchObject({ outcome: 'erased' })
})
