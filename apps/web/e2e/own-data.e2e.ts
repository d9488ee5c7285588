import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { button, heading, openStage, see } from './stage.ts'
import { m } from './words.ts'

const stage = openStage('own-data')
const erica = { email: 'erica@example.test', password: 'une phrase de passe' }

test('somebody takes along what the shop knows about them, and has it erased', async () => {
  const { page } = await stage.enter('erica')
  await page.goto('/fr/sign-in?mode=register')
  const main = page.getByRole('main')
  await main.getByLabel(m('email')).fill(erica.email)
  await main.getByLabel(m('password'), { exact: true }).fill(erica.password)
  await main.locator('form [type=submit]').click()
  await see(page.getByRole('heading', { name: m('own_data') }))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: m('export_data') }).click(),
  ])
  const data = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(data).toMatchObject({ profile: { email: erica.email }, orders: [], sessions: [{ kind: 'cookie' }] })

  await button(page, m('erase_account')).click()
  const dialog = page.getByRole('dialog', { name: m('erase_account') })
  await see(dialog.getByText(m('erase_what_stays')))
  await dialog.getByLabel(m('current_password')).fill('pas la bonne')
  await button(page, m('erase_for_good')).click()
  await see(dialog.getByRole('alert'))
  await dialog.getByLabel(m('current_password')).fill(erica.password)
  await button(page, m('erase_for_good')).click()
  await see(page.getByText(m('account_erased')))
  await page.goto('/fr/account')
  await see(heading(page, m('sign_in')))
  expect((await page.context().request.get('/documents/my-data.json')).status()).toBe(401)
})

test('bob, whose order goes on, is told which one, and keeps his account', async () => {
  const { page } = await stage.enter('bob')
  await page.goto('/fr/sign-in')
  await page.getByLabel(m('email')).fill('bob@email.test')
  await page.getByLabel(m('password'), { exact: true }).fill('password123')
  await page
    .getByRole('main')
    .getByRole('button', { name: m('sign_in') })
    .click()
  await see(page.getByRole('heading', { name: m('own_data') }))
  const [paid] = (await stage.shop.staff.orders.list.query({ email: 'bob@email.test' })).items
  await button(page, m('erase_account')).click()
  await page.getByRole('dialog').getByLabel(m('current_password')).fill('password123')
  await button(page, m('erase_for_good')).click()
  await see(page.getByRole('alert').filter({ hasText: paid?.reference ?? 'no order' }))
})
