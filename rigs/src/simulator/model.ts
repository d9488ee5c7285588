// The reference model: what RULES 4.5 to 4.8 and 4.13 say, written anew and without a line of the shop's own decisions. It is told what
// people ask, looks at what the database and the provider hold, and says what could not have come of it.
import type { Seen, SeenLine, SeenOrder } from './seen.ts'

/** Something that somebody asks of the shop. */
export interface Ask {
  no: number
  verb:
    | 'checkout'
    | 'place'
    | 'pay'
    | 'confirm'
    | 'cancel'
    | 'validate'
    | 'ship'
    | 'deliver'
    | 'refund'
    | 'adjust'
    | 'price'
    | 'goods'
  orderId?: string
  /** What the shopper saw and orders. */
  lines?: SeenLine[]
  totalCents?: number
  /** When the shopper looked at it, in looks of the model; and whether somebody else has hands on the same cart. */
  sawAt?: number
  shared?: boolean
  restock?: boolean
  /** Stock and prices. */
  variantId?: string
  slug?: string
  change?: number
  unitCents?: number
}
export interface Answer {
  orderId?: string | undefined
  status?: string | undefined
  outcome?: string | undefined
  paymentId?: string | null | undefined
}

type Move = { name: string; from: string[]; to: string }
const moves: Move[] = [
  { name: 'validate', from: ['created'], to: 'validated' },
  { name: 'pay', from: ['created', 'validated'], to: 'paid' },
  { name: 'ship', from: ['paid'], to: 'shipped' },
  { name: 'deliver', from: ['shipped'], to: 'delivered' },
  { name: 'refund', from: ['paid', 'shipped', 'delivered'], to: 'refunded' },
  { name: 'cancel', from: ['created', 'validated', 'paid'], to: 'cancelled' },
  { name: 'expire', from: ['created', 'validated'], to: 'cancelled' },
]
const delivery = { cents: 490, freeFromCents: 6000 }
const notFinal = new Set(['shop_busy', 'still_working'])
const unsettled = new Set(['requested', 'confirming'])
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const total = (lines: readonly SeenLine[]) => {
  const goods = sum(lines.map((line) => line.quantity * line.unitCents))
  return goods + (goods >= delivery.freeFromCents ? 0 : delivery.cents)
}
const same = (a: readonly SeenLine[], b: readonly SeenLine[]) => {
  const text = (lines: readonly SeenLine[]) =>
    lines
      .map((l) => `${l.variantId} ${l.quantity} ${l.unitCents}`)
      .toSorted()
      .join()
  return text(a) === text(b)
}

interface KnownOrder {
  status: string
  shipped: boolean
  lines: SeenLine[]
  totalCents: number
  payBefore: number
  log: { at: number; status: string; busy: boolean }[]
}
interface KnownVariant {
  slug: string
  onHand: number
  allocated: number
  unitCents: number
  log: { at: number; free: number; unitCents: number }[]
}

