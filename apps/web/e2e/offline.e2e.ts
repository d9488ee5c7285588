import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRelay, type Relay } from './relay.ts'
import { shopping } from './shopping.ts'
import { button, heading, openStage, orderIdIn, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { inEnglish, m } from './words.ts'

const salts = { path: '/fr/products/sels-de-bain', name: 'Sels de bain' }
const coffee = { path: '/fr/products/cafe-du-comptoir', name: 'Café du comptoir' }

/** What a browser does by itself, beside the page. */
const patiently = { timeout: 15_000 }
const noErrorsOfTheCut = /net::ERR_|Failed to fetch|there is no network/

describe('the shop without a network', () => {
  const stage = openStage('offline')
  let relay: Relay
  let shopper: Visitor
  let page: Page
  beforeAll(async () => {
    relay = await openRelay(stage.shop.address)
    shopper = await stage.enter('shopper', { address: relay.address, installs: true })
    ;({ page } = shopper)
    stage.forgive(noErrorsOfTheCut)
  })
  afterAll(() => relay?.close())

  // The browser knows first: a page that only meets a failing shop loads itself again, once.
  const lineGoes = async () => {
    await page.context().setOffline(true)
    relay.cut()
  }
  const lineReturns = async () => {
    relay.mend()
    await page.context().setOffline(false)
  }
  /** All that is kept on the device: the files of a release, and what was seen. */
  const kept = () =>
    page.evaluate(async () => {
      const found: Record<string, string[]> = {}
      for (const name of await caches.keys())
        found[name] = (await (await caches.open(name)).keys()).map(({ url }) =>
          decodeURIComponent(new URL(url).pathname),
        )
      return found
    })
  /** Their names alone: to look into one that is just being taken away would lay an empty one down under its name. */
  const releases = () => page.evaluate(() => caches.keys())
  const seen = async () => Object.entries(await kept()).flatMap(([name, all]) => (name.endsWith(' seen') ? all : []))
  const cartLine = (name: string) =>
    page
      .getByRole('list', { name: m('cart') })
      .getByRole('listitem')
      .filter({ hasText: name })

  test('can be installed, in the language of the page and under the name of the shop', async () => {
    await page.goto('/en')
    const address = await page.locator('link[rel=manifest]').getAttribute('href')
    const manifest = await (await page.request.get(address ?? '')).json()
    const { name } = await stage.shop.guest.shop.info.query()
    expect(manifest).toMatchObject({ name, start_url: '/en', scope: '/', display: 'standalone', lang: 'en' })
    for (const { src, sizes } of manifest.icons) {
      const answer = await page.request.get(src)
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
      // A PNG says its size in its head.
      const head = await answer.body()
      expect(`${head.readUInt32BE(16)}x${head.readUInt32BE(20)}`).toBe(sizes)
    }
    const worker = await page.request.get('/sw.js')
    expect([worker.status(), worker.headers()['cache-control']]).toEqual([200, 'no-cache'])
    await page.goto('/admin')
    expect(await page.locator('link[rel=manifest]').count()).toBe(0)
  })

  test('shows the last products and the cart as they were seen, under their own addresses', async () => {
    await page.goto(coffee.path)
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    // Whoever goes on at once has not seen it.
    await expect
      .poll(seen, patiently)
      .toEqual(expect.arrayContaining([expect.stringMatching(/catalog.*cafe-du-comptoir/)]))
    await shopping(page, 'fr').takes('sels-de-bain')
    await page.keyboard.press('Escape')
    await expect
      .poll(seen)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/catalog.*cafe-du-comptoir/),
          expect.stringMatching(/catalog.*sels-de-bain/),
          expect.stringMatching(/"cart","get"/),
        ]),
      )
    await lineGoes()
    await see(page.getByText(m('offline_line')))
    await page.goto(coffee.path)
    await see(heading(page, coffee.name))
    await page.goto(salts.path)
    await see(heading(page, salts.name))
    await page.goto('/fr/cart')
    await see(cartLine(salts.name))
    // Nothing of it names anybody to the shop.
    const cart = await page.evaluate(async () => {
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys())
          if (request.url.includes('cart')) return (await caches.match(request))?.text()
      return undefined
    })
    expect(cart).toMatch(/Sels de bain/)
    expect(cart).not.toMatch(/"(?:cart|line|cartLine)_\w+"/)
  })

  test('says so where it knows nothing, and shows what it has', async () => {
    await page.goto('/fr/products?category=vetements')
    await see(heading(page, m('offline_title')))
    await see(page.getByRole('heading', { name: m('cart_lately') }))
    await see(page.getByRole('main').getByText(salts.name).first())
    await page.getByRole('main').getByRole('link', { name: coffee.name }).click()
    await see(heading(page, coffee.name))
  })

  test('puts nothing into the cart, and nothing later', async () => {
    await button(page, m('add_to_cart')).click()
    await see(page.getByRole('alert').filter({ hasText: m('error_no_line') }))
    await page
      .getByRole('navigation', { name: m('mine') })
      .getByRole('link', { name: m('cart') })
      .click()
    const pieces = cartLine(salts.name).getByRole('textbox')
    await pieces.fill('4')
    await pieces.press('Enter')
    await see(
      cartLine(salts.name)
        .getByRole('alert')
        .filter({ hasText: m('error_no_line') }),
    )
    await expect.poll(() => pieces.inputValue()).toBe('1')
  })

  test('comes to itself when the network returns, and knows what changed meanwhile', async () => {
    const { staff, guest } = stage.shop
    const { id } = await guest.catalog.get.query({ id: 'sels-de-bain' })
    const [variant] = (await staff.products.get.query({ id })).variants
    if (variant === undefined) throw new Error('the salts have no variant')
    const change = -(variant.onHand - variant.allocated)
    await staff.products.adjustStock.mutate({ variantId: variant.id, change, reason: 'Compté' })
    const before = relay.asked.length
    const opened = page.waitForEvent('load')
    await lineReturns()
    await opened
    await page.getByText(m('offline_line')).waitFor({ state: 'detached' })
    await see(cartLine(salts.name).filter({ hasText: m('problem_sold_out') }))
    expect(relay.asked.slice(before).filter((one) => one.startsWith('POST /rpc'))).toEqual([])
    await staff.products.adjustStock.mutate({ variantId: variant.id, change: 5, reason: 'Compté' })
  })

  test('orders nothing and pays nothing without a network, neither then nor later', async () => {
    const does = shopping(page, 'fr')
    await does.fillsCheckout({ name: 'Une Passante', email: 'passante@example.test' })
    await lineGoes()
    await see(page.getByText(m('offline_hint')))
    await does.orderButton.click()
    await see(page.getByRole('alert').filter({ hasText: m('error_no_line') }))
    await lineReturns()
    await page.getByText(m('offline_hint')).waitFor({ state: 'detached' })
    const id = await does.orders()
    await lineGoes()
    await see(page.getByText(m('offline_hint')))
    const before = relay.asked.length
    await does.payButton.click()
    await see(page.getByRole('alert').filter({ hasText: m('error_no_line') }))
    const asks = page.waitForResponse(/orders\.get/)
    await lineReturns()
    // What the page asks anew by itself has been asked; the payment is not among it.
    await asks
    expect(relay.asked.slice(before).filter((one) => one.startsWith('POST /rpc'))).toEqual([])
    expect(stage.shop.charged(id)).toEqual([])
    expect(orderIdIn(page)).toBe(id)
    await does.pays()
    expect(stage.shop.charged(id)).toHaveLength(1)
  })

  test('a new release is told of, and takes over after a reload; the old one is gone', async () => {
    await page.goto(salts.path)
    const [first] = await releases()
    relay.nextRelease()
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await see(page.getByText(m('new_release')))
    expect(await releases()).toContain(first)
    // A load may come while the old one still answers: then a later one sees it gone.
    const ofBefore = async () => {
      await page.reload()
      const left = async () => (await releases()).filter((name) => !name.includes('index-next-'))
      await expect
        .poll(left, { timeout: 5000 })
        .toEqual([])
        .catch(() => undefined)
      return left()
    }
    await expect.poll(ofBefore, { timeout: 30_000 }).toEqual([])
    const entryOf = () => page.evaluate(() => document.querySelector('script[type=module]')?.getAttribute('src'))
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), patiently).toBe('activated')
    expect(await entryOf()).toContain('index-next-')
    await lineGoes()
    await page.goto(salts.path)
    await see(heading(page, salts.name))
    expect(await entryOf()).toContain('index-next-')
    // A page that was made on the device opens anew by itself.
    const opened = page.waitForEvent('load')
    await lineReturns()
    await opened
  })

  test('whoever signs out leaves nothing of what was seen', async () => {
    await page.context().request.post('/rpc/shop/auth.login', {
      data: { email: 'alice@email.test', password: 'password123' },
    })
    await page.goto('/fr/account')
    await button(page, m('sign_out')).click()
    await see(heading(page, 'Comptoir'))
    await expect
      .poll(async () => (await seen()).filter((path) => /^\/kept\/.*(?:"cart"|sels-de-bain)/.test(path)), patiently)
      .toEqual([])
    await lineGoes()
    await page.goto('/fr/account')
    await see(heading(page, m('offline_title')))
    await see(page.getByText(m('offline_nothing')))
    await lineReturns()
  })
})

