import type { Engine } from '@comptoir/db/testing'
import { engines } from '@comptoir/db/testing'
import { isStaff, may } from '@comptoir/domain/people'
import { describe, expect, test } from 'vitest'
import { audienceOf } from '../audience.ts'
import { addProduct, anAddress, checkoutOf, digestOf, problemCode, stockOf } from '../testing-orders.ts'
import { openTestShop, type TestShop } from '../testing.ts'
import type { Subjects } from './testing-samples.ts'
import { call, type Caller, mutations, openWorld, type Procedure, type World } from './testing-world.ts'

const keyOf = (turn: number) => `9f1c2b7e-5d3a-4c8e-b6f0-${String(turn).padStart(12, '0')}`
const json = JSON.stringify

/** Who asks about whose things: a customer about their own, or a colleague who may. */
function askersOf({ face, path }: Procedure): [{ caller: Caller; of: 'mine' }, { caller: Caller; of: 'theirs' }] {
  if (face === 'shop') {
    return [
      { caller: 'alice', of: 'mine' },
      { caller: 'bob', of: 'theirs' },
    ]
  }
  const audience = audienceOf(face, path)
  const allowed = (['catalogue', 'finance', 'admin'] as const).filter(
    (role) => audience === 'anyone' || (audience === 'signed in' ? isStaff(role) : audience && may(role, audience)),
  )
  const caller = allowed[0] ?? 'admin'
  return [
    { caller, of: 'mine' },
    { caller: 'admin', of: 'theirs' },
  ]
}
const inputOf = (world: World, { sample }: Procedure, caller: Caller, of: Subjects) =>
  sample.input(of, world.carts[caller])

/** Another valid input, or undefined where the procedure takes none. */
function otherInput(world: World, one: Procedure, caller: Caller, input: unknown): unknown {
  if (one.sample.other !== undefined) return { ...(input as object), ...one.sample.other }
  const other = inputOf(world, one, caller, world.missing)
  return json(other) === json(input) ? undefined : other
}

const plain = mutations.filter((one) => one.sample.secret !== true)
const secret = mutations.filter((one) => one.sample.secret === true)
const named = (list: Procedure[]) => list.map((one) => [`${one.face} ${one.path}`, one] as const)
// The password is no part of what is asked for: it is not kept, not even as a hash.
const withoutInput = ['cart.clear', 'auth.endOtherSessions', 'system.checkBooks', 'account.erase']

describe.each(engines)('the same key (%s)', (engine: Engine) => {
  test.each(named(plain))('%s: twice in turn and twice at once is one effect and one answer', async (_, one) => {
    await using world = await openWorld(engine)
    const [first, second] = askersOf(one)

    const input = inputOf(world, one, first.caller, world[first.of])
    const visit = world.visits[first.caller].with(keyOf(1))
    const answer = await call(visit, one, input)
    const once = await digestOf(world.shop)
    expect(json(await call(visit, one, input)), 'in turn').toBe(json(answer))
    expect(await digestOf(world.shop), 'in turn').toEqual(once)

    const rivalInput = inputOf(world, one, second.caller, world[second.of])
    const rival = () => call(world.visits[second.caller].with(keyOf(2)), one, rivalInput)
    const [left, right] = await Promise.all([rival(), rival()])
    expect(json(left), 'at once').toBe(json(right))
    const twice = await digestOf(world.shop)
    expect(json(await rival()), 'afterwards').toBe(json(left))
    expect(await digestOf(world.shop), 'afterwards').toEqual(twice)

    const other = otherInput(world, one, first.caller, input)
    if (other === undefined) expect(withoutInput).toContain(one.path)
    else expect(await problemCode(call(visit, one, other))).toBe('request_reused')
    expect(await digestOf(world.shop), 'other input').toEqual(twice)
  })
})

