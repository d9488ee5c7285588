// What RULES 4.5 to 4.8 and 4.13 say, written anew and without a line of the shop's own decisions.
import type { Answer, Ask } from './asks.ts'
import type { Seen, SeenLine, SeenOrder } from './seen.ts'

const moves = [
  { name: 'validate', from: ['created'], to: 'validated' },
  { name: 'pay', from: ['created', 'validated'], to: 'paid' },
  { name: 'ship', from: ['paid'], to: 'shipped' },
  { name: 'deliver', from: ['shipped'], to: 'delivered' },
  { name: 'refund', from: ['paid', 'shipped', 'delivered'], to: 'refunded' },
  { name: 'cancel', from: ['created', 'validated', 'paid'], to: 'cancelled' },
  { name: 'expire', from: ['created', 'validated'], to: 'cancelled' },
]
type Move = (typeof moves)[number]
const delivery = { cents: 490, freeFromCents: 6000 }
const unsettled = new Set(['requested', 'confirming'])
const unpaid = ['created', 'validated']

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const dueFor = (lines: readonly SeenLine[]) => {
  const goods = sum(lines.map((line) => line.quantity * line.unitCents))
  return goods + (goods >= delivery.freeFromCents ? 0 : delivery.cents)
}
const textOf = (lines: readonly SeenLine[] = []) => {
  const texts = lines.map((one) => `${one.quantity} × ${one.variantId} at ${one.unitCents}`)
  return texts.toSorted((a, b) => (a < b ? -1 : 1)).join(', ')
}
const gapless = (papers: readonly { serial: number }[]) =>
  new Set(papers.map((one) => one.serial)).size === papers.length && papers.every((one) => one.serial <= papers.length)

/** With the look before it, and whether its effect has been seen. */
type KnownAsk = Ask & { at: number; done: boolean }
interface KnownOrder {
  status: string
  shipped: boolean
  lines: SeenLine[]
  totalCents: number
  payBefore: number
  log: { at: number; status: string; busy: boolean }[]
}
interface KnownGoods {
  slug: string
  onHand: number
  allocated: number
  unitCents: number
  log: { at: number; free: number; unitCents: number }[]
}

