import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'
import { inEnglish, m } from './words.ts'

const faults: string[] = []
let shop: BuiltShop
let chromium: OpenBrowser
let staff: Visitor

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  staff = await visit(chromium.browser, shop.address, faults)
  const data = { email: 'admin@ecom.test', password: 'admin123' }
  await staff.page.context().request.post('/rpc/admin/auth.login', { data })
})
afterEach(() => {
  const met = faults.splice(0)
  if (met.length > 0) throw new Error(`no visitor should meet this:\n${met.join('\n')}`)
})
afterAll(async () => {
  await chromium?.close()
  await shop?.close()
})

const button = (name: string) => staff.page.getByRole('button', { name, exact: true })
const cell = (head: string, variant: string) => staff.page.getByLabel(`${head}, ${variant}`)
const saved = () => staff.page.getByText(m('saved')).first().waitFor()
/** A red square of four pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
)

describe('behind the counter, a product', () => {
  let id = ''
  test('is written in both languages, with a grid of its variants', async () => {
    const { page } = staff
    await page.goto('/admin/products/new')
    await page.getByLabel(m('name_fr')).fill('Carnet d’atelier')
    await page.getByLabel(m('name_en')).fill('Workshop notebook')
    await button(m('add_option')).click()
    await page.getByLabel(`${m('option_no', { no: 1 })}, ${m('in_fr')}`).fill('Taille')
    await page.getByLabel(`${m('value_no', { no: 1 })}, ${m('in_fr')}`).fill('A5')
    await button(m('add_value')).click()
    await page.getByLabel(`${m('value_no', { no: 2 })}, ${m('in_fr')}`).fill('A6')
    await cell(m('price_with_tax'), 'A5').fill('douze')
    await button(m('save')).click()
    await page.locator('[aria-invalid="true"]:focus').waitFor()
    await cell(m('price_with_tax'), 'A5').fill('12,50')
    await cell(m('price_with_tax'), 'A6').fill('9')
    await cell(m('first_stock'), 'A6').fill('7')
    await button(m('save')).click()
    await page.waitForURL(/\/products\/product_\w+/)
    await page.getByRole('heading', { name: 'Carnet d’atelier', level: 1 }).waitFor()
    id = /product_\w+/.exec(page.url())?.[0] ?? ''
    const { variants, state, slug } = await shop.staff.products.get.query({ id })
    expect({ state, slug }).toEqual({ state: 'draft', slug: 'carnet-d-atelier' })
    expect(variants.map(({ priceCents, onHand }) => [priceCents, onHand])).toEqual([
      [1250, 0],
      [900, 7],
    ])
  })

  test('is not left with unsaved changes without a question', async () => {
    const { page } = staff
    await page.getByLabel(m('line_fr')).fill('Cousu à la main')
    await page
      .getByRole('navigation')
      .getByRole('link', { name: m('orders'), exact: true })
      .click()
    await page.getByRole('heading', { name: m('unsaved_title') }).waitFor()
    await button(m('keep_editing')).click()
    await expect.poll(() => page.getByLabel(m('line_fr')).inputValue()).toBe('Cousu à la main')
  })

  test('that two people change keeps both versions until one chooses', async () => {
    const { page } = staff
    const { version, slug, vatCategory, popularity, options, texts, variants } = await shop.staff.products.get.query({
      id,
    })
    const fr = texts.fr ?? undefined
    await shop.staff.products.update.mutate({
      ...{ id, version, slug, vatCategory, popularity, options, state: 'draft', category: 'papeterie' },
      texts: { ...(fr ? { fr: { ...fr, line: 'Relié ailleurs' } } : {}) },
      variants: variants.map(({ id, values, sku, compareAtCents }) => ({
        ...{ id, values, sku, compareAtCents, priceCents: 1300 },
      })),
    })
    await button(m('save')).click()
    await page.getByText(m('conflict_title')).waitFor()
    await page.getByRole('cell', { name: 'Relié ailleurs' }).waitFor()
    await button(m('keep_mine')).click()
    await saved()
    const now = await shop.staff.products.get.query({ id })
    expect([now.texts.fr?.line, now.variants[0]?.priceCents]).toEqual(['Cousu à la main', 1250])
  })

  test('gets a picture, which needs its words, and is shown by a link to somebody signed out', async () => {
    const { page } = staff
    await page.locator('input[type=file]').setInputFiles({ name: 'carnet.png', mimeType: 'image/png', buffer: png })
    await button(m('save_pictures')).click()
    await page.getByText(m('check_alt')).first().waitFor()
    await page.getByLabel(m('alt_fr')).fill('Un carnet')
    await page.getByLabel(m('alt_en')).fill('A notebook')
    await button(m('save_pictures')).click()
    await button(m('save_pictures')).waitFor({ state: 'detached' })
    await button(m('preview_link')).click()
    const link = await page.getByRole('textbox', { name: m('preview_link') }).inputValue()
    const stranger = await visit(chromium.browser, shop.address, faults)
    await stranger.page.goto(new URL(link).pathname.replace('/fr/', '/en/'))
    await stranger.page.getByRole('heading', { name: 'Workshop notebook', level: 1 }).waitFor()
    await stranger.page.getByText(inEnglish('preview_words')).waitFor()
    const picture = stranger.page.getByRole('img', { name: 'A notebook' }).first()
    await picture.waitFor()
    expect(await picture.getAttribute('src')).toMatch(/^\/media\//)
    await stranger.leave()
  })

  test('shows its stock on a phone without sideways scrolling', async () => {
    const phone = await visit(chromium.browser, shop.address, faults, { phone: true })
    await phone.page.context().addCookies(await staff.page.context().cookies())
    await phone.page.goto('/admin/products')
    const rows = phone.page.getByRole('row')
    await rows.nth(2).waitFor()
    await phone.page.getByRole('columnheader', { name: m('available') }).waitFor()
    expect(await phone.tooWide()).toEqual([])
    const scroll = () => phone.page.locator('.table-scroll').evaluate((box) => box.scrollWidth - box.clientWidth)
    await expect.poll(scroll).toBe(0)
    await phone.leave()
  })
})
