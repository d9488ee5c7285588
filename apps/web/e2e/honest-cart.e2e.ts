import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { comeIn } from './come-in.ts'
import { button, openStage, see } from './stage.ts'
import { m } from './words.ts'

describe('a cart that shows at once what is wanted', () => {
  const stage = openStage('honest-cart')

  test('goes back to what is true when the answer is a late no, and names what is left', async () => {
    const { page } = await stage.enter('shopper')
    const { staff } = stage.shop
    const name = 'Gobelet à part'
    const variant = { sku: 'GOB-1', values: [], priceCents: 900, compareAtCents: null, stock: 9 }
    const texts = { fr: { name }, en: { name: 'A cup apart' } }
    const made = await staff.products.create.mutate({
      ...{ slug: 'gobelet-a-part', category: null, state: 'published', vatCategory: 'standard', texts },
      variants: [variant],
    })
    await page.goto('/fr/products/gobelet-a-part')
    await button(page, m('add_to_cart')).click()
    await see(
      page
        .getByRole('dialog', { name: m('cart') })
        .getByText(name)
        .first(),
    )
    await page.goto('/fr/cart')
    const line = page
      .getByRole('list', { name: m('cart') })
      .getByRole('listitem')
      .filter({ hasText: name })
    const pieces = line.getByRole('textbox')
    await see(pieces)
    const held = Promise.withResolvers<void>()
    await page.route(/cart\.setQuantity/, async (route) => {
      await held.promise
      await route.continue()
    })
    const asked = page.waitForRequest(/cart\.setQuantity/)
    const answered = page.waitForResponse(/cart\.setQuantity/)
    await pieces.fill('6')
    await pieces.press('Enter')
    await asked
    // Seen at once, before anybody answered.
    await expect.poll(() => pieces.inputValue()).toBe('6')
    const [only] = made.variants
    if (only === undefined) throw new Error('a product has a variant')
    await staff.products.adjustStock.mutate({ variantId: only.id, change: -7, reason: 'inventaire' })
    held.resolve()
    expect((await answered).status()).toBe(409)
    await see(line.getByRole('alert').filter({ hasText: '2' }))
    await see(line.getByRole('alert').filter({ hasText: name }))
    await expect.poll(() => pieces.inputValue()).toBe('1')
    await page.reload()
    await expect.poll(() => pieces.inputValue()).toBe('1')
  })
})

/** How a field tells a browser, a phone's keyboard and a password manager what it wants. */
const told = async (field: Locator) => [
  await field.getAttribute('autocomplete'),
  (await field.getAttribute('inputmode')) ?? (await field.getAttribute('type')) ?? 'text',
]
/** Every visible field of a page, or of a part of it, by its label; what has no label is named by its place. */
const fieldsOf = async (page: Page, part = page.locator('main')): Promise<Record<string, (string | null)[]>> => {
  const fields = part.locator('input:visible, select:visible, textarea:visible')
  const found: Record<string, (string | null)[]> = {}
  for (const field of await fields.all()) {
    const kind = await field.getAttribute('type')
    if (kind === 'checkbox' || kind === 'radio') continue
    const name = await field.evaluate(
      (one) =>
        (one instanceof HTMLInputElement || one instanceof HTMLSelectElement ? one.labels?.[0]?.innerText : null) ??
        one.getAttribute('aria-label') ??
        one.outerHTML,
    )
    found[name.split('\n')[0]?.trim() ?? ''] = await told(field)
  }
  return found
}

/** The visible fields of a page that are in the way of pasting. */
const stoppingPaste = (page: Page) =>
  page
    .locator('main')
    .locator('input:visible, textarea:visible')
    .evaluateAll((fields) =>
      fields
        .filter((field) => {
          const how = { bubbles: true, cancelable: true, clipboardData: new DataTransfer() }
          return !field.dispatchEvent(new ClipboardEvent('paste', how))
        })
        .map((field) => field.outerHTML),
    )

describe('every field', () => {
  const stage = openStage('fields')

  test('says what it wants to browser, keyboard and password manager, and lets anything be pasted', async () => {
    const { page } = await stage.enter('shopper')
    await page.goto('/fr/sign-in')
    expect(Object.values(await fieldsOf(page))).toEqual([
      ['email', 'email'],
      ['current-password', 'password'],
    ])
    expect(await stoppingPaste(page)).toEqual([])
    await page.goto('/fr/sign-in?mode=register')
    expect(Object.values(await fieldsOf(page))).toEqual([
      ['email', 'email'],
      ['new-password', 'password'],
      ['name', 'text'],
    ])
    await page.goto('/fr/products/cafe-du-comptoir')
    await button(page, m('add_to_cart')).click()
    await see(page.getByRole('dialog', { name: m('cart') }))
    await page.goto('/fr/checkout')
    await see(page.getByLabel(m('postcode')))
    expect(await fieldsOf(page)).toMatchObject({
      [m('email')]: ['email', 'email'],
      [m('full_name')]: ['shipping name', expect.stringMatching(/text/)],
      [m('line1')]: ['shipping address-line1', expect.stringMatching(/text/)],
      [m('postcode')]: ['shipping postal-code', 'numeric'],
      [m('city')]: ['shipping address-level2', expect.stringMatching(/text/)],
      [m('country')]: ['shipping country', expect.anything()],
    })
    const wanting = Object.entries(await fieldsOf(page)).filter(([, [autocomplete]]) => !autocomplete)
    expect(wanting).toEqual([])
    expect(await stoppingPaste(page)).toEqual([])
    // Whoever has an account: what is known of them, another password, an address in its dialog.
    await comeIn(page, 'alice')
    await page.goto('/fr/account')
    await see(page.getByLabel(m('current_password')))
    expect(Object.values(await fieldsOf(page))).toEqual([
      ['name', 'text'],
      ['tel', 'tel'],
      ['current-password', 'password'],
      ['new-password', 'password'],
    ])
    await button(page, m('add_address')).click()
    const dialog = page.getByRole('dialog')
    await see(dialog.getByLabel(m('postcode')))
    expect(Object.values(await fieldsOf(page, dialog)).map(([purpose]) => purpose)).toEqual([
      ...['shipping name', 'shipping address-line1', 'shipping address-line2', 'shipping postal-code'],
      ...['shipping address-level2', 'shipping country', 'shipping tel'],
    ])
    expect(await stoppingPaste(page)).toEqual([])
    await page.goto('/fr/find-order')
    expect(Object.values(await fieldsOf(page))).toEqual([
      ['off', 'text'],
      ['email', 'email'],
    ])
    expect(await stoppingPaste(page)).toEqual([])
  })
})