/** Is told what people ask, looks at what the database and the provider hold, and says what could not have come of it. */
export function referenceModel() {
  const asks = new Map<number, KnownAsk>()
  const orders = new Map<string, KnownOrder>()
  const goods = new Map<string, KnownGoods>()
  let [looks, looseAt, lockedAt, now] = [0, -1, -1, 0]
  let seen: Seen | undefined
  const found: string[] = []
  const wrong = (words: string) => void found.push(words)
  const taken = () => found.splice(0)
  const asked = (verb: string, fits: (ask: Ask) => boolean) =>
    [...asks.values()].some((ask) => ask.verb === verb && fits(ask))
  const askOf = (order: SeenOrder) => asks.get(Number(/^ask (\d+)$/.exec(order.name)?.[1] ?? -1))

  /** What the provider took for an order and gave back, attempt by attempt. */
  const moneyOf = (id: string) =>
    (seen?.payments ?? [])
      .filter((one) => one.orderId === id)
      .map(({ id: key }) => ({
        took: sum(
          (seen?.charges ?? []).filter((c) => c.key === key && c.state === 'captured').map((c) => c.amountCents),
        ),
        back: sum(
          (seen?.given ?? []).filter((g) => g.chargeKey === key && g.state === 'succeeded').map((g) => g.amountCents),
        ),
      }))

  /** Whether a step may have been taken, by what people asked and where the money is. */
  function mayHave(move: Move, id: string, order: KnownOrder, to: SeenOrder): boolean {
    const money = moneyOf(id)
    const onIt = (ask: Ask) => ask.orderId === id
    const gone = money.some(({ took, back }) => took === order.totalCents && back === took)
    if (move.name === 'expire') return to.expired && now >= order.payBefore
    if (move.name === 'pay')
      return money.some(({ took }) => took === order.totalCents) && (askOf(to)?.verb === 'place' || asked('pay', onIt))
    if (!asked(move.name, onIt)) return false
    return move.name === 'refund' ? gone : move.name !== 'cancel' || to.payment === 'unpaid' || gone
  }
  /** The steps from where an order was to where it is; undefined when no such way is allowed. */
  function wayTo(to: SeenOrder, order: KnownOrder, at = order.status, path: Move[] = []): Move[] | undefined {
    const took = (name: string) => path.some((move) => move.name === name)
    const paid = took('pay') || !unpaid.includes(order.status)
    const shipped = took('ship') || order.shipped
    if (at === to.status && paid === (to.payment !== 'unpaid') && shipped === (to.delivery !== 'none')) return path
    if (path.length === 4) return undefined
    for (const move of moves) {
      const way =
        move.from.includes(at) && mayHave(move, to.id, order, to) && wayTo(to, order, move.to, [...path, move])
      if (way) return way
    }
    return undefined
  }

  function shift(lines: readonly SeenLine[], onHand: number, allocated: number): void {
    for (const { variantId, quantity } of lines) {
      const known = goods.get(variantId)
      if (known === undefined) continue
      known.onHand += onHand * quantity
      known.allocated += allocated * quantity
    }
  }
  /** What a step does to the shelf. RULES 4.5, 4.6. */
  function take(move: Move, id: string, order: KnownOrder): void {
    if (move.name === 'cancel' || move.name === 'expire') shift(order.lines, 0, -1)
    if (move.name === 'ship') {
      shift(order.lines, -1, -1)
      order.shipped = true
    }
    if (move.name === 'refund') {
      const { restock = true } = seen?.refunds.find((one) => one.orderId === id && one.state === 'succeeded') ?? {}
      if (!asked('refund', (ask) => ask.orderId === id && ask.restock === restock))
        wrong(`${id}: nobody asked for a refund with restock ${restock}`)
      if (!order.shipped) shift(order.lines, restock ? 0 : -1, -1)
      else if (restock) shift(order.lines, 1, 0)
    }
    order.status = move.to
  }

  function meet(order: SeenOrder): KnownOrder {
    const { id, lines, totalCents, payBefore } = order
    const ask = askOf(order)
    if (ask?.verb !== 'checkout' && ask?.verb !== 'place') wrong(`${id}: nobody asked for it (${order.name})`)
    if (ask?.done) wrong(`${id}: a second order of ask ${ask.no}`)
    if (ask) ask.done = true
    if (textOf(lines) !== textOf(ask?.lines))
      wrong(`${id}: ${textOf(lines)} is not what was ordered, ${textOf(ask?.lines)}`)
    if (totalCents !== ask?.totalCents || totalCents !== dueFor(lines))
      wrong(`${id}: costs ${totalCents}, shown ${ask?.totalCents}, due ${dueFor(lines)}`)
    for (const { variantId, unitCents } of lines) {
      const known = goods.get(variantId)
      if (![known?.unitCents, known?.log.at(-1)?.unitCents].includes(unitCents))
        wrong(`${id}: sold ${variantId} at ${unitCents}, its price is ${known?.unitCents}`)
    }
    const known = { status: 'created', shipped: false, lines, totalCents, payBefore, log: [] }
    orders.set(id, known)
    shift(lines, 0, 1)
    return known
  }

  function judgeGoods({ variants, movements }: Seen): void {
    for (const { id, slug, unitCents } of variants) {
      const known = goods.get(id)
      if (known === undefined) {
        const ask = [...asks.values()].find((one) => one.verb === 'goods' && one.slug === slug)
        if (ask === undefined) wrong(`${slug}: nobody asked for this product`)
        goods.set(id, { slug, onHand: ask?.change ?? 0, allocated: 0, unitCents: ask?.unitCents ?? 0, log: [] })
      } else if (unitCents !== known.unitCents) {
        if (!asked('price', (ask) => ask.slug === slug && ask.unitCents === unitCents))
          wrong(`${slug}: nobody asked for the price ${unitCents}`)
        known.unitCents = unitCents
      }
    }
    for (const { reason, variantId, quantity } of movements) {
      const ask = asks.get(Number(reason.slice(4)))
      const known = goods.get(variantId)
      if (ask?.done) continue
      const fits = ask?.verb === 'adjust' && ask.variantId === variantId && ask.change === quantity
      if (!fits || known === undefined) wrong(`${variantId}: nobody asked for ${quantity}`)
      else {
        known.onHand += quantity
        ask.done = true
      }
    }
    if (new Set(movements.map(({ reason }) => reason)).size < movements.length)
      wrong('one ask corrected the shelf twice')
  }

  function judgeShelf({ variants }: Seen): void {
    for (const { id, slug, onHand, allocated } of variants) {
      const known = goods.get(id)
      if (known === undefined) continue
      const [free, last] = [onHand - allocated, known.log.at(-1)]
      if (last?.free !== free || last.unitCents !== known.unitCents)
        known.log.push({ at: looks, free, unitCents: known.unitCents })
      if (onHand !== known.onHand || allocated !== known.allocated)
        wrong(`${slug}: ${onHand} there, ${allocated} sold; should be ${known.onHand} and ${known.allocated}`)
      if (allocated < 0 || free < 0) wrong(`${slug}: more was sold than there is (${onHand} there, ${allocated} sold)`)
    }
  }

  function judgeOrder(one: SeenOrder, { payments, refunds, invoices, creditNotes }: Seen): void {
    const { id } = one
    const order = orders.get(id) ?? meet(one)
    const path = one.status === order.status ? [] : wayTo(one, order)
    if (path === undefined)
      wrong(`${id}: cannot be ${one.status} (${one.payment}, ${one.delivery}) after ${order.status}`)
    for (const move of path ?? []) take(move, id, order)
    order.status = one.status
    const mine = payments.filter((payment) => payment.orderId === id)
    const flying = mine.some(({ state }) => unsettled.has(state))
    if (one.expired && flying) wrong(`${id}: expired while a payment of it was on its way`)
    const busy = flying || refunds.some((r) => r.orderId === id && r.state === 'pending')
    const last = order.log.at(-1)
    if (last?.status !== one.status || last.busy !== busy) order.log.push({ at: looks, status: one.status, busy })

    const held = sum(moneyOf(id).map(({ took, back }) => took - back))
    const due = one.payment === 'paid' ? order.totalCents : 0
    if (held > order.totalCents) wrong(`${id}: ${held} was taken for ${order.totalCents}`)
    if (mine.filter((payment) => payment.state === 'captured').length > 1) wrong(`${id}: paid twice`)
    if (!busy && held !== due) wrong(`${id}: the provider holds ${held} for an order that is ${one.status}, not ${due}`)
    const papers = (of: Seen['invoices']) =>
      of
        .filter((paper) => paper.orderId === id)
        .map((paper) => Math.abs(paper.totalCents))
        .join()
    const wanted = (so: boolean) => (so ? String(order.totalCents) : '')
    if (papers(invoices) !== wanted(one.payment !== 'unpaid'))
      wrong(`${id}: ${one.payment}, invoiced ${papers(invoices)}`)
    if (papers(creditNotes) !== wanted(one.payment === 'refunded'))
      wrong(`${id}: ${one.payment}, credited ${papers(creditNotes)}`)
  }

  /** Whether a refusal says something that was so while the call was under way. */
  function hadReason(ask: KnownAsk, code: string): boolean {
    const during = <T extends { at: number }>(log: readonly T[] = []) =>
      log.filter((_, i) => (log[i + 1]?.at ?? Infinity) > ask.at)
    const order = orders.get(ask.orderId ?? '')
    const was = (fits: (step: { status: string; busy: boolean }) => boolean) => during(order?.log).some(fits)
    const move = moves.find(({ name }) => name === (ask.verb === 'confirm' ? 'pay' : ask.verb))
    const some = (fits: (at: KnownGoods['log'][number], line: SeenLine) => boolean) =>
      ask.shared?.() ||
      (ask.lines ?? []).some((line) => during(goods.get(line.variantId)?.log).some((at) => fits(at, line)))
    const reasons: Record<string, () => boolean | undefined> = {
      order_step_refused: () => was(({ status }) => !move?.from.includes(status)),
      order_not_paid: () => was(({ status }) => unpaid.includes(status)),
      order_already_shipped: () => was(({ status }) => ['shipped', 'delivered'].includes(status)),
      order_expired: () => order && now >= order.payBefore,
      payment_in_progress: () => was(({ busy }) => busy),
      refund_in_progress: () => was(({ busy }) => busy),
      refund_failed: () => seen?.refunds.some((one) => one.orderId === ask.orderId && one.state === 'failed'),
      payment_not_found: () => ask.verb === 'confirm',
      cart_empty: () => ask.verb === 'checkout' && (ask.shared?.() ?? false),
      cart_not_orderable: () => some((at, line) => at.free < line.quantity),
      out_of_stock: () => some((at, line) => at.free < line.quantity),
      quote_changed: () => some((at, line) => at.unitCents !== line.unitCents),
      stock_too_low: () => during(goods.get(ask.variantId ?? '')?.log).some((at) => at.free + (ask.change ?? 0) < 0),
      product_changed: () => ask.verb === 'price',
      shop_busy: () => lockedAt >= ask.at,
    }
    return reasons[code]?.() ?? false
  }

  return {
    goods: goods as ReadonlyMap<string, Readonly<KnownGoods>>,
    /** Hears what somebody asks; the same ask again is a repeat, which may have no further effect. */
    ask: (ask: Ask) => void asks.set(ask.no, { ...ask, at: looks, done: asks.get(ask.no)?.done ?? false }),
    /** Several commits may come before the next look: what a refusal rests on cannot be known. */
    loosen: () => void (looseAt = looks + 1),
    /** Another process holds the database now: whoever writes may be told so. */
    locked: () => void (lockedAt = looks),
    /** Looks; answers in words what could not have come of what was asked. */
    judge(of: Seen, at: number): string[] {
      looks++
      now = at
      seen = of
      judgeGoods(of)
      for (const order of of.orders) judgeOrder(order, of)
      judgeShelf(of)
      if (!gapless(of.invoices) || !gapless(of.creditNotes)) wrong('a number of the series is missing')
      return taken()
    },
    /** Hears what was answered: a promise must be seen to be kept. */
    answered(no: number, { orderId, outcome }: Answer): string[] {
      const { verb = '', orderId: known = '' } = asks.get(no) ?? {}
      const id = orderId ?? known
      const order = orders.get(id)
      const kept: Record<string, string[]> = {
        ship: ['shipped', 'delivered', 'refunded'],
        deliver: ['delivered', 'refunded'],
        ...(!order?.log.at(-1)?.busy && { cancel: ['cancelled'], refund: ['refunded'] }),
        ...(outcome === 'paid' && { pay: moves.map(({ to }) => to).filter((to) => to !== 'validated') }),
      }
      if ((verb === 'checkout' || verb === 'place') && order === undefined)
        wrong(`${id}: was promised and is not there`)
      if (kept[verb] && !kept[verb].includes(order?.status ?? ''))
        wrong(`${id}: ${verb} was promised, it is ${order?.status}`)
      return taken()
    },
    /** Hears that an ask was refused: it must have had a reason, and leaves nothing behind unless it is on its way again. */
    refused(no: number, code: string, again: boolean): string[] {
      const ask = asks.get(no)
      if (ask === undefined || code === 'still_working') return []
      if ((looseAt < ask.at || code === 'shop_busy') && !hadReason(ask, code))
        wrong(`ask ${no}: ${ask.verb} of ${ask.orderId ?? textOf(ask.lines)} was refused with ${code} without a reason`)
      // After these the ask may still have its effect.
      const open = ask.verb === 'pay' || ask.verb === 'confirm' || code === 'refund_failed' || code === 'shop_busy'
      if (!open && !ask.done && !again) asks.delete(no)
      return taken()
    },
  }
}
export type ReferenceModel = ReturnType<typeof referenceModel>
