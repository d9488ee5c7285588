import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Line, openLine } from './line.ts'
import { shopping } from './shopping.ts'
import { button, heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { m } from './words.ts'

const knife = 'couteau-d-office'
const alice = { email: 'alice@email.test', password: 'password123' }

const stage = openStage('half-a-minute')
/** Over it staff and one shopper reach the shop; everybody else has a line of their own. */
let line: Line
let staff: Visitor
let looker: Visitor
let guest: Visitor
/** Ends half a minute after the cut. */
let halfAMinute: Promise<void>
const orders: { id: string; reference: string }[] = []

const row = (reference: string) => staff.page.getByRole('row').filter({ hasText: reference })
async function knifeOrderedBy(visitor: Visitor, email: string): Promise<{ id: string; reference: string }> {
  const does = shopping(visitor.page, 'fr')
  await does.takes(knife)
  await does.fillsCheckout({ email, name: 'Une Passante' })
  const id = await does.orders()
  await does.pays()
  return { id, reference: (await stage.shop.staff.orders.get.query({ id })).reference }
}
async function leaveThreeKnives() {
  const { id } = await stage.shop.guest.catalog.get.query({ id: knife })
  const [variant] = (await stage.shop.staff.products.get.query({ id })).variants
  if (variant === undefined) throw new Error('the knife has no variant')
  const change = 3 - (variant.onHand - variant.allocated)
  if (change !== 0)
    await stage.shop.staff.products.adjustStock.mutate({ variantId: variant.id, change, reason: 'Compté' })
}

beforeAll(async () => {
  line = await openLine(stage.shop.address)
  staff = await stage.enter('staff', { address: line.address })
  looker = await stage.enter('looker', { address: line.address })
  guest = await stage.enter('guest')
  const data = { email: 'admin@ecom.test', password: 'admin123' }
  await staff.page.context().request.post('/rpc/admin/auth.login', { data })
  await leaveThreeKnives()
})
afterAll(() => line?.close())

describe('half a minute without a line', () => {
  test('begins while staff and a shopper look at their pages; staff are told', async () => {
    await staff.page.goto('/admin')
    await see(heading(staff.page, m('today')))
    await looker.page.goto(`/fr/products/${knife}`)
    await see(looker.page.getByText(m('stock_left', { count: 3 }), { exact: true }).first())
    stage.forgive(/net::ERR_(?:EMPTY|CONNECTION|INCOMPLETE|SOCKET)/)
    line.cut()
    halfAMinute = setTimeout(30_000)
    await see(staff.page.getByText(m('live_lost')))
  })

  test('a guest orders meanwhile', async () => {
    orders.push(await knifeOrderedBy(guest, 'passante@example.test'))
    expect(orders).toHaveLength(1)
  })

  test('another, whose e-mail has an account, orders too and is asked to sign in to keep the order', async () => {
    const visitor = await stage.enter('alice', { phone: true })
    const { page } = visitor
    const order = await knifeOrderedBy(visitor, alice.email)
    orders.push(order)
    await page.getByLabel(m('choose_password'), { exact: true }).fill('une autre phrase')
    await button(page, m('keep_my_order')).click()
    const told = page.getByRole('alert')
    await see(told)
    expect((await stage.shop.staff.orders.get.query({ id: order.id })).userId).toBeNull()
    await told.getByRole('link', { name: m('sign_in') }).click()
    await page.getByLabel(m('email')).fill(alice.email)
    await page.getByLabel(m('password'), { exact: true }).fill(alice.password)
    await page
      .getByRole('main')
      .getByRole('button', { name: m('sign_in'), exact: true })
      .click()
    // Back at the order, which this browser may open still.
    await see(heading(page, m('order_title', { reference: order.reference })))
    await page.getByRole('heading', { name: m('keep_my_order') }).waitFor({ state: 'detached' })
  })

  test('who signed in finds the order by its number and e-mail; an e-mail proves nothing, so it is not among theirs', async () => {
    const elsewhere = await stage.enter('elsewhere')
    const { page } = elsewhere
    const reference = orders[1]?.reference ?? ''
    const title = heading(page, m('order_title', { reference }))
    await page.context().request.post('/rpc/shop/auth.login', { data: alice })
    await page.goto('/fr/orders')
    await see(heading(page, m('my_orders')))
    await see(page.getByRole('main').getByRole('listitem').first())
    expect(await page.getByRole('link').filter({ hasText: reference }).count()).toBe(0)
    await page.goto('/fr/find-order')
    await page.getByLabel(m('order_reference')).fill(reference)
    await page.getByLabel(m('email')).fill(alice.email)
    await button(page, m('open_order')).click()
    await see(title)
    await elsewhere.leave()
  })

  test('ends: both orders are in the title and, once each, in the list', async () => {
    const loads = staff.loads()
    await halfAMinute
    line.mend()
    await expect.poll(() => staff.page.title(), { timeout: 60_000 }).toMatch(/^\(2\) /)
    await staff.page.getByText(m('live_lost')).waitFor({ state: 'detached' })
    await staff.page
      .getByRole('navigation')
      .getByRole('link', { name: m('orders') })
      .click()
    await see(heading(staff.page, m('orders')))
    for (const { reference } of orders) {
      await see(row(reference).getByText(m('status_paid')).first())
      expect(await row(reference).count()).toBe(1)
    }
    await expect.poll(() => staff.page.title()).not.toMatch(/^\(/)
    expect(staff.loads()).toBe(loads)
  })

  test('and the shopper’s page knows what is left, without a reload', async () => {
    await looker.page
      .getByText(m('stock_left', { count: 1 }), { exact: true })
      .first()
      .waitFor({ timeout: 60_000 })
    expect(looker.loads()).toBe(1)
  })
})