export function referenceModel() {
  const asks = new Map<number, Ask & { at: number; moved?: boolean }>()
  const orders = new Map<string, KnownOrder>()
  const variants = new Map<string, KnownVariant>()
  let look = 0
  let looseAt = -1
  let now = 0
  let seen: Seen | undefined
  let found: string[] = []
  const wrong = (words: string) => void found.push(words)
  const asked = (verb: string, fits: (ask: Ask) => boolean) =>
    [...asks.values()].find((ask) => ask.verb === verb && fits(ask))

  const chargesOf = (id: string) =>
    (seen?.payments ?? [])
      .filter((one) => one.orderId === id)
      .map(({ id: key, amountCents }) => ({
        ours: amountCents,
        theirs: sum(
          (seen?.charges ?? []).filter((c) => c.key === key && c.state === 'captured').map((c) => c.amountCents),
        ),
        back: sum(
          (seen?.given ?? []).filter((g) => g.chargeKey === key && g.state === 'succeeded').map((g) => g.amountCents),
        ),
      }))

  /** Whether a step may have happened, by what people asked and where the money is. */
  function possible(move: Move, id: string, order: KnownOrder, now_: SeenOrder): boolean {
    const money = chargesOf(id)
    if (move.name === 'expire') return now_.expired && now >= order.payBefore
    if (move.name === 'pay')
      return (
        money.some(({ theirs }) => theirs === order.totalCents) &&
        !!asked('pay', (a) => a.orderId === id || a.no === askOf(now_))
      )
    if (!asked(move.name, (a) => a.orderId === id)) return false
    const whole = money.some(({ theirs, back }) => theirs === order.totalCents && back === theirs)
    return move.name === 'refund' ? whole : move.name !== 'cancel' || now_.payment === 'unpaid' || whole
  }
  /** The steps from where an order was to where it is; undefined when there is no such way. */
  function way(from: string, id: string, order: KnownOrder, to: SeenOrder): Move[] | undefined {
    const fits = (path: Move[]) =>
      (to.payment === 'unpaid' || order.status !== from || path.some((m) => m.name === 'pay') || paidAlready(order)) &&
      (to.delivery !== 'none') === (order.shipped || path.some((m) => m.name === 'ship'))
    const search = (at: string, path: Move[]): Move[] | undefined => {
      if (at === to.status && fits(path)) return path
      if (path.length === 4) return undefined
      for (const move of moves)
        if (move.from.includes(at) && possible(move, id, order, to)) {
          const rest = search(move.to, [...path, move])
          if (rest !== undefined) return rest
        }
      return undefined
    }
    return search(from, [])
  }
  const paidAlready = (order: KnownOrder) => !['created', 'validated'].includes(order.status)
  const askOf = (order: SeenOrder) => Number(/^ask (\d+)$/.exec(order.name)?.[1] ?? -1)

  function shift(lines: readonly SeenLine[], onHand: number, allocated: number): void {
    for (const { variantId, quantity } of lines) {
      const variant = variants.get(variantId)
      if (variant === undefined) continue
      variant.onHand += onHand * quantity
      variant.allocated += allocated * quantity
    }
  }
  function apply(move: Move, id: string, order: KnownOrder): void {
    if (move.name === 'cancel' || move.name === 'expire') shift(order.lines, 0, -1)
    if (move.name === 'ship') {
      shift(order.lines, -1, -1)
      order.shipped = true
    }
    if (move.name === 'refund') {
      const refund = seen?.refunds.find((one) => one.orderId === id && one.state === 'succeeded')
      const { restock = true } = refund ?? {}
      if (!asked('refund', (a) => a.orderId === id && a.restock === restock))
        wrong(`${id}: nobody asked for a refund with restock ${restock}`)
      if (order.shipped && restock) shift(order.lines, 1, 0)
      if (!order.shipped) shift(order.lines, restock ? 0 : -1, -1)
    }
    order.status = move.to
  }

  function meet(order: SeenOrder): void {
    const { id, lines, totalCents, payBefore } = order
    const ask = asks.get(askOf(order))
    if (ask === undefined || (ask.verb !== 'checkout' && ask.verb !== 'place'))
      return wrong(`${id}: nobody asked for it (${order.name})`)
    if (ask.moved) wrong(`${id}: a second order of ask ${ask.no}`)
    ask.moved = true
    if (!same(lines, ask.lines ?? []))
      wrong(`${id}: ${JSON.stringify(lines)} is not what was ordered, ${JSON.stringify(ask.lines)}`)
    if (totalCents !== ask.totalCents || totalCents !== total(lines))
      wrong(`${id}: costs ${totalCents}, shown ${ask.totalCents}, due ${total(lines)}`)
    for (const { variantId, unitCents } of lines) {
      const variant = variants.get(variantId)
      const prices = [variant?.unitCents, variant?.log.at(-2)?.unitCents]
      if (!prices.includes(unitCents))
        wrong(`${id}: sold ${variantId} at ${unitCents}, its price is ${variant?.unitCents}`)
    }
    const known: KnownOrder = { status: 'created', shipped: false, lines, totalCents, payBefore, log: [] }
    orders.set(id, known)
    shift(lines, 0, 1)
  }

  function judgeGoods({ variants: shelf, movements }: Seen): void {
    for (const one of shelf) {
      const known = variants.get(one.id)
      if (known === undefined) {
        const ask = asked('goods', (a) => a.slug === one.slug)
        if (ask === undefined) wrong(`${one.slug}: nobody asked for this product`)
        const { change: onHand = 0, unitCents = 0 } = ask ?? {}
        variants.set(one.id, { slug: one.slug, onHand, allocated: 0, unitCents, log: [] })
      } else if (one.unitCents !== known.unitCents) {
        if (!asked('price', (a) => a.slug === one.slug && a.unitCents === one.unitCents))
          wrong(`${one.slug}: nobody asked for the price ${one.unitCents}`)
        known.unitCents = one.unitCents
      }
    }
    for (const { reason, variantId, quantity } of movements) {
      const ask = asks.get(Number(reason.slice(4)))
      const variant = variants.get(variantId)
      if (ask?.moved) continue
      if (ask?.verb !== 'adjust' || ask.variantId !== variantId || ask.change !== quantity || !variant)
        wrong(`${variantId}: nobody asked for ${quantity}`)
      else {
        variant.onHand += quantity
        ask.moved = true
      }
    }
    if (new Set(movements.map(({ reason }) => reason)).size < movements.length)
      wrong('the shelf was corrected twice for one ask')
  }

  function judgeShelf({ variants: shelf }: Seen): void {
    for (const one of shelf) {
      const known = variants.get(one.id)
      if (known === undefined) continue
      const free = one.onHand - one.allocated
      const last = known.log.at(-1)
      if (last?.free !== free || last.unitCents !== known.unitCents)
        known.log.push({ at: look, free, unitCents: known.unitCents })
      if (one.onHand !== known.onHand || one.allocated !== known.allocated)
        wrong(
          `${one.slug}: ${one.onHand} on the shelf, ${one.allocated} of them sold; should be ${known.onHand} and ${known.allocated}`,
        )
      if (one.allocated < 0 || free < 0)
        wrong(`${one.slug}: more was sold than there is (${one.onHand} and ${one.allocated})`)
    }
  }

  function judgeOrder(one: SeenOrder, { payments, refunds, invoices, creditNotes }: Seen): void {
    const { id } = one
    if (!orders.has(id)) meet(one)
    const order = orders.get(id)
    if (order === undefined) return
    if (one.status !== order.status) {
      const path = way(order.status, id, order, one)
      if (path === undefined)
        wrong(`${id}: cannot be ${one.status} (${one.payment}, ${one.delivery}) after ${order.status}`)
      else for (const move of path) apply(move, id, order)
      order.status = one.status
    }
    const mine = payments.filter((p) => p.orderId === id)
    const busy =
      mine.some((p) => unsettled.has(p.state)) || refunds.some((r) => r.orderId === id && r.state === 'pending')
    const last = order.log.at(-1)
    if (last?.status !== one.status || last.busy !== busy) order.log.push({ at: look, status: one.status, busy })

    const money = chargesOf(id)
    const held = sum(money.map(({ theirs, back }) => theirs - back))
    if (held > order.totalCents) wrong(`${id}: ${held} was taken for ${order.totalCents}`)
    if (mine.filter((p) => p.state === 'captured').length > 1) wrong(`${id}: paid twice`)
    if (!busy) {
      const due = one.payment === 'paid' ? order.totalCents : 0
      if (held !== due) wrong(`${id}: the provider holds ${held} for an order that is ${one.status}, not ${due}`)
    }
    const papers = (of: { orderId: string; totalCents: number }[]) =>
      of
        .filter((p) => p.orderId === id)
        .map((p) => p.totalCents)
        .join()
    const [paper, note] = [papers(invoices), papers(creditNotes)]
    if (paper !== (one.payment === 'unpaid' ? '' : String(order.totalCents)))
      wrong(`${id}: is ${one.payment} with invoices of ${paper || 'nothing'}`)
    if (note.replace('-', '') !== (one.payment === 'refunded' ? String(order.totalCents) : ''))
      wrong(`${id}: is ${one.payment} with credit notes of ${note || 'nothing'}`)
  }

  const gapless = (of: { serial: number }[]) =>
    of
      .map((one) => one.serial)
      .toSorted((a, b) => a - b)
      .every((serial, i) => serial === i + 1)

  /** Whether a refusal says something that was so while the call was under way. */
  function justified(ask: Ask & { at: number }, code: string): boolean {
    const during = <T extends { at: number }>(log: readonly T[], from: number) =>
      log.filter((_, i) => (log[i + 1]?.at ?? Infinity) > from)
    const order = orders.get(ask.orderId ?? '')
    const was = (fits: (step: { status: string; busy: boolean }) => boolean) =>
      during(order?.log ?? [], ask.at).some(fits)
    const wasAny = (...statuses: string[]) => was(({ status }) => statuses.includes(status))
    const move = moves.find(({ name }) => name === (ask.verb === 'confirm' ? 'pay' : ask.verb))
    const goods = (fits: (at: { free: number; unitCents: number }, line: SeenLine) => boolean, from: number) =>
      (ask.lines ?? []).some((line) =>
        during(variants.get(line.variantId)?.log ?? [], from).some((at) => fits(at, line)),
      )
    switch (code) {
      case 'order_step_refused':
        return move !== undefined && was(({ status }) => !move.from.includes(status))
      case 'order_not_paid':
        return wasAny('created', 'validated')
      case 'order_already_shipped':
        return wasAny('shipped', 'delivered')
      case 'order_expired':
        return order !== undefined && now >= order.payBefore
      case 'payment_in_progress':
      case 'refund_in_progress':
        return was(({ busy }) => busy)
      case 'refund_failed':
        return (seen?.refunds ?? []).some((one) => one.orderId === ask.orderId && one.state === 'failed')
      case 'payment_attempts_spent':
        return (seen?.payments ?? []).filter((one) => one.orderId === ask.orderId).length >= 30
      case 'payment_not_found':
        return ask.verb === 'confirm'
      case 'cart_empty':
        return ask.verb === 'checkout' && (ask.shared ?? false)
      case 'cart_not_orderable':
      case 'out_of_stock':
        return goods((at, line) => at.free < line.quantity, ask.at) || (ask.shared ?? false)
      case 'quote_changed':
        return goods((at, line) => at.unitCents !== line.unitCents, ask.at) || (ask.shared ?? false)
      case 'stock_too_low':
        return during(variants.get(ask.variantId ?? '')?.log ?? [], ask.at).some(
          (at) => at.free + (ask.change ?? 0) < 0,
        )
      case 'product_changed':
        return ask.verb === 'price'
      default:
        return false
    }
  }

  const complaints = () => {
    const all = found
    found = []
    return all
  }
  return {
    /** How many times it has looked. */
    looks: () => look,
    variants: variants as ReadonlyMap<string, KnownVariant>,
    orders: orders as ReadonlyMap<string, KnownOrder>,
    ask: (ask: Ask) => void asks.set(ask.no, { ...ask, at: look }),
    /** Several commits may have come between two looks: what a refusal rests on cannot be known. */
    loosen: () => void (looseAt = look + 1),
    /** Looks; answers in words what could not have come of what was asked. */
    judge(found_: Seen, at: number): string[] {
      look++
      now = at
      seen = found_
      judgeGoods(found_)
      for (const order of found_.orders) judgeOrder(order, found_)
      judgeShelf(found_)
      if (!gapless(found_.invoices) || !gapless(found_.creditNotes)) wrong('a number of the series is missing')
      return complaints()
    },
    /** Hears what became of an ask. */
    answered(no: number, answer: Answer): string[] {
      const ask = asks.get(no)
      const id = answer.orderId ?? ask?.orderId ?? ''
      const order = orders.get(id)
      const status = order?.status ?? 'unknown'
      const done: Record<string, string[]> = {
        ship: ['shipped', 'delivered', 'refunded'],
        deliver: ['delivered', 'refunded'],
      }
      if (ask?.verb === 'checkout' || ask?.verb === 'place')
        if (order === undefined) wrong(`${id}: was promised and is not there`)
      if (done[ask?.verb ?? ''] && !done[ask?.verb ?? '']?.includes(status))
        wrong(`${id}: ${ask?.verb} was promised, it is ${status}`)
      if (answer.outcome === 'paid' && ['created', 'validated'].includes(status))
        wrong(`${id}: was said to be paid, it is ${status}`)
      if (ask?.verb === 'cancel' || ask?.verb === 'refund') {
        const pending = order?.log.at(-1)?.busy
        if (!pending && status !== (ask.verb === 'cancel' ? 'cancelled' : 'refunded'))
          wrong(`${id}: ${ask.verb} was promised, it is ${status}`)
      }
      return complaints()
    },
    /** Hears that an ask was refused: it must have had a reason, and leaves nothing behind. */
    refused(no: number, code: string): string[] {
      const ask = asks.get(no)
      if (ask === undefined || notFinal.has(code)) return []
      if (looseAt < ask.at && !justified(ask, code))
        wrong(`ask ${no}: ${ask.verb} of ${ask.orderId ?? 'goods'} was refused with ${code} without a reason`)
      if (ask.verb !== 'pay' && ask.verb !== 'confirm' && code !== 'refund_failed') asks.delete(no)
      return complaints()
    },
  }
}
export type ReferenceModel = ReturnType<typeof referenceModel>
