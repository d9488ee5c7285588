import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@comptoir/db'
import { expect, test } from 'vitest'
import { freePort, npmStart } from '../../../scripts/lib/testing-shop.ts'
import { readBooks } from '../server/books.ts'
import { tally, wanted } from '../tally.ts'
import { newKey, outcomeOf, visitor, withKey } from '../visitor.ts'

const drains = wanted('RIG_DRAINS', 1)
const shoppers = 16
const ordersBefore = 4 * shoppers
/** What the shop promises, in ms: from the signal to the end of its process. */
const promisedMs = 10_000
// All of the load comes from one address.
const noLimits = { CALLS_PER_ADDRESS: '0', STREAMS_PER_ADDRESS: '0' }
const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

/** Orders one piece after the other until the shop is gone; `onAnswer` hears of each answer. */
async function orderOn(url: string, who: number, onAnswer: () => void) {
  const { items } = await visitor(url).shop.catalog.list.query({ limit: 50, inStock: true })
  const variants = items.flatMap(({ defaultVariantId }) => defaultVariantId ?? [])
  const answered: string[] = []
  for (let turn = 0; ; turn++) {
    const { shop } = visitor(url)
    const email = `drain-${who}-${turn}@email.test`
    const variantId = variants[(who + turn) % variants.length] as `variant_${string}`
    const cart = await outcomeOf(shop.cart.add.mutate({ variantId, quantity: 1 }, withKey(newKey())))
    if ('lost' in cart) return { answered, unanswered: null }
    if ('refused' in cart) {
      expect(cart.refused).toBe('out_of_stock')
      continue
    }
    const { quote, termsVersion } = cart.answer
    const input = { lines: [{ variantId, quantity: 1 }], email, address, termsVersion, card: 'card_success' }
    const order = { ...input, expectedTotalCents: quote.totalCents }
    const placed = await outcomeOf(shop.orders.place.mutate(order, withKey(newKey())))
    if ('lost' in placed) return { answered, unanswered: email }
    if ('answer' in placed) answered.push(email)
    onAnswer()
  }
}

/** Follows the shop's shelf, as an open page does; resolves when the shop ends the stream. */
async function openPage(url: string, productId: string): Promise<{ ended: Promise<unknown> }> {
  const input = encodeURIComponent(JSON.stringify({ productId }))
  const asked = request(`${url}/rpc/shop/catalog.stock?input=${input}`).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  await once(answer, 'data')
  return { ended: once(answer.resume(), 'end') }
}

/** Begins a call and sends only half of it; resolves when the shop has it in hand, with what sends the rest and answers the status. */
async function halfACall(url: string): Promise<() => Promise<number | undefined>> {
  const body = '{}'
  // The shop says "continue" when it has read the head: without that word the call might still wait at its door.
  const headers = { 'content-type': 'application/json', 'content-length': body.length, 'cart-token': 'new' }
  const asked = request(`${url}/rpc/shop/cart.clear`, {
    method: 'POST',
    headers: { ...headers, expect: '100-continue' },
  })
  const answered = once(asked, 'response').then(([answer]) => (answer as IncomingMessage).resume().statusCode)
  asked.flushHeaders()
  await Promise.race([once(asked, 'continue'), answered])
  asked.write(body.slice(0, 1))
  return () => (asked.end(body.slice(1)), answered)
}

async function drainOnce(folder: string, turn: number, counts: ReturnType<typeof tally>): Promise<void> {
  const port = await freePort()
  const file = join(folder, `shop-${turn}.db`)
  const url = `http://localhost:${port}`
  const shop = npmStart({ PORT: String(port), DATABASE_URL: `file:${file}`, ...noLimits })
  try {
    await shop.said(url)
    const { items } = await visitor(url).shop.catalog.list.query({ limit: 1 })
    const pages = await Promise.all(Array.from({ length: 10 }, () => openPage(url, items[0]?.id ?? '')))
    const enough = Promise.withResolvers<void>()
    let answers = 0
    const ordering = Array.from({ length: shoppers }, (_, who) =>
      orderOn(url, who, () => ++answers === ordersBefore && enough.resolve()),
    )
    await Promise.race([enough.promise, Promise.all(ordering)])
    const sendTheRest = await halfACall(url)

    const begun = performance.now()
    shop.npm.kill('SIGTERM')
    await Promise.all(pages.map(({ ended }) => ended))
    expect(await sendTheRest(), 'the call that was half sent at the signal').toBe(200)
    const ends = await Promise.all(ordering)
    expect(await shop.exited).toBe(0)
    const took = performance.now() - begun
    expect(took, 'ms from the signal to the end').toBeLessThan(promisedMs)
    expect(shop.output(), 'the words of the shop').not.toContain('some calls did not end in time')
    counts.add('ms to drain', Math.round(took))

    const database = await openDatabase(`file:${file}`)
    const books = await readBooks(database)
    await database.close()
    const there = new Map(books.orders.map(({ email, status }) => [email, status]))
    const answered = ends.flatMap((end) => end.answered)
    const unanswered = ends.flatMap((end) => end.unanswered ?? [])
    expect(
      answered.filter((email) => there.get(email) !== 'paid'),
      'answered orders that are not there',
    ).toEqual([])
    expect(
      unanswered.filter((email) => there.has(email)),
      'orders that were made and not answered',
    ).toEqual([])
    expect(books.breaches).toEqual([])
    counts.add('answered orders', answered.length)
    counts.add('orders that came too late', unanswered.length)
    counts.add('open pages', pages.length)
    counts.add('drains')
  } finally {
    if (shop.npm.exitCode === null) shop.npm.kill('SIGTERM')
    await shop.exited
  }
}

test(
  'a shop that is asked to end answers every request it took, tells its open pages, and ends well in ten seconds',
  { timeout: 600_000 + drains * 60_000 },
  async () => {
    const counts = tally('drain rig')
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-drain-'))
    try {
      for (let turn = 0; turn < drains; turn++) await drainOnce(folder, turn, counts)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    expect(counts.close({ drains: drains, 'answered orders': drains * ordersBefore })).toEqual([])
  },
)
