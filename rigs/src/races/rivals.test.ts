import type { Engine } from '@comptoir/db/testing'
import type { Id } from '@comptoir/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyPlace } from '../place.ts'
import type { Stocked } from '../server/stock-the-shop.ts'
import { type RigServer, startServer } from '../server/start-server.ts'
import { tally, wanted } from '../tally.ts'
import { wantedEngines } from '../wanted-engines.ts'
import { newKey, outcomeOf, visitor, withKey } from '../visitor.ts'

const turns = wanted('RIG_TURNS', 8)
const copies = 50
const copyTurns = wanted('RIG_TURNS', 2)
const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

interface TwoServers extends AsyncDisposable {
  servers: RigServer[]
  stocked: Stocked
  /** What the books gained while `work` ran; they must be clean after it. */
  gained(
    work: () => Promise<void>,
  ): Promise<Record<'orders' | 'charges' | 'invoices' | 'refunds' | 'creditNotes', number>>
}
/** Two servers on one database. */
async function openTwoServers(engine: Engine): Promise<TwoServers> {
  const place = await emptyPlace(engine)
  const plan = { databaseUrl: place.url, aheadMs: 0 }
  const [one, two] = [await startServer(plan), await startServer(plan)]
  const stocked = await one.tell('stock', { stock: [1000], customers: 0 })
  const look = async () => {
    const { breaches, gateway, ...books } = await two.tell('books', null)
    expect(breaches).toEqual([])
    return { orders: books.orders.length, ...gateway, invoices: books.invoices, creditNotes: books.creditNotes }
  }
  return {
    ...{ servers: [one, two], stocked },
    async gained(work) {
      const before = await look()
      await work()
      const after = await look()
      return {
        ...{ orders: after.orders - before.orders, charges: after.charges - before.charges },
        ...{ invoices: after.invoices - before.invoices, refunds: after.refunds - before.refunds },
        creditNotes: after.creditNotes - before.creditNotes,
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([one.kill(), two.kill()])
      await place[Symbol.asyncDispose]()
    },
  }
}
const at = ({ servers }: TwoServers, turn: number): string => servers[turn % servers.length]?.url ?? ''

async function filledCart(shop: TwoServers, turn: number) {
  const visit = visitor(at(shop, turn))
  const [good] = shop.stocked.goods
  if (good === undefined) throw new Error('the shelf is empty')
  const cart = await visit.shop.cart.add.mutate({ variantId: good.variantId, quantity: 1 }, withKey(newKey()))
  const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
  const input = { email: `rival-${turn}@email.test`, address, quote, termsVersion: cart.termsVersion }
  return { visit, input }
}
async function placed(shop: TwoServers, turn: number) {
  const { visit, input } = await filledCart(shop, turn)
  const { order, accessToken } = await visit.shop.orders.checkout.mutate(input, withKey(newKey()))
  return { id: order.id as Id<'order'>, accessToken: accessToken ?? undefined }
}

describe.each(wantedEngines)('%s', (engine) => {
  let shop: TwoServers
  beforeAll(async () => {
    shop = await openTwoServers(engine)
  })
  afterAll(() => shop[Symbol.asyncDispose]())

  test('fifty copies of one checkout with one key, at two servers: one order, one answer', async () => {
    const counts = tally(`copies of one checkout, ${engine}`)
    const gained = await shop.gained(async () => {
      for (let turn = 0; turn < copyTurns; turn++) {
        const { visit, input } = await filledCart(shop, turn)
        const same = withKey(newKey())
        const answers = await Promise.all(
          Array.from({ length: copies }, (_, i) =>
            visitor(at(shop, i), { cart: visit.cart }).shop.orders.checkout.mutate(input, same),
          ),
        )
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
        counts.add('copies', answers.length)
      }
    })
    expect(gained.orders).toBe(copyTurns)
    expect(counts.close({ copies: copyTurns * copies })).toEqual([])
  })

  test('fifty copies of one order in one request: one order, one charge', async () => {
    const counts = tally(`copies of one order in one request, ${engine}`)
    const gained = await shop.gained(async () => {
      const [good] = shop.stocked.goods
      if (good === undefined) throw new Error('the shelf is empty')
      const { termsVersion, onePieceCents: expectedTotalCents } = shop.stocked
      const lines = [{ variantId: good.variantId, quantity: 1 }]
      const same = withKey(newKey())
      const input = {
        lines,
        email: 'rival@email.test',
        address,
        termsVersion,
        expectedTotalCents,
        card: 'card_success',
      }
      const answers = await Promise.all(
        Array.from({ length: copies }, (_, i) => visitor(at(shop, i)).shop.orders.place.mutate(input, same)),
      )
      counts.add('copies', answers.length)
      expect(new Set(answers.map(({ order }) => order.id)).size).toBe(1)
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['paid']))
    })
    expect(gained).toMatchObject({ orders: 1, charges: 1, invoices: 1 })
    expect(counts.close({ copies })).toEqual([])
  })

  test('two browsers that pay one order: it is paid once', async () => {
    const counts = tally(`two browsers paying one order, ${engine}`)
    const gained = await shop.gained(async () => {
      for (let turn = 0; turn < turns; turn++) {
        const order = await placed(shop, turn)
        const ends = await Promise.all(
          [0, 1].map((i) =>
            outcomeOf(
              visitor(at(shop, i)).shop.orders.pay.mutate({ ...order, card: 'card_success' }, withKey(newKey())),
            ),
          ),
        )
        const outcomes = ends.map((end) => ('answer' in end ? end.answer.outcome : JSON.stringify(end)))
        expect(outcomes).toEqual(['paid', 'paid'])
        counts.add('orders')
      }
    })
    expect(gained).toMatchObject({ orders: turns, charges: turns, invoices: turns })
    expect(counts.close({ orders: turns })).toEqual([])
  })

  test('two colleagues who refund one order: the money goes back once', async () => {
    const counts = tally(`two colleagues refunding one order, ${engine}`)
    const gained = await shop.gained(async () => {
      for (let turn = 0; turn < turns; turn++) {
        const order = await placed(shop, turn)
        await visitor(at(shop, turn)).shop.orders.pay.mutate({ ...order, card: 'card_success' }, withKey(newKey()))
        const ends = await Promise.all(
          [0, 1].map((i) => {
            const colleague = visitor(at(shop, i), { bearer: shop.stocked.admin.token })
            return outcomeOf(colleague.admin.orders.refund.mutate({ id: order.id }, withKey(newKey())))
          }),
        )
        expect(ends.filter((end) => 'answer' in end)).toHaveLength(1)
        const codes = ends.flatMap((end) => ('refused' in end ? [end.refused] : []))
        expect(['refund_in_progress', 'order_step_refused']).toContain(codes[0])
        counts.add('orders')
      }
    })
    expect(gained).toMatchObject({ charges: turns, refunds: turns, creditNotes: turns })
    expect(counts.close({ orders: turns })).toEqual([])
  })
})
