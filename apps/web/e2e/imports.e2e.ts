import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { shopping } from './shopping.ts'
import { button, heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { inEnglish, m } from './words.ts'

const brushes = [
  'Handle,Title,Body (HTML),Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price',
  'pinceau-rond,Pinceau rond,Poil de martre,Papeterie,true,Taille,4,PIN-4,12,6.50',
  'pinceau-rond,,,,,,8,PIN-8,3,8.50',
  'pinceau-plat,Pinceau plat,,Papeterie,true,Title,Default Title,PIN-P,1,cher',
].join('\n')

// Two files of a real shop, where somebody has them: they are read where they lie.
const folder = process.env['SHOPIFY_CSV_DIR'] ?? ''
const given =
  folder === ''
    ? []
    : readdirSync(folder)
        .filter((name) => /(?:apparel|jewelry)\.csv$/.test(name))
        .toSorted()

const stage = openStage('imports')
let staff: Visitor

beforeAll(async () => {
  staff = await stage.enter('staff')
  const data = { email: 'admin@ecom.test', password: 'admin123' }
  await staff.page.context().request.post('/rpc/admin/auth.login', { data })
})

async function handIn(name: string, text: string | Buffer) {
  const { page } = staff
  await page.goto('/admin/imports')
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
  await see(heading(page, name))
}
const done = () => see(staff.page.getByText(m('import_done'), { exact: true }))
const startButton = () =>
  staff.page.getByRole('button', { name: new RegExp(m('start_import', { count: 2 }).replace('2', '\\d+')) })
const onTheShelf = async () => (await stage.shop.guest.catalog.list.query({ sort: 'newest', limit: 48 })).items

describe('a file of products', () => {
  test('is checked line by line before anything changes, then imported and on the shelf', async () => {
    const { page } = staff
    await handIn('pinceaux.csv', brushes)
    await button(page, m('check_file')).click()
    await see(page.getByRole('heading', { name: m('rows_wrong') }))
    await see(page.getByRole('row').filter({ hasText: '4' }).first())
    await page.reload()
    const begun = page.waitForResponse(/imports\.start\b/)
    await button(page, m('start_import', { count: 1 })).click()
    await begun
    await page.reload()
    await done()
    const brush = await stage.shop.guest.catalog.get.query({ id: 'pinceau-rond' })
    expect(brush.variants).toHaveLength(2)
  })

  test('has a variant that a shopper finds, chooses, orders and pays', async () => {
    const { page } = await stage.enter('shopper')
    const does = shopping(page, 'fr')
    await page.goto('/fr/products?search=pinceau')
    await page.getByRole('link', { name: 'Pinceau rond' }).click()
    await see(heading(page, 'Pinceau rond'))
    await page.getByRole('radio', { name: '8' }).check()
    await button(page, m('add_to_cart')).click()
    await see(page.getByRole('dialog').getByText('Pinceau rond').first())
    await does.fillsCheckout({ email: 'peintre@example.test', name: 'Un Peintre' })
    const id = await does.orders()
    await does.pays()
    const order = await stage.shop.staff.orders.get.query({ id })
    expect(order.lines.map(({ name, optionWords, unitCents }) => [name, optionWords, unitCents])).toEqual([
      ['Pinceau rond', '8', 850],
    ])
    expect(stage.shop.charged(id)).toEqual([order.totalCents])
    const { items } = await stage.shop.staff.products.list.query({ search: 'pinceau' })
    expect(items.find(({ slug }) => slug === 'pinceau-rond')?.available).toBe(14)
  })

  test.each(given)('%s is imported as it is, and one of its articles is bought', async (name) => {
    const before = new Set((await onTheShelf()).map(({ slug }) => slug))
    await handIn(name, readFileSync(path.join(folder, name)))
    const { page } = staff
    await page.getByLabel(m('file_language')).selectOption('en')
    await button(page, m('check_file')).click()
    await startButton().click()
    await done()
    const found = (await onTheShelf()).find(({ slug, stock }) => !before.has(slug) && stock !== 'out_of_stock')
    expect(found, 'something of the file can be bought').toBeDefined()
    const slug = found?.slug ?? ''
    const shopper = await stage.enter('shopper', { language: 'en-GB' })
    const does = shopping(shopper.page, 'en')
    await does.takes(slug)
    await see(heading(shopper.page, found?.name ?? ''))
    await does.fillsCheckout({ email: 'reader@example.test', name: 'A Reader' })
    const id = await does.orders()
    await does.pays()
    const { lines, totalCents } = await stage.shop.staff.orders.get.query({ id })
    expect(lines.map((line) => line.name)).toEqual([found?.name])
    expect(stage.shop.charged(id)).toEqual([totalCents])
    await see(shopper.page.getByText(inEnglish('lead_paid')))
    await shopper.leave()
  })

  test('leaves the books in order', async () => {
    expect(await stage.shop.checkBooks()).toEqual({
      code: 0,
      output: expect.stringMatching(/^The books are clean\.\n/),
    })
  })
})