describe('what hands out a secret', () => {
  const sessionsOf = async (shop: TestShop) =>
    (await shop.db.read.select().from(shop.db.read.tables.sessions)).map((row) => row.id).toSorted()

  test.each(named(secret))('%s: a repeat changes nothing but sessions', async (_, one) => {
    await using world = await openWorld()
    const [{ caller, of }] = askersOf(one)
    const visit = world.visits[caller].with(keyOf(1))
    const input = inputOf(world, one, caller, world[of])
    const repeat = () => call(visit, one, input)
    await Promise.all([repeat(), repeat()])
    const sessions = await sessionsOf(world.shop)
    const { users, ...before } = await digestOf(world.shop)
    await repeat()
    const { users: after, ...rest } = await digestOf(world.shop)
    expect(rest).toEqual(before)
    expect(after?.rows).toBe(users?.rows)
    // A look-up hands out a key to one order, no session.
    if (!/logout$|lookUp$/.test(one.path)) expect(await sessionsOf(world.shop)).not.toEqual(sessions)
    // Nothing that could be told again is kept.
    const { idempotency } = world.shop.db.read.tables
    const kept = await world.shop.db.read.select().from(idempotency)
    expect(kept.filter((row) => row.operation.endsWith(one.path))).toEqual([])
  })

  test('registering twice at once with the same key makes one account and a session each time', async () => {
    await using shop = await openTestShop()
    const guest = shop.visit({ key: keyOf(1) })
    const input = { email: 'dominique@email.test', password: 'battery staple', session: 'token' } as const
    const [left, right] = await Promise.all([guest.shop.auth.register(input), guest.shop.auth.register(input)])
    expect(left.user).toEqual(right.user)
    expect(left.token).not.toBe(right.token)
    expect(await sessionsOf(shop)).toHaveLength(2)
    expect(await shop.db.read.select().from(shop.db.read.tables.users)).toHaveLength(1)
  })
})

describe('a guest whose answer was lost', () => {
  test.each(['header', 'cookie'] as const)('finds the same cart and gets its token again (%s)', async (tokensBy) => {
    await using shop = await openTestShop()
    const bowl = await addProduct(shop)
    const lost = shop.visit({ key: keyOf(1), tokensBy })
    const first = await lost.shop.cart.add({ variantId: bowl.variantId, quantity: 2 })
    const again = shop.visit({ key: keyOf(1), tokensBy })
    const second = await again.shop.cart.add({ variantId: bowl.variantId, quantity: 2 })
    expect(json(second)).toBe(json(first))
    expect(second.count).toBe(2)
    expect(again.bag.cartToken).toBe(lost.bag.cartToken)
    expect(again.bag.cartToken).not.toBeNull()
    expect((await again.with(null).shop.cart.get()).count).toBe(2)
  })

  test('gets the same order and the same access token when it places again', async () => {
    await using shop = await openTestShop()
    const bowl = await addProduct(shop)
    const input = {
      ...{ lines: [{ variantId: bowl.variantId, quantity: 1 }], email: 'camille@email.test', address: anAddress },
      ...{ expectedTotalCents: 1690, termsVersion: '2026-11', card: 'card_success' },
    }
    const place = () => shop.visit({ key: keyOf(1), tokensBy: 'header' }).shop.orders.place(input)
    const [one, two] = await Promise.all([place(), place()])
    const three = await place()
    expect(json(two)).toBe(json(one))
    expect(json(three)).toBe(json(one))
    const { id, accessToken } = { id: one.order.id as `order_${string}`, accessToken: one.accessToken ?? '' }
    expect((await shop.guest().shop.orders.get({ id, accessToken })).status).toBe('paid')
    expect(await problemCode(shop.guest().shop.orders.get({ id }))).toBe('order_not_found')
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 1 })
  })

  test('gets the same order and access token when it checks out again', async () => {
    await using shop = await openTestShop()
    const bowl = await addProduct(shop)
    const guest = shop.visit({ tokensBy: 'header' })
    const cart = await guest.shop.cart.add({ variantId: bowl.variantId })
    const keyed = guest.with(keyOf(1))
    const first = await keyed.shop.orders.checkout(checkoutOf(cart))
    expect(json(await keyed.shop.orders.checkout(checkoutOf(cart)))).toBe(json(first))
    const { id } = first.order
    const accessToken = first.accessToken ?? ''
    expect((await shop.guest().shop.orders.get({ id: id, accessToken })).id).toBe(id)
  })
})

test('a key belongs to its caller: the same key of another customer is another call', async () => {
  await using shop = await openTestShop()
  const [alice, bob] = [await shop.customer(), await shop.customer()]
  const input = { subject: 'Bonjour', body: 'Une question.' }
  const mine = await alice.with(keyOf(1)).shop.support.create(input)
  const theirs = await bob.with(keyOf(1)).shop.support.create(input)
  expect(theirs.id).not.toBe(mine.id)
})

test('a refused call keeps no key: the same one may try again', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 0 })
  const alice = (await shop.customer()).with(keyOf(1))
  const add = () => alice.shop.cart.add({ variantId: bowl.variantId })
  expect(await problemCode(add())).toBe('out_of_stock')
  const { admin } = await shop.staff()
  await admin.products.adjustStock({ variantId: bowl.variantId, change: 2, reason: 'livraison' })
  expect((await add()).count).toBe(1)
})
