import type { Calls } from './visitor.ts'
import type { Deed, Play } from './play.ts'
import type { SeenLine } from './seen.ts'
import type { Bag } from './visitor.ts'

type CartView = Awaited<ReturnType<Calls['shop']['cart']['get']>>
type OrderId = `order_${string}`
type PaymentId = `payment_${string}`

/** A shopper with what they saw last, the orders they know of, and second steps that wait for them. */
export interface Shopper {
  bag: Bag
  cart: CartView | null
  /** How many calls on the cart were made, how many are under way in this life of the shop, and which of them showed it last. */
  touches: number
  open: number
  life: Calls['life'] | null
  seenAt: number
  orders: OrderId[]
  steps: { id: OrderId; paymentId: PaymentId }[]
}
export const newShopper = (bag: Bag): Shopper => ({
  ...{ bag, cart: null, touches: 0, open: 0, life: null, seenAt: 0, orders: [], steps: [] },
})

const cards = [
  'card_success',
  'card_success',
  'card_success',
  'card_declined',
  'card_second_step',
  'card_second_step',
  'card_timeout',
]
const addressOf = (no: number) => ({ name: `ask ${no}`, line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' })
const termsVersion = '2026-11'
/** What delivery costs, as the page says. */
const delivery = (goods: number) => (goods >= 6000 ? 0 : 490)

interface Paid {
  outcome: string
  paymentId: string | null
  order: { id: string; status: string }
}

/** Everything that shoppers do. */
export function shopperDeeds(play: Play, self: Shopper): Deed[] {
  const who = self.bag
  const card = () => play.pick(cards) ?? 'card_success'
  const email = who.user === null ? { email: 'someone@email.test' } : {}
  const someGoods = () => play.pick([...play.model.goods])
  const someOrder = () => play.pick(self.orders.slice(-6))

  /** Calls on the cart count, repeats too: what was seen before the last of them may be old. */
  const touching =
    <T>(run: (calls: Calls) => Promise<T>) =>
    (calls: Calls) => {
      // Calls to a process that has died never end.
      if (self.life !== calls.life) Object.assign(self, { life: calls.life, open: 0 })
      self.touches++
      self.open++
      return run(calls).finally(() => {
        if (self.life === calls.life) self.open--
      })
    }
  async function touch(verb: string, run: (calls: Calls) => Promise<CartView>): Promise<void> {
    const mine = self.touches + 1
    let alone = false
    const look = touching((calls) => {
      alone = self.open === 1
      return run(calls)
    })
    const view = await play.call({ verb, who, run: look, keyed: play.random() < 0.5 })
    if (view === undefined) return
    self.cart = view
    // Of two calls at once nobody knows which came first: what either shows may be old.
    self.seenAt = alone ? mine : 0
  }
  const lineId = () => play.pick(self.cart?.lines ?? [])?.id as `line_${string}` | undefined

  /** Remembers an order that was answered, with what opens it. */
  const know = ({ id }: { id: string }, accessToken: string | null) => {
    if (accessToken !== null) who.orderTokens.set(id, accessToken)
    if (!self.orders.includes(id as OrderId)) self.orders.push(id as OrderId)
  }
  const learnPaid = ({ outcome, paymentId, order: { id, status } }: Paid) => {
    if (outcome === 'action_required' && paymentId !== null)
      self.steps.push({ id: id as OrderId, paymentId: paymentId as PaymentId })
    return { orderId: id, status, outcome, paymentId }
  }

  async function checkout(): Promise<void> {
    const cart = self.cart
    if (cart === null || cart.quote.lines.length === 0) return touch('cart.get', (calls) => calls.shop.cart.get())
    const lines: SeenLine[] = cart.quote.lines.map(({ id, quantity, unitCents }) => ({
      variantId: id,
      quantity,
      unitCents,
    }))
    const { hash, totalCents } = cart.quote
    const mine = self.touches + 1
    const old = self.touches !== self.seenAt || cart.lines.some((line) => !line.counted)
    // Another call of the same person may reach the cart while this one is on its way.
    const shared = () => old || self.touches > mine
    const no = play.askNo()
    const cartId = play.random() < 0.5 && cart.id !== null ? { cartId: cart.id as `cart_${string}` } : {}
    const input = { ...email, ...cartId, address: addressOf(no), quote: { hash, totalCents }, termsVersion }
    const run = touching((calls) => calls.shop.orders.checkout(input))
    await play.call({
      ...{ verb: 'orders.checkout', who, keyed: play.random() < 0.8 },
      ask: { no, verb: 'checkout', lines, totalCents, shared },
      run,
      learn({ order, accessToken }) {
        know(order, accessToken)
        return { orderId: order.id, status: order.status }
      },
    })
    self.cart = null
  }

  async function place(): Promise<void> {
    const lines: SeenLine[] = []
    for (let i = play.whole(1, 2); i > 0; i--) {
      const [variantId, known] = someGoods() ?? []
      if (variantId === undefined || known === undefined || lines.some((line) => line.variantId === variantId)) continue
      lines.push({ variantId, quantity: play.whole(1, 3), unitCents: known.unitCents })
    }
    const goods = lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0)
    const totalCents = goods + delivery(goods)
    if (lines.length === 0) return
    const no = play.askNo()
    const wanted = lines.map(({ variantId, quantity }) => ({ variantId: variantId as `variant_${string}`, quantity }))
    const input = {
      lines: wanted,
      ...email,
      address: addressOf(no),
      expectedTotalCents: totalCents,
      termsVersion,
      card: card(),
    }
    await play.call({
      ...{ verb: 'orders.place', who, keyed: true },
      ask: { no, verb: 'place', lines, totalCents },
      run: (calls) => calls.shop.orders.place(input),
      learn(answer) {
        know(answer.order, answer.accessToken)
        return learnPaid(answer)
      },
    })
  }

  async function pay(): Promise<void> {
    const id = someOrder()
    if (id === undefined) return
    const input = { id, card: card() }
    await play.call({
      ...{ verb: 'orders.pay', who, keyed: play.random() < 0.7 },
      ask: { verb: 'pay', orderId: id },
      run: (calls) => calls.shop.orders.pay(input),
      learn: learnPaid,
    })
  }
  async function confirm(): Promise<void> {
    const step = play.pick(self.steps)
    if (step === undefined) return
    if (play.random() < 0.7) self.steps = self.steps.filter((one) => one !== step)
    const input = { ...step, card: 'card_second_step', confirmation: play.random() < 0.75 ? '1234' : '0000' }
    await play.call({
      ...{ verb: 'orders.confirm', who, keyed: play.random() < 0.7 },
      ask: { verb: 'confirm', orderId: step.id },
      run: (calls) => calls.shop.orders.pay(input),
      learn: learnPaid,
    })
  }
  async function cancel(): Promise<void> {
    const id = someOrder()
    if (id === undefined) return
    await play.call({
      ...{ verb: 'orders.cancel', who, keyed: play.random() < 0.7 },
      ask: { verb: 'cancel', orderId: id },
      run: (calls) => calls.shop.orders.cancel({ id }),
      learn: ({ status }) => ({ orderId: id, status }),
    })
  }
  async function look(): Promise<void> {
    const id = someOrder()
    if (id !== undefined) await play.call({ verb: 'orders.get', who, run: (calls) => calls.shop.orders.get({ id }) })
  }

  return [
    [
      9,
      'cart.add',
      async () => {
        const [variantId] = someGoods() ?? []
        if (variantId === undefined) return
        const input = { variantId: variantId as `variant_${string}`, quantity: play.whole(1, 3) }
        await touch('cart.add', (calls) => calls.shop.cart.add(input))
      },
    ],
    [
      2,
      'cart.setQuantity',
      async () => {
        const line = lineId()
        const quantity = play.whole(0, 4)
        if (line !== undefined)
          await touch('cart.setQuantity', (calls) => calls.shop.cart.setQuantity({ lineId: line, quantity }))
      },
    ],
    [
      1,
      'cart.remove',
      async () => {
        const line = lineId()
        if (line !== undefined) await touch('cart.remove', (calls) => calls.shop.cart.remove({ lineId: line }))
      },
    ],
    [0.5, 'cart.clear', () => touch('cart.clear', (calls) => calls.shop.cart.clear())],
    [2, 'cart.get', () => touch('cart.get', (calls) => calls.shop.cart.get())],
    [8, 'orders.checkout', checkout],
    [4, 'orders.place', place],
    [9, 'orders.pay', pay],
    [self.steps.length > 0 ? 6 : 0, 'orders.confirm', confirm],
    [3, 'orders.cancel', cancel],
    [2, 'orders.get', look],
  ]
}
