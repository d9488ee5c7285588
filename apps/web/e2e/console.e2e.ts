import path from 'node:path'
import { createShopClient, type Tokens } from '@comptoir/client'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type Line, openLine } from './line.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'
import { euros, m } from './words.ts'

const colleague = { email: 'lea@example.test', name: 'Léa Martin', password: 'une longue phrase de passe' }

const faults: string[] = []
let shop: BuiltShop
let chromium: OpenBrowser
let admin: Visitor
/** Over it the admin reaches the shop. */
let line: Line
let helper: Visitor
/** What Alice does with a program of her own. */
let alice: ReturnType<typeof createShopClient>
let thread = ''

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  line = await openLine(shop.address)
  admin = await visit(chromium.browser, line.address, faults)
  helper = await visit(chromium.browser, shop.address, faults)
  const tokens: Tokens = {}
  alice = createShopClient({ url: shop.address, tokens })
  const { token } = await alice.auth.login.mutate({
    ...{ email: 'alice@email.test', password: 'password123', session: 'token' },
  })
  tokens.bearer = token
})

let brokenAt: string | undefined
beforeEach(() => {
  if (brokenAt !== undefined) throw new Error(`the story broke earlier, where "${brokenAt}"`)
})
afterEach(async ({ task }) => {
  if (brokenAt === undefined && task.result?.state === 'fail') {
    brokenAt = task.name
    for (const [name, visitor] of Object.entries({ admin, helper }))
      await visitor?.page
        .screenshot({ path: path.join(import.meta.dirname, `../../../.screenshots/failed-console-${name}.png`) })
        .catch(() => undefined)
  }
  const met = faults.splice(0)
  if (met.length > 0) throw new Error(`no visitor should meet this:\n${met.join('\n')}`)
})
afterAll(async () => {
  await chromium?.close()
  await line?.close()
  await shop?.close()
})

const see = (locator: Locator) => locator.waitFor()
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const menu = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })
const row = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words })

