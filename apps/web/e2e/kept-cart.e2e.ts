import { createShopClient, type Tokens } from '@comptoir/client'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { shopping } from './shopping.ts'
import { openStage, see } from './stage.ts'
import { m } from './words.ts'

const jug = { slug: 'broc-a-part', name: 'Broc à part' }
const charlie = { email: 'charlie@email.test', password: 'password123' }
const alice = { email: 'alice@email.test', password: 'password123' }

describe('a cart that nobody signed in for', () => {
  const stage = openStage('kept-cart')
  const pieces = (page: Page) =>
    page
      .getByRole('list', { name: m('cart') })
      .getByRole('listitem')
      .filter({ hasText: jug.name })
      .getByRole('textbox')

  test('is there again when the browser was closed and is opened anew', async () => {
    const { staff } = stage.shop
    await staff.products.create.mutate({
      ...{ slug: jug.slug, category: null, state: 'published', vatCategory: 'standard' },
      texts: { fr: { name: jug.name }, en: { name: 'A jug apart' } },
      variants: [{ sku: 'BROC-1', values: [], priceCents: 2400, compareAtCents: null, stock: 5 }],
    })
    const before = await stage.enter('before')
    await shopping(before.page, 'fr').takes(jug.slug)
    await before.page.goto('/fr/cart')
    const saved = before.page.waitForResponse(/cart\.setQuantity/)
    await pieces(before.page).fill('4')
    await pieces(before.page).press('Enter')
    await saved
    // What a browser forgets when it closes has no day on which it ends.
    const kept = (await before.page.context().cookies()).filter(({ expires }) => expires > 0)
    await before.leave()

    const { page } = await stage.enter('after')
    await page.context().addCookies(kept)
    await page.goto('/fr/cart')
    await expect.poll(() => pieces(page).inputValue()).toBe('4')
  })

  test('joins the cart of the account on signing in, with no more pieces than there are', async () => {
    const tokens: Tokens = {}
    const client = createShopClient({ url: stage.shop.address, tokens })
    tokens.bearer = (await client.auth.login.mutate({ ...alice, session: 'token' })).token
    const { variants } = await client.catalog.get.query({ id: jug.slug })
    await client.cart.add.mutate({ variantId: variants[0]?.id ?? '', quantity: 3 })

    const { page } = await stage.enter('shopper')
    await shopping(page, 'fr').takes(jug.slug)
    await page.goto('/fr/cart')
    const other = await page.context().newPage()
    await other.goto('/fr/cart')
    const saved = page.waitForResponse(/cart\.setQuantity/)
    await pieces(page).fill('4')
    await pieces(page).press('Enter')
    await saved
    // Another tab of the same browser follows by itself.
    await expect.poll(() => pieces(other).inputValue()).toBe('4')
    await other.close()

    await page.goto('/fr/sign-in?back=/fr/cart')
    const form = page.getByRole('main')
    await form.getByLabel(m('email')).fill(alice.email)
    await form.getByLabel(m('password'), { exact: true }).fill(alice.password)
    await form.getByRole('button', { name: m('sign_in') }).click()
    await page.waitForURL('**/fr/cart')
    await see(pieces(page))
    await expect.poll(() => pieces(page).inputValue()).toBe('5')
    expect(await pieces(page).count()).toBe(1)
    expect((await client.cart.get.query()).lines.filter(({ name }) => name === jug.name)).toMatchObject([
      { quantity: 5 },
    ])
  })

  test('is ordered with what was typed already by somebody who signs in half-way', async () => {
    const { page } = await stage.enter('half-way')
    await shopping(page, 'fr').takes('cafe-du-comptoir')
    await page.goto('/fr/checkout')
    await page.getByLabel(m('email')).fill(charlie.email)
    const typed = { [m('full_name')]: 'Charlie Petit', [m('line1')]: '3 quai de Saône', [m('city')]: 'Lyon' }
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text)
    await page
      .locator('.offer-account')
      .getByRole('button', { name: m('sign_in') })
      .click()
    const dialog = page.getByRole('dialog', { name: m('sign_in') })
    expect(await dialog.getByLabel(m('email')).inputValue()).toBe(charlie.email)
    await dialog.getByLabel(m('password'), { exact: true }).fill(charlie.password)
    await dialog.locator('form [type=submit]').click()
    await see(page.getByText(m('ordering_as', { email: charlie.email })))
    for (const [label, text] of Object.entries(typed))
      await expect.poll(() => page.getByLabel(label).inputValue()).toBe(text)
  })
})
