import type { Measured } from '../measure/load.ts'
import { bareOrdersPerSecond } from './bare-orders.ts'
import type { Driven, Load } from './driver.ts'
import type { OrdersShopOptions } from './orders-shop.ts'
import type { Used } from './server.ts'
import { startWorker, type Worker } from './worker.ts'

interface Pace {
  rounds: number
  seconds: number
}
interface Telling {
  say(words: string): void
  pace: Pace
  /** CPU of the same run's node:http hello, in ms. */
  helloMs: number
}
/** A kind of order at so many shoppers, the best of its rounds. */
type Placed = Measured & { perCommit: number }

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0

/** What the shop says when it is open. */
type Offer = Pick<Load, 'port' | 'variantId' | 'totalCents'>

/** A shop in a process of its own and its shoppers in another; the shop's books are checked when it closes. */
async function withShop<T>(
  options: OrdersShopOptions,
  run: (shop: Worker, drive: (load: Omit<Load, keyof Offer>) => Promise<Driven>) => Promise<T>,
): Promise<T> {
  const args = [JSON.stringify(options)]
  const shop = await startWorker<Offer>('server.ts', { args, greets: true })
  const shoppers = await startWorker('driver.ts', { greets: false })
  try {
    const { hello } = shop
    if (hello === undefined) throw new Error('the shop did not say where it is')
    const done = await run(shop, (load) => shoppers.ask<Driven>({ ...hello, ...load }))
    const { wrong } = await shop.ask<{ wrong: string | null }>('close')
    if (wrong !== null) throw new Error(wrong)
    return done
  } finally {
    shoppers.end()
    shop.end()
  }
}

/** One kind of order at some numbers of shoppers; rates and CPU are those of the best round, waiting times those of all. */
async function measureOrders(
  name: string,
  options: OrdersShopOptions,
  requests: Load['requests'],
  counts: readonly number[],
  { say, pace, helloMs }: Telling,
): Promise<Map<number, Placed>> {
  const placed = new Map<number, Placed>()
  await withShop(options, async (shop, drive) => {
    const load = { requests, orders: Number.MAX_SAFE_INTEGER }
    await drive({ ...load, shoppers: 64, seconds: pace.seconds })
    for (const shoppers of counts) {
      const best: Placed = { perSecond: 0, cpuMs: Infinity, p50: 0, p99: 0, failed: 0, done: 0, perCommit: 0 }
      const took: number[] = []
      for (let round = 0; round < pace.rounds; round++) {
        const before = await shop.ask<Used>('usage')
        const begun = performance.now()
        const driven = await drive({ ...load, shoppers, seconds: pace.seconds })
        const perSecond = driven.paid / ((performance.now() - begun) / 1000)
        const after = await shop.ask<Used>('usage')
        const [failure] = driven.failed
        if (failure !== undefined || driven.soldOut > 0)
          throw new Error(`${driven.failed.length + driven.soldOut} orders failed: ${failure ?? 'out of stock'}`)
        if (after.paidOrders - before.paidOrders !== driven.paid) throw new Error('an answered order is not on file')
        took.push(...driven.tookMs)
        best.cpuMs = Math.min(best.cpuMs, (after.cpuMs - before.cpuMs) / driven.paid)
        best.done += driven.paid
        if (perSecond <= best.perSecond) continue
        best.perSecond = perSecond
        best.perCommit = driven.paid / (after.commits - before.commits)
      }
      took.sort((a, b) => a - b)
      Object.assign(best, { p50: at(took, 0.5), p99: at(took, 0.99) })
      placed.set(shoppers, best)
      say(
        `${`${name}, ${shoppers} shoppers`.padEnd(46)} ${best.perSecond.toFixed(0).padStart(6)}/s  p50 ${best.p50.toFixed(1).padStart(6)}  p99 ${best.p99.toFixed(1).padStart(6)} ms  ${best.cpuMs.toFixed(3)} ms CPU  ×${(best.cpuMs / helloMs).toFixed(1)} hello  ${best.perCommit.toFixed(1)} orders a COMMIT`,
      )
    }
  })
  return placed
}

/** 256 shoppers on the last piece: one has it, everybody else hears that it is gone. T6. */
async function lastPiece(say: Telling['say']): Promise<void> {
  await withShop({ groupMost: 128, delayMs: 0, stock: 1 }, async (shop, drive) => {
    const shoppers = 256
    const { paid, soldOut, failed } = await drive({ shoppers, orders: shoppers, requests: 1, seconds: Infinity })
    const { paidOrders } = await shop.ask<Used>('usage')
    say(
      `the last piece, ${shoppers} shoppers: ${paid} paid, ${soldOut} sold out, ${failed.length} failed, ${paidOrders} on file`,
    )
    if (paid !== 1 || paidOrders !== 1 || soldOut !== shoppers - 1)
      throw new Error(`an order failed, was lost, or sold too much: ${failed[0] ?? ''}`)
  })
}

/**
 * Durable orders, blank shopper to paid: in three requests and in one, with a COMMIT for many and one each, on this disk and on one that
 * takes 2 ms a COMMIT longer; then 256 shoppers race for one last piece. T4, T5, T6.
 */
export async function measurePlacing(
  folder: string,
  telling: Telling,
): Promise<{ figures: Record<string, Measured>; ratios: Record<string, number> }> {
  const { say } = telling
  const many: OrdersShopOptions = { groupMost: 128, delayMs: 0 }
  const bare = bareOrdersPerSecond(folder)
  say(`SQLite alone, 14 rows and a read, 64 to a COMMIT: ${bare.toFixed(0)} a second`)
  const steps = await measureOrders('order in three requests', many, 3, [8, 64], telling)
  const grouped = await measureOrders('order in one request', many, 1, [1, 8, 64, 256], telling)
  const single = await measureOrders('  a COMMIT each', { ...many, groupMost: 1 }, 1, [64], telling)
  const slow = await measureOrders('  2 ms a COMMIT', { ...many, delayMs: 2 }, 1, [64], telling)
  const slowSingle = await measureOrders('  a COMMIT each of 2 ms', { groupMost: 1, delayMs: 2 }, 1, [64], telling)
  const rate = (of: Map<number, Placed>) => of.get(64)?.perSecond ?? 0
  const ratios = {
    'place: orders/s to SQLite alone': rate(grouped) / bare,
    'place: group commit': rate(grouped) / rate(single),
    'place: group commit, 2 ms a COMMIT': rate(slow) / rate(slowSingle),
  }
  for (const [name, ratio] of Object.entries(ratios)) say(`  ${name} ×${ratio.toFixed(2)}`)
  await lastPiece(say)
  const figures = Object.fromEntries(
    [['order-steps', steps] as const, ['place', grouped] as const].flatMap(([name, of]) =>
      [...of].map(([shoppers, one]) => [`${name} at ${shoppers}`, one] as const),
    ),
  )
  return { figures, ratios }
}
