import type { Id } from '@comptoir/domain'
import { expect } from 'vitest'
import type { Place } from '../place.ts'
import { type RigServer, startServer } from '../server/start-server.ts'
import type { Tally } from '../tally.ts'
import { newKey, outcomeOf, visitor, withKey } from '../visitor.ts'
import { whileStalled } from './stall.ts'

/** Longer than an unpaid order keeps its pieces. */
const pastHoldMs = 61 * 60_000
/** Longer than the shop waits before it asks the gateway again about what was left unanswered. */
const unansweredMs = 21_000
/** Each is sold once: enough for every hook of a payment. */
const products = 24

const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

/** Someone who wants this one piece, and what paying for it comes to. */
async function buyer(url: string, variantId: Id<'variant'>, email: string) {
  const { shop } = visitor(url)
  const cart = await shop.cart.add.mutate({ variantId, quantity: 1 }, withKey(newKey()))
  const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
  const input = { email, address, quote, termsVersion: cart.termsVersion }
  const { order, accessToken } = await shop.orders.checkout.mutate(input, withKey(newKey()))
  const paying = { id: order.id as Id<'order'>, accessToken: accessToken ?? undefined, card: 'card_success' }
  return { pay: () => outcomeOf(shop.orders.pay.mutate(paying, withKey(newKey()))) }
}
const isPaid = (told: Awaited<ReturnType<Awaited<ReturnType<typeof buyer>>['pay']>>) =>
  'answer' in told && told.answer.outcome === 'paid'

/** The books are clean, the piece has one owner at most, and whoever was told that it is theirs has it. */
async function judged(server: RigServer, told: Readonly<Record<string, boolean>>): Promise<string[]> {
  const { breaches, orders, gateway } = await server.tell('books', null)
  expect(breaches).toEqual([])
  const paid = orders.filter(({ status }) => status === 'paid')
  const owners = paid.flatMap(({ email }) => (email in told ? [email] : []))
  expect(owners.length, 'owners of one piece').toBeLessThanOrEqual(1)
  for (const [email, was] of Object.entries(told)) if (was) expect(owners).toEqual([email])
  const kept = paid.reduce((sum, { totalCents }) => sum + totalCents, 0)
  expect(gateway.capturedCents - gateway.refundedCents, 'money that the gateway holds for us').toBe(kept)
  return owners
}

/** At every hook of a payment: it stands still there until its order's hold is over and another wants the piece. */
export async function holdOutlived(place: Place, counts: Tally): Promise<void> {
  await using first = await startServer({ databaseUrl: place.url, aheadMs: 0 })
  const { goods } = await first.tell('stock', { stock: Array.from({ length: products }, () => 1), customers: 0 })
  await using other = await startServer({ databaseUrl: place.url, aheadMs: 0, patient: true })
  const later = () => Promise.all([first, other].map((server) => server.tell('later', { ms: unansweredMs })))
  const [trial, ...pieces] = goods.map(({ variantId }) => variantId)
  if (trial === undefined) throw new Error('the shop is empty')
  const one = await buyer(first.url, trial, 'trial@email.test')
  await first.tell('hooks', null)
  expect(isPaid(await one.pay())).toBe(true)
  const hooks = (await first.tell('hooks', null)).filter(
    (name) => name.startsWith('orders.pay:') && !name.endsWith(' commits'),
  )
  for (const [i, hook] of hooks.entries()) {
    const piece = pieces[i]
    if (piece === undefined) throw new Error(`a payment has more hooks than there are products: ${hooks.length}`)
    const [early, late] = [`early-${i}@email.test`, `late-${i}@email.test`]
    const told = { [early]: false, [late]: false }
    const held = await buyer(first.url, piece, early)
    const stood = await whileStalled(
      ...([first, { hook, ms: pastHoldMs + unansweredMs }] as const),
      async () => void (told[early] = isPaid(await held.pay())),
      async () => {
        // What it gives up at the first turn it may sell at the second.
        for (const ms of [pastHoldMs, unansweredMs]) await other.tell('later', { ms })
        const rival = await outcomeOf(buyer(other.url, piece, late))
        if ('answer' in rival) told[late] = isPaid(await rival.answer.pay())
        else if ('lost' in rival) throw new Error(rival.lost)
      },
    )
    await later()
    const [owner] = await judged(other, told)
    // What another does in the background may spare a payment a hook.
    if (!stood) continue
    counts.add('stalls past a hold')
    counts.add(
      owner === early
        ? 'pieces of the one who stood still'
        : owner === late
          ? 'pieces of the other'
          : 'pieces of nobody',
    )
  }
}