describe('a first visit', () => {
  const stage = openStage('private')

  test('sets no cookie, asks no other host and keeps nothing that names anybody, until something is wanted', async () => {
    const { page } = await stage.enter('visitor', { installs: true, language: 'en-GB' })
    const context = page.context()
    const hosts = new Set<string>()
    context.on('request', (request) => hosts.add(new URL(request.url()).host))
    for (const path of [
      '/',
      '/en/products',
      '/en/products/sels-de-bain',
      '/en/cart',
      '/en/legal/privacy',
      '/en/offline',
    ])
      await page.goto(path)
    expect(await context.cookies()).toEqual([])
    expect([...hosts]).toEqual([new URL(stage.shop.address).host])
    expect(await page.getByRole('dialog').count()).toBe(0)
    const stored = await page.evaluate(() => ({ ...localStorage }))
    expect(Object.keys(stored)).toEqual(['comptoir.seen.en'])
    expect(JSON.parse(stored['comptoir.seen.en'] ?? '')).toEqual([
      { slug: 'sels-de-bain', name: expect.any(String), line: expect.any(String), path: expect.any(String) },
    ])
    await page.goto('/en/legal/privacy')
    await see(page.getByRole('heading', { name: inEnglish('privacy_device_title') }))
    await shopping(page, 'en').takes('sels-de-bain')
    const cookies = await context.cookies()
    expect(cookies).toMatchObject([{ name: 'comptoir_cart', httpOnly: true, sameSite: 'Lax' }])
    // A browser that is closed and opened again has its cart still.
    expect(cookies[0]?.expires).toBeGreaterThan(Date.now() / 1000 + 24 * 3600)
    await context.clearCookies()
    await context.request.post('/rpc/shop/auth.login', { data: { email: 'alice@email.test', password: 'password123' } })
    expect(await context.cookies()).toMatchObject([{ name: 'comptoir_session', httpOnly: true, sameSite: 'Lax' }])
  })
})
