import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { checkBooks, openDatabase } from '@comptoir/db'
import { afterAll, expect, test } from 'vitest'
import { anAddress } from './testing-orders.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the server from its source, in a process of its own; answers when it says that the shop is open. */
async function startShop(databaseUrl: string) {
  const env = { ...process.env, NODE_ENV: 'test', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /is open: (http:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return { child, url }
}
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve))

/** What the answers of this story hold, as a program without our types would read it. */
interface Answer {
  items: { slug: string }[]
  variants: { id: string; stock: string }[]
  termsVersion: string
  quote: { hash: string; totalCents: number }
  order: { id: string }
  accessToken: string
  outcome: string
  payment: string
}

/** A program without our client: plain HTTP, its own tokens. */
function caller(url: string, held: { cart: string }) {
  const headers = (key?: string) => ({
    ...{ 'content-type': 'application/json', 'cart-token': held.cart },
    ...(key !== undefined && { 'idempotency-key': key }),
  })
  const read = async (response: Response) => {
    held.cart = response.headers.get('cart-token') ?? held.cart
    const body = (await response.json()) as { result: { data: Answer } }
    if (!response.ok) throw new Error(JSON.stringify(body))
    return body.result.data
  }
  return {
    query: async (procedure: string, input: object) =>
      read(
        await fetch(`${url}/rpc/shop/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          headers: headers(),
        }),
      ),
    mutate: async (procedure: string, input: object, key?: string) =>
      read(
        await fetch(`${url}/rpc/shop/${procedure}`, {
          method: 'POST',
          headers: headers(key),
          body: JSON.stringify(input),
        }),
      ),
  }
}

test('a server that is killed between the money and the books finishes the payment when it is back', async () => {
  const databaseUrl = `file:${path.join(folder, 'shop.db')}`
  const held = { cart: 'new' }
  const first = await startShop(databaseUrl)
  const before = caller(first.url, held)
  const { items } = await before.query('catalog.list', { inStock: true, limit: 1 })
  const product = await before.query('catalog.get', { id: items[0]?.slug })
  const variant = product.variants.find((one) => one.stock === 'in_stock')
  const cart = await before.mutate('cart.add', { variantId: variant?.id, quantity: 1 })
  const { order, accessToken } = await before.mutate('orders.checkout', {
    ...{ email: 'camille@email.test', address: anAddress, termsVersion: cart.termsVersion },
    quote: { hash: cart.quote.hash, totalCents: cart.quote.totalCents },
  })
  const key = 'the-key-of-the-payment-that-was-cut'
  const asked = { id: order.id, accessToken, card: 'card_timeout' }
  expect(await before.mutate('orders.pay', asked, key)).toMatchObject({ outcome: 'pending' })
  const gone = ended(first.child)
  first.child.kill('SIGKILL')
  await gone

  const second = await startShop(databaseUrl)
  const after = caller(second.url, held)
  let { payment } = await after.query('orders.get', { id: order.id, accessToken })
  while (payment !== 'paid') {
    await pause(500)
    payment = (await after.query('orders.get', { id: order.id, accessToken })).payment
  }
  expect(await after.mutate('orders.pay', asked, key)).toMatchObject({ outcome: 'paid' })
  const closed = ended(second.child)
  second.child.kill('SIGTERM')
  expect(await closed).toBe(0)

  const db = await openDatabase(databaseUrl)
  expect(await checkBooks(db.read)).toEqual([])
  expect(await db.read.select().from(db.read.tables.gatewayCharges)).toHaveLength(3)
  await db.close()
}, 120_000)
