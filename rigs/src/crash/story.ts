import type { Id } from '@comptoir/domain'
import { expect } from 'vitest'
import type { RigServer } from '../server/start-server.ts'
import type { Stocked } from '../server/stock-the-shop.ts'
import { newKey, outcomeOf, type Visitor, visitor, withKey } from '../visitor.ts'

/** The server went away in the middle: the story is told on after its restart. */
const interrupted = Symbol('interrupted')
export const isInterruption = (error: unknown): boolean => error instanceof Error && error.cause === interrupted
const interruption = (words: string) => new Error(words, { cause: interrupted })

/**
 * Asks once and notes the answer; told again, it gives the noted answer, and asks with the same key what was never answered, or what
 * was answered with something that `over` calls unfinished.
 */
export type Step = <T>(
  name: string,
  ask: (visit: Visitor, key: string) => Promise<T>,
  over?: (answer: T) => boolean,
) => Promise<T>

/** Refusals that say themselves that the same key will tell what became of the call. */
const askAgain = new Set(['still_working', 'outcome_unknown'])
/** Each of them comes after the shop has asked the gateway again about what it does not know. */
const mostTries = 8

interface Told {
  key: string
  ask: (visit: Visitor, key: string) => Promise<unknown>
  answer?: unknown
  answered: boolean
}

export interface Telling {
  server: Pick<RigServer, 'url'>
  stocked: Stocked
  /** Hears that a call was told that nobody knows what became of it. */
  unknown(): void
  /** Lets the shop's clock pass the time after which unanswered money is asked about. */
  later(): Promise<unknown>
}

/** One shopper's order from its first call to its last, over as many lives of the server as it takes. */
export interface Story {
  kind: string
  email: string
  /** Tells it to its end; throws an interruption when the server goes away. */
  tell(at: Telling): Promise<unknown>
  /** Asks again everything that was answered, with the same keys: the same answers must come. Answers how many. */
  repeat(at: Telling): Promise<number>
  /** Whether this step was answered by now. */
  answered(step: string): boolean
}

const isPending = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'outcome' in answer && answer.outcome === 'pending'

const callerOf = ({ server, stocked }: Telling, name: string, cart: string | null) =>
  visitor(server.url, /ship|refund/.test(name) ? { bearer: stocked.admin.token } : { cart })

export function story(kind: string, email: string, plot: (step: Step, at: Telling) => Promise<unknown>): Story {
  const told = new Map<string, Told>()
  let cart: string | null = null

  const step =
    (at: Telling): Step =>
    async (name, ask, over = () => true) => {
      const known = told.get(name) ?? { key: newKey(), ask, answered: false }
      told.set(name, known)
      // Noted under the same name by the same plot: its answer has the type of this question.
      if (known.answered) return known.answer as Awaited<ReturnType<typeof ask>>
      for (let tries = 1; ; tries++) {
        const visit = callerOf(at, name, cart)
        const outcome = await outcomeOf(ask(visit, known.key))
        cart = visit.cart ?? cart
        if ('lost' in outcome) throw interruption(outcome.lost)
        if ('answer' in outcome && over(outcome.answer)) {
          told.set(name, { ...known, answer: outcome.answer, answered: true })
          return outcome.answer
        }
        const words = 'refused' in outcome ? outcome.refused : `answered ${JSON.stringify(outcome.answer)}`
        const unfinished = 'answer' in outcome || askAgain.has(outcome.refused)
        if (!unfinished || tries === mostTries) throw new Error(`${kind}, ${name}: ${words}`)
        if (words === 'outcome_unknown') at.unknown()
        await at.later()
      }
    }

  return {
    ...{ kind, email },
    answered: (name) => told.get(name)?.answered ?? false,
    tell: (at) => plot(step(at), at),
    async repeat(at) {
      let count = 0
      for (const [name, { key, ask, answer, answered }] of told) {
        if (!answered) continue
        const again = await outcomeOf(ask(callerOf(at, name, cart), key))
        if ('lost' in again) throw interruption(again.lost)
        // What was not known then may be known by now; every other answer stands for ever.
        if (isPending(answer)) expect(again, `${kind}: ${name} asked again`).toHaveProperty('answer')
        else expect(again, `${kind}: ${name} asked again with the same key`).toEqual({ answer })
        count++
      }
      return count
    },
  }
}

const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

/** Fills a cart and orders it. */
export async function ordered(step: Step, { stocked }: Telling, { email, pieces }: { email: string; pieces: number }) {
  const good = stocked.goods[pieces % stocked.goods.length]
  if (good === undefined) throw new Error('the shop is empty')
  const cart = await step('cart.add', ({ shop }, key) =>
    shop.cart.add.mutate({ variantId: good.variantId, quantity: pieces }, withKey(key)),
  )
  const { order, accessToken } = await step('orders.checkout', ({ shop }, key) =>
    shop.orders.checkout.mutate(
      {
        ...{ email, address, quote: { hash: cart.quote.hash, totalCents: cart.quote.totalCents } },
        termsVersion: cart.termsVersion,
      },
      withKey(key),
    ),
  )
  return { id: order.id as Id<'order'>, accessToken: accessToken ?? undefined }
}
type Placed = Awaited<ReturnType<typeof ordered>>

/**
 * Whether the money has gone back, when it must. A gateway that did not answer leaves the order as it was, with a refund that is
 * pending: the shop asks again by itself, and the same key then tells the end (RULES 4.5, F-04).
 */
export const moneyIsBack = (order: { payment: string }): boolean => order.payment !== 'paid'

/** Orders in one request; the price is what the shop asks for one piece. */
export const placed = (step: Step, { stocked }: Telling, { email }: { email: string }) =>
  step('orders.place', async ({ shop }, key) => {
    const good = stocked.goods[0]
    if (good === undefined) throw new Error('the shop is empty')
    const input = { email, address, termsVersion: stocked.termsVersion, card: 'card_success' }
    const lines = [{ variantId: good.variantId, quantity: 1 }]
    return shop.orders.place.mutate({ ...input, lines, expectedTotalCents: stocked.onePieceCents }, withKey(key))
  })

/** What fails a shopper in a rig fails by chance, one commit in five: so many times in a row it does not. An order takes 30. */
const mostAttempts = 20

/**
 * Pays until the order is paid. An attempt that a crash left without an answer may have been given up: then another is made, as a
 * shopper would.
 */
export async function paid(step: Step, at: Telling, order: Placed, cards: readonly string[] = []): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const asked = cards[attempt] ?? 'confirm'
    const card = asked === 'confirm' ? 'card_success' : asked
    let { outcome, paymentId } = await step(`orders.pay ${attempt}`, ({ shop }, key) =>
      shop.orders.pay.mutate({ ...order, card }, withKey(key)),
    )
    if (outcome === 'action_required' && cards[attempt + 1] === 'confirm')
      ({ outcome, paymentId } = await step(`orders.pay ${attempt}, second step`, ({ shop }, key) =>
        shop.orders.pay.mutate(
          { ...order, card, paymentId: paymentId as Id<'payment'>, confirmation: '1234' },
          withKey(key),
        ),
      ))
    if (outcome === 'paid') return
    if (outcome === 'pending') await at.later()
  }
  throw new Error('the order could not be paid')
}