describe('a day behind the counter', () => {
  test('an admin comes in and sees what waits, with figures that lead to their lists', async () => {
    const { page } = admin
    await page.goto('/admin')
    await page.getByLabel(m('email')).fill('admin@ecom.test')
    await page.getByLabel(m('password'), { exact: true }).fill('admin123')
    await button(page, m('sign_in')).click()
    await see(heading(page, m('today')))
    await page.getByRole('link', { name: m('waits_ship') }).click()
    await see(heading(page, m('orders')))
    await see(page.getByText(m('says_orders', { words: m('says_status_paid') })))
    await page.waitForURL((url) => url.search === '?status=paid')
  })

  test('a note stays on the order, with who wrote it; its papers open as PDF', async () => {
    const { page } = admin
    await page.getByRole('row').getByRole('link').first().click()
    await see(page.getByRole('heading', { name: m('what_happened') }))
    await page.getByLabel(m('note_for_colleagues')).fill('Emballer dans du papier de soie')
    await button(page, m('add_note')).click()
    const note = page.getByRole('listitem').filter({ hasText: 'Emballer dans du papier de soie' })
    await see(note.filter({ hasText: 'Camille Comptoir' }))
    await page.reload()
    await see(note)
    for (const kind of ['packing_slip', 'invoice'] as const) {
      const address = await page.getByRole('link', { name: m(kind) }).getAttribute('href')
      const paper = await page.request.get(address ?? '')
      expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
  })

  test('a refund of what has not left says that it will not leave, and what becomes of its goods', async () => {
    const { page } = admin
    await button(page, m('action_refund')).click()
    const dialog = page.getByRole('dialog')
    await see(dialog.getByText(m('refund_effect_never_leaves')))
    await see(dialog.getByText(m('refund_effect_released')))
    await dialog.getByLabel(m('restock_here')).uncheck()
    await see(dialog.getByText(m('refund_effect_written_off')))
    await dialog.getByRole('button', { name: m('go_back') }).click()
  })

  test('chosen orders print together', async () => {
    const { page } = admin
    await menu(page, m('orders')).click()
    const { items } = await shop.staff.orders.list.query({ limit: 40 })
    await expect.poll(() => page.getByRole('row').count()).toBe(items.length + 1)
    await page.getByRole('checkbox', { name: m('select_all') }).check()
    const slips = page.getByRole('link', { name: m('print_slips', { count: items.length }) })
    const paper = await page.request.get((await slips.getAttribute('href')) ?? '')
    expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('a customer’s page counts what they bought and keeps notes', async () => {
    const { page } = admin
    await menu(page, m('customers')).click()
    await page.getByRole('searchbox', { name: m('customers_search') }).fill('bob')
    await row(page, 'bob@email.test').getByRole('link').click()
    await see(heading(page, 'Bob Bernard'))
    const [order] = (await shop.staff.orders.list.query({ email: 'bob@email.test' })).items
    await see(page.getByRole('listitem').filter({ hasText: euros(order?.totalCents ?? 0).slice(0, 5) }))
    await page.getByLabel(m('note_for_colleagues')).fill('Préfère le matin')
    await button(page, m('add_note')).click()
    await see(page.getByRole('listitem').filter({ hasText: 'Préfère le matin' }))
  })

  test('a new colleague comes in by a link that is shown once, and sees the pages of their role alone', async () => {
    const { page } = admin
    await menu(page, m('colleagues')).click()
    await button(page, m('invite')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(m('email')).fill(colleague.email)
    await dialog.getByLabel(m('name')).fill(colleague.name)
    await dialog.getByLabel(m('role')).selectOption('support')
    await dialog.getByRole('button', { name: m('make_link') }).click()
    const link = await page
      .getByRole('dialog', { name: m('link_for', { name: colleague.name }) })
      .getByLabel(m('new_link'))
      .inputValue()
    await page.keyboard.press('Escape')
    await see(row(page, colleague.email))

    const theirs = helper.page
    const { pathname, hash } = new URL(link)
    await theirs.goto(`${pathname}${hash}`)
    await see(heading(theirs, m('welcome')))
    await theirs.getByLabel(m('new_password'), { exact: true }).fill('trop court')
    await button(theirs, m('enter')).click()
    await see(theirs.getByText(m('check_password_staff')))
    await theirs.getByLabel(m('new_password'), { exact: true }).fill(colleague.password)
    await button(theirs, m('enter')).click()
    await see(heading(theirs, m('today')))
    await see(menu(theirs, m('messages')))
    expect(await menu(theirs, m('settings')).count()).toBe(0)
    for (const closed of ['settings', 'staff', 'audit', 'figures']) {
      await theirs.goto(`/admin/${closed}`)
      await see(theirs.getByText(m('forbidden_title')))
    }
  })

  test('a customer’s message is counted in the tab, read, taken, answered with a saved answer, closed and opened again', async () => {
    const { page } = helper
    await menu(page, m('messages')).click()
    await button(page, m('saved_answers')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: m('new_answer') }).click()
    await dialog.getByLabel(m('answer_title')).fill('Délai')
    await dialog.getByLabel(m('answer_text')).fill('Votre colis part demain.')
    await dialog.getByRole('button', { name: m('save') }).click()
    await see(dialog.getByText('Délai', { exact: true }))
    await page.keyboard.press('Escape')

    const loads = helper.loads()
    thread = (await alice.support.create.mutate({ subject: 'Mon colis', body: 'Quand part-il ?' })).id
    const asking = await visit(chromium.browser, shop.address, faults)
    await asking.page.context().request.post('/rpc/shop/auth.login', {
      data: { email: 'alice@email.test', password: 'password123' },
    })
    await asking.page.goto(`/fr/support/${thread}`)
    await see(heading(asking.page, 'Mon colis'))
    const found = page.getByRole('link').filter({ hasText: 'Mon colis' })
    await see(found.getByText(m('unread', { count: 1 })))
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await found.click()
    await see(heading(page, 'Mon colis'))
    await expect.poll(() => page.title()).not.toMatch(/^\(/)
    await button(page, m('take_thread')).click()
    await see(button(page, m('leave_thread')))
    await page.getByLabel(m('saved_answer')).selectOption({ label: 'Délai' })
    await expect.poll(() => page.getByLabel(m('your_message')).inputValue()).toBe('Votre colis part demain.')
    await button(page, m('send')).click()
    await see(page.getByRole('listitem').filter({ hasText: 'Votre colis part demain.' }))
    // Both have the page open: the answer comes to one by itself, and the thanks to the other.
    await see(asking.page.getByText('Votre colis part demain.'))
    await asking.page.getByLabel(m('your_message')).fill('Merci beaucoup')
    await button(asking.page, m('send')).click()
    await see(page.getByText('Merci beaucoup'))
    expect(asking.loads()).toBe(1)
    await asking.leave()
    await button(page, m('close_thread')).click()
    await button(page, m('reopen_thread')).click()
    await see(button(page, m('close_thread')))
    expect(helper.loads()).toBe(loads)
    const { messages, assigneeName } = await shop.staff.support.get.query({ id: thread })
    expect([assigneeName, messages.map(({ author }) => author)]).toEqual([
      colleague.name,
      ['customer', 'staff', 'customer'],
    ])
  })

  test('a line that was cut misses nothing and doubles nothing', async () => {
    const { page } = admin
    // Nobody has the conversation open, so what comes stays unread.
    await menu(helper.page, m('today')).click()
    await see(heading(helper.page, m('today')))
    await menu(page, m('messages')).click()
    const found = page.getByRole('link').filter({ hasText: 'Mon colis' })
    await see(found)
    line.cut()
    await alice.support.post.mutate({ id: thread, body: 'Encore une question' })
    await alice.support.post.mutate({ id: thread, body: 'Et une autre' })
    line.mend()
    await see(found.getByText('Et une autre'))
    await see(found.getByText(m('unread', { count: 2 })))
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await expect.poll(() => found.count()).toBe(1)
    await found.click()
    await see(page.getByText('Encore une question', { exact: true }))
    await expect.poll(() => page.getByText('Et une autre', { exact: true }).count()).toBe(1)
    // What the browser noted while the line was cut is no fault of the shop.
    faults.splice(
      0,
      faults.length,
      ...faults.filter((fault) => !/ERR_(?:EMPTY|CONNECTION|INCOMPLETE|SOCKET)/.test(fault)),
    )
  })

  test('money that fits no order is told until somebody says what became of it', async () => {
    const { page } = admin
    const [order] = (await shop.staff.orders.list.query({})).items
    const aside = m('order_money_aside', { amounts: euros(2500) })
    await page.goto(`/admin/orders/${order?.id ?? ''}`)
    await see(heading(page, m('order_title', { reference: order?.reference ?? '' })))
    // The page is open when it comes.
    shop.putAside(order?.id ?? '', 'ch_late')
    await see(page.getByText(aside))
    await see(page.getByRole('link', { name: m('see_unmatched') }))
    await see(page.getByRole('navigation').getByText(m('menu_open', { count: 1 })))
    await menu(page, m('today')).click()
    await page.getByRole('link', { name: m('waits_money', { count: 1 }) }).click()
    await see(heading(page, m('unmatched_money')))
    await see(row(page, 'ch_late').getByRole('link', { name: order?.reference ?? '' }))
    await row(page, 'ch_late')
      .getByRole('button', { name: m('settle_money') })
      .click()
    const dialog = page.getByRole('dialog', { name: m('settle_title', { price: euros(2500) }) })
    await dialog.getByLabel(m('what_was_done')).fill('ok')
    await dialog.getByRole('button', { name: m('settle_money') }).click()
    await see(dialog.getByText(m('check_settle_note')))
    await dialog.getByLabel(m('what_was_done')).fill('Rendu chez le prestataire')
    await dialog.getByRole('button', { name: m('settle_money') }).click()
    await see(page.getByText(m('no_unmatched')))
    await see(row(page, 'Rendu chez le prestataire').filter({ hasText: 'Camille Comptoir' }))
    await expect.poll(() => page.getByText(m('menu_open', { count: 1 })).count()).toBe(0)
    await helper.page.goto('/admin/money')
    await see(helper.page.getByText(m('forbidden_title')))
  })

  test('settings change what the shop says of itself, and the trail tells who did it', async () => {
    const { page } = admin
    await menu(page, m('settings')).click()
    await see(page.getByText(m('example_seller')))
    await page.getByLabel(m('siren')).fill('732 829 320')
    await page.getByLabel(m('vat_number_long')).fill('FR 44 732 829 320')
    await page.getByLabel(m('delivery_price')).fill('5,5O')
    await button(page, m('save')).click()
    await see(page.getByText(m('check_price')))
    await page.getByLabel(m('delivery_price')).fill('5,50')
    await button(page, m('save')).click()
    await see(page.getByText(m('saved')))
    await expect.poll(() => page.getByText(m('example_seller')).count()).toBe(0)
    expect((await shop.guest.shop.info.query()).delivery.amountCents).toBe(550)
    await menu(page, m('audit')).click()
    await page.getByRole('combobox', { name: m('deed') }).selectOption('settings.update')
    await see(row(page, 'Camille Comptoir').filter({ hasText: m('deed_settings_update') }))
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
  })
})
