import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callOf } from '../../openapi/calls.ts'
import { send } from '../../openapi/examples.ts'
import { addProduct, anAddress, digestOf } from '../testing-orders.ts'
import { listen, type TestServer } from '../testing-server.ts'
import { openTestShop } from '../testing.ts'
import { routes } from './routes.ts'
import { at, textAt } from './testing-rest.ts'

/** One step of a shopper: the procedure, and its input from what was answered so far. */
interface Step {
  path: string
  input: (seen: Seen) => Record<string, unknown>
}
interface Seen {
  variantId: string
  cart: unknown
  order: string
}
const someOrder = `order_${'0'.repeat(26)}`
const someLine = `line_${'0'.repeat(26)}`
const line = (cart: unknown) => at(cart, 'lines.0.id') ?? someLine

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: -1, max: 9 }).map((quantity) => ({
    ...{ path: 'cart.add', input: ({ variantId }: Seen) => ({ variantId, quantity }) },
  })),
  fc.integer({ min: 0, max: 6 }).map((quantity) => ({
    ...{ path: 'cart.setQuantity', input: ({ cart }: Seen) => ({ lineId: line(cart), quantity }) },
  })),
  fc.constant({ path: 'cart.remove', input: ({ cart }: Seen) => ({ lineId: line(cart) }) }),
  fc.constant({ path: 'cart.clear', input: () => ({}) }),
  fc.constant({ path: 'cart.get', input: () => ({}) }),
  fc.constant({
    path: 'orders.checkout',
    input: ({ cart }: Seen) => ({
      ...{ address: anAddress, termsVersion: at(cart, 'termsVersion') ?? 'none' },
      quote: { hash: at(cart, 'quote.hash') ?? 'none', totalCents: at(cart, 'quote.totalCents') ?? 0 },
    }),
  }),
  fc.constantFrom('card_success', 'card_declined', 'nonsense').map((card) => ({
    ...{ path: 'orders.pay', input: ({ order }: Seen) => ({ id: order, card }) },
  })),
  fc.constant({ path: 'orders.cancel', input: ({ order }: Seen) => ({ id: order }) }),
  fc.constant({ path: 'orders.get', input: ({ order }: Seen) => ({ id: order }) }),
  fc.integer({ min: 0, max: 3 }).map((limit) => ({ path: 'orders.list', input: () => ({ limit }) })),
)

/** What a call came to: the data, or the code of its refusal. */
type Outcome = { data: unknown } | { code: string }
type Way = (server: TestServer, token: string, path: string, input: Record<string, unknown>) => Promise<Outcome>

const kindOf = (path: string) => routes.find(({ face, procedure }) => face === 'shop' && procedure === path)?.kind

const overRpc =
  (batch: boolean): Way =>
  async (server, token, path, input) => {
    const headers = { authorization: `Bearer ${token}` }
    const said = batch ? { 0: input } : input
    const query = `${batch ? 'batch=1&' : ''}input=${encodeURIComponent(JSON.stringify(said))}`
    const answer =
      kindOf(path) === 'query'
        ? await server.get(`/rpc/shop/${path}?${query}`, headers)
        : await server.post(`/rpc/shop/${path}${batch ? '?batch=1' : ''}`, said, headers)
    const body: unknown = await answer.json()
    const one = batch ? at(body, '0') : body
    const code = at(one, 'error.data.problem.code')
    return code === undefined ? { data: at(one, 'result.data') } : { code: textAt(one, 'error.data.problem.code') }
  }
const overRest: Way = async (server, token, path, input) => {
  const route = routes.find(({ face, procedure }) => face === 'shop' && procedure === path)
  if (route === undefined) throw new Error(`${path} has no way in over REST`)
  const answer = await send(server, callOf(route, input, token))
  const body: unknown = await answer.json()
  return answer.ok ? { data: body } : { code: textAt(body, 'code') }
}
const ways = { single: overRpc(false), batch: overRpc(true), rest: overRest }

// An id holds the order of changes in this process, and a quote's hash the ids of its lines; each stands by its first appearance.
function plain(value: unknown): string {
  const seen = new Map<string, string>()
  const named = (text: string) => seen.get(text) ?? seen.set(text, `id${seen.size}`).get(text) ?? text
  return JSON.stringify(value).replaceAll(/[a-z]+_[0-9a-hjkmnp-tv-z]{26}|(?<="hash":")[^"]+/g, named)
}

async function lived(way: Way, story: readonly Step[]) {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const { variantId } = await addProduct(shop, { slug: 'bol', stock: 12 })
  const alice = await shop.customer({ email: 'alice@email.test' })
  const login = { email: alice.email, password: 'correct horse', session: 'token' }
  const signedIn: unknown = await (await server.post('/rpc/shop/auth.login', login)).json()
  const token = textAt(signedIn, 'result.data.token')
  const seen: Seen = { variantId, cart: undefined, order: someOrder }
  const answers: Outcome[] = []
  for (const { path, input } of story) {
    const outcome = await way(server, token, path, input(seen))
    answers.push(outcome)
    if (path.startsWith('cart.') && 'data' in outcome) seen.cart = outcome.data
    if (path === 'orders.checkout' && 'data' in outcome) seen.order = textAt(outcome.data, 'order.id')
  }
  const digests = await digestOf(shop)
  const rows = Object.fromEntries(Object.entries(digests).map(([table, { rows: count }]) => [table, count]))
  const [variant] = await shop.db.read.select().from(shop.db.read.tables.variants)
  return { answers: plain(answers), rows, shelf: [variant?.onHand, variant?.allocated] }
}

// Three dozen shops are opened, lived in and closed, one after the other.
const patience = { timeout: 180_000 }

test(
  'a shopper’s story comes to the same over tRPC, in batches and over REST: the same answers, the same state',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 12 }), async (story) => {
        const single = await lived(ways.single, story)
        expect(await lived(ways.batch, story)).toEqual(single)
        expect(await lived(ways.rest, story)).toEqual(single)
      }),
      { seed: 20_261_122, numRuns: 12, endOnFailure: true },
    )
  },
)
