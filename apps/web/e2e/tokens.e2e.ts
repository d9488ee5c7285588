import { beforeAll, describe, expect, test } from 'vitest'
import { button, heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { m } from './words.ts'

const stage = openStage('tokens')
let alice: Visitor
let admin: Visitor
let secret = ''

/** What a program that shows this token is answered over REST. */
const call = (path: string, method = 'GET') =>
  fetch(stage.shop.address + path, { method, headers: { authorization: `Bearer ${secret}` } })
const codeOf = async (answer: Response): Promise<unknown> => {
  const body: unknown = await answer.json()
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
}

beforeAll(async () => {
  alice = await stage.enter('alice', { phone: true })
  admin = await stage.enter('admin')
  const accounts = [
    [alice, '/rpc/shop/auth.login', { email: 'alice@email.test', password: 'password123' }],
    [admin, '/rpc/admin/auth.login', { email: 'admin@ecom.test', password: 'admin123' }],
  ] as const
  for (const [{ page }, door, data] of accounts) await page.context().request.post(door, { data })
})

describe('a customer and a program of hers, on a phone', () => {
  test('she makes a token that may read her orders; it is shown once', async () => {
    const { page } = alice
    await page.goto('/fr/account')
    await page.getByRole('link', { name: m('tokens') }).click()
    await see(heading(page, m('tokens')))
    await see(page.getByText(m('tokens_none'), { exact: true }))
    expect(await alice.tooWide()).toEqual([])
    await button(page, m('token_new')).click()
    const dialog = page.getByRole('dialog', { name: m('token_new') })
    await dialog.getByLabel(m('token_name')).fill('Comptabilité')
    await dialog.getByLabel(m('token_password'), { exact: true }).fill('password123')
    await button(page, m('token_new')).last().click()
    await see(dialog.getByText(m('check_token_scopes')))
    await dialog.getByRole('checkbox', { name: 'orders:read' }).check()
    expect(await alice.tooWide()).toEqual([])
    await button(page, m('token_new')).last().click()
    const shown = page.getByRole('dialog', { name: m('token_made', { name: 'Comptabilité' }) })
    secret = await shown.getByLabel(m('token_secret')).inputValue()
    expect(secret).toMatch(/^cpt_[0-9A-Za-z]{36}$/)
    await shown
      .getByRole('button', { name: m('close') })
      .last()
      .click()
    await see(page.getByText(m('scope_orders_read'), { exact: true }))
    await see(page.getByText(m('token_never_used')))
    await expect.poll(() => page.content()).not.toContain(secret)
  })

  test('the program reads her orders, and is refused everything else in words', async () => {
    const orders = await call('/api/orders')
    expect([orders.status, orders.headers.get('ratelimit')]).toEqual([200, expect.stringContaining('"token";r=')])
    const cart = await call('/api/cart')
    expect([cart.status, await codeOf(cart)]).toEqual([403, 'scope_missing'])
    const { page } = alice
    await page.reload()
    await see(page.getByText(m('token_last_used', { at: '' }).trim(), { exact: false }))
  })

  test('she revokes it, and its next call is refused', async () => {
    const { page } = alice
    await button(page, m('token_revoke_named', { name: 'Comptabilité' })).click()
    await button(page, m('token_revoke')).last().click()
    await see(page.getByText(m('tokens_none'), { exact: true }))
    const refused = await call('/api/orders')
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'token_ended'])
  })
})

describe('an admin and an app of the shop', () => {
  test('the admin adds the app and makes a token for it', async () => {
    const { page } = admin
    await page.goto('/admin/apps')
    await see(heading(page, m('apps')))
    await button(page, m('app_new')).click()
    const dialog = page.getByRole('dialog', { name: m('app_new') })
    await dialog.getByLabel(m('name'), { exact: true }).fill('Entrepôt')
    await button(page, m('app_new')).last().click()
    await see(page.getByRole('heading', { name: 'Entrepôt', level: 2 }))
    await button(page, m('token_new')).click()
    const form = page.getByRole('dialog', { name: m('token_new') })
    await form.getByLabel(m('token_name')).fill('Terminal')
    await form.getByRole('checkbox', { name: 'orders:read' }).check()
    await form.getByLabel(m('token_password'), { exact: true }).fill('admin123')
    await button(page, m('token_new')).last().click()
    const shown = page.getByRole('dialog', { name: m('token_made', { name: 'Terminal' }) })
    secret = await shown.getByLabel(m('token_secret')).inputValue()
    expect(secret).toMatch(/^cpa_/)
    await shown
      .getByRole('button', { name: m('close') })
      .last()
      .click()
    expect((await call('/api/admin/orders')).status).toBe(200)
    expect(await codeOf(await call('/api/admin/products'))).toBe('scope_missing')
  })

  test('the admin narrows the app, then closes it', async () => {
    const { page } = admin
    await page.getByLabel(m('role_of', { name: 'Entrepôt' })).selectOption('catalogue')
    await expect.poll(async () => codeOf(await call('/api/admin/orders'))).toBe('not_allowed')
    await button(page, m('app_close_named', { name: 'Entrepôt' })).click()
    await page.getByRole('dialog', { name: m('app_close_title', { name: 'Entrepôt' }) }).waitFor()
    await button(page, m('app_close')).last().click()
    await see(page.getByText(m('app_no_tokens')))
    await expect.poll(async () => codeOf(await call('/api/admin/orders'))).toBe('token_ended')
    expect(await admin.tooWide()).toEqual([])
  })
})
