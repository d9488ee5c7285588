import type { Id } from '@comptoir/domain'
import { moneyIsBack, ordered, paid, placed, type Step, type Story, story, type Telling } from './story.ts'

/** How an order ends: its status, and what the gateway must have moved for it. */
export interface End {
  status: string
  captured: boolean
  refunded: boolean
}
type Plot = (step: Step, at: Telling, of: { email: string; pieces: number }) => Promise<unknown>

const kept = { status: 'paid', captured: true, refunded: false }

/** Every way of an order through checkout, pay, cancel, refund and ship, with the end that it must have whatever happens on the way. */
export const plots: Record<string, { end: End; plot: Plot }> = {
  paid: { end: kept, plot: async (step, at, of) => paid(step, at, await ordered(step, at, of)) },
  'paid at the second try': {
    end: kept,
    plot: async (step, at, of) => paid(step, at, await ordered(step, at, of), ['card_declined']),
  },
  'paid without an answer': {
    end: kept,
    plot: async (step, at, of) => paid(step, at, await ordered(step, at, of), ['card_timeout']),
  },
  'paid in two steps': {
    end: kept,
    plot: async (step, at, of) => paid(step, at, await ordered(step, at, of), ['card_second_step', 'confirm']),
  },
  'paid with another card': {
    end: kept,
    plot: async (step, at, of) => {
      await paid(step, at, await ordered(step, at, of), ['card_second_step', 'card_success'])
      await at.later()
    },
  },
  'placed in one request': {
    end: kept,
    async plot(step, at, of) {
      const { outcome, order, accessToken } = await placed(step, at, of)
      if (outcome !== 'paid')
        await paid(step, at, { id: order.id as Id<'order'>, accessToken: accessToken ?? undefined })
    },
  },
  cancelled: {
    end: { status: 'cancelled', captured: false, refunded: false },
    async plot(step, at, of) {
      const order = await ordered(step, at, of)
      await step('orders.cancel', ({ shop }, key) => shop.orders.cancel.mutate(order, { context: { key } }))
    },
  },
  'paid and cancelled': {
    end: { status: 'cancelled', captured: true, refunded: true },
    async plot(step, at, of) {
      const order = await ordered(step, at, of)
      await paid(step, at, order)
      await step(
        'orders.cancel',
        ({ shop }, key) => shop.orders.cancel.mutate(order, { context: { key } }),
        moneyIsBack,
      )
    },
  },
  shipped: {
    end: { status: 'shipped', captured: true, refunded: false },
    async plot(step, at, of) {
      const order = await ordered(step, at, of)
      await paid(step, at, order)
      await step('ship', ({ admin }, key) => admin.orders.ship.mutate({ id: order.id }, { context: { key } }))
    },
  },
  refunded: {
    end: { status: 'refunded', captured: true, refunded: true },
    async plot(step, at, of) {
      const order = await ordered(step, at, of)
      await paid(step, at, order)
      await step(
        'refund',
        ({ admin }, key) => admin.orders.refund.mutate({ id: order.id }, { context: { key } }),
        moneyIsBack,
      )
    },
  },
}
export const kinds = Object.keys(plots)

let told = 0
/** A new story of this kind. */
export function newStory(kind: string): Story {
  const known = plots[kind]
  if (known === undefined) throw new Error(`no plot is called ${kind}`)
  const email = `shopper-${++told}@email.test`
  const pieces = 1 + (told % 3)
  return story(kind, email, (step, at) => known.plot(step, at, { email, pieces }))
}
