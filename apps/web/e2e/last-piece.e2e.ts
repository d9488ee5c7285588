import { beforeAll, describe, expect, test } from 'vitest'
import { shopping, type Shopping } from './shopping.ts'
import { button, heading, openStage, orderIdIn, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { m } from './words.ts'

const knife = { slug: 'couteau-d-office', name: 'Couteau d’office' }
const coffee = { slug: 'cafe-du-comptoir', name: 'Café du comptoir' }

const stage = openStage('last-piece')
/** Who wants what: a visitor and what they do. */
interface Somebody {
  visitor: Visitor
  does: Shopping
  email: string
}
let anne: Somebody
let basile: Somebody
let looker: Visitor

async function somebody(name: string, phone = false): Promise<Somebody> {
  const visitor = await stage.enter(name, { phone })
  return { visitor, does: shopping(visitor.page, 'fr'), email: `${name}@example.test` }
}

/** Leaves so many knives on the shelf that are promised to nobody. */
async function leave(pieces: number) {
  const { id } = await stage.shop.guest.catalog.get.query({ id: knife.slug })
  const [variant] = (await stage.shop.staff.products.get.query({ id })).variants
  if (variant === undefined) throw new Error('the knife has no variant')
  const change = pieces - (variant.onHand - variant.allocated)
  if (change !== 0)
    await stage.shop.staff.products.adjustStock.mutate({ variantId: variant.id, change, reason: 'Compté' })
}
const ordersOf = async (email: string) => (await stage.shop.staff.orders.list.query({ email })).items
const soldOut = (page: Visitor['page']) =>
  page
    .getByRole('list', { name: m('cart') })
    .getByRole('listitem')
    .filter({ hasText: m('problem_sold_out') })

describe('the last piece and two shoppers', () => {
  beforeAll(async () => {
    anne = await somebody('anne')
    basile = await somebody('basile', true)
    looker = await stage.enter('looker')
    await leave(1)
  })

  test('both have it in the cart and stand at the checkout; the first who orders has it', async () => {
    await looker.page.goto(`/fr/products/${knife.slug}`)
    await see(looker.page.getByText(m('stock_left', { count: 1 }), { exact: true }).first())
    await basile.does.takes(coffee.slug)
    for (const one of [anne, basile]) {
      await one.does.takes(knife.slug)
      await one.does.fillsCheckout({ email: one.email, name: 'Une Passante' })
    }
    await anne.does.orders()
    expect(await ordersOf(anne.email)).toHaveLength(1)
  })

  test('somebody who only looks sees it sold out, without a reload', async () => {
    await see(looker.page.getByRole('button', { name: m('stock_out'), exact: true, disabled: true }))
    expect(looker.loads()).toBe(1)
  })

  test('the other is told so in words before paying anything', async () => {
    const { page } = basile.visitor
    await basile.does.orderButton.click()
    const told = page.getByRole('alert')
    await see(told.getByRole('link', { name: m('see_cart') }))
    expect(await ordersOf(basile.email)).toEqual([])
    await told.getByRole('link', { name: m('see_cart') }).click()
    await see(soldOut(page).filter({ hasText: knife.name }))
    await see(page.getByText(m('cart_blocked')))
    await see(page.getByRole('button', { name: m('to_checkout'), exact: true, disabled: true }))
    expect(await basile.visitor.tooWide(), 'the cart is wider than the phone').toEqual([])
  })

  test('and orders the rest, once the line is taken away', async () => {
    const { page } = basile.visitor
    await button(page, m('remove_line')).click()
    await soldOut(page).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: m('to_checkout') }).click()
    await see(heading(page, m('checkout')))
    await basile.does.fillsCheckout({ email: basile.email, name: 'Basile' })
    const id = await basile.does.orders()
    await basile.does.pays()
    const { lines, totalCents } = await stage.shop.staff.orders.get.query({ id })
    expect(lines.map(({ name }) => name)).toEqual([coffee.name])
    expect(stage.shop.charged(id)).toEqual([totalCents])
  })

  test('when the first gives it back unpaid, it can be had again', async () => {
    const { page } = anne.visitor
    await page.goto(`/fr/orders/${orderIdIn(page)}`)
    await button(page, m('cancel_order')).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: m('cancel_order') })
      .click()
    await see(page.locator('[aria-current="step"]').filter({ hasText: m('step_cancelled') }))
    await see(button(looker.page, m('add_to_cart')))
    expect(looker.loads()).toBe(1)
  })

  test('of two who order in the same moment exactly one has it', async () => {
    const rivals = [await somebody('claire'), await somebody('david')]
    for (const one of rivals) {
      await one.does.takes(knife.slug)
      await one.does.fillsCheckout({ email: one.email, name: 'Rivale' })
    }
    await Promise.all(rivals.map(({ does }) => does.orderButton.click()))
    const ends = await Promise.all(
      rivals.map(async ({ visitor: { page } }) => {
        const paying = heading(page, m('pay_title'))
        await see(paying.or(page.getByRole('alert')).first())
        return paying.isVisible()
      }),
    )
    expect(ends.toSorted()).toEqual([false, true])
    const placed = await Promise.all(rivals.map(({ email }) => ordersOf(email)))
    expect(placed.map(({ length }) => length === 1)).toEqual(ends)
  })

  test('the books agree', async () => {
    expect(await stage.shop.checkBooks()).toEqual({
      code: 0,
      output: expect.stringMatching(/^The books are clean\.\n/),
    })
  })
})
