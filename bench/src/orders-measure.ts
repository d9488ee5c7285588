import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Driven, Load } from './orders-driver.ts'
import { openOrdersShop, type OrdersShopOptions } from './orders-shop.ts'

const { values } = parseArgs({
  options: { shoppers: { type: 'string', default: '1,4,16,64,256' }, orders: { type: 'string', default: '600' } },
})
const shopperCounts = values.shoppers.split(',').map(Number)
const orders = Number(values.orders)
const driver = new Worker(new URL('./orders-driver.ts', import.meta.url))
const slices = 3

async function drive(load: Load): Promise<Driven> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  driver.postMessage(load)
  const [driven]: Driven[] = await once(driver, 'message')
  if (driven === undefined) throw new Error('the driver said nothing')
  return driven
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0

/** Orders a second and CPU of the server's thread, the best of three windows after a warm one. */
async function measure(name: string, options: OrdersShopOptions, requests: 1 | 3, counts: readonly number[]) {
  await using shop = await openOrdersShop(options)
  const { url, variantId } = shop
  const best = new Map<number, number>()
  await drive({ url, variantId, shoppers: 16, orders, requests })
  for (const shoppers of counts) {
    let top = { perSecond: 0, cpuMs: Infinity, line: '' }
    for (let slice = 0; slice < slices; slice++) {
      const before = { cpu: process.threadCpuUsage(), at: performance.now(), commits: shop.commits() }
      const driven = await drive({ url, variantId, shoppers, orders: Math.max(orders, shoppers), requests })
      const cpu = process.threadCpuUsage(before.cpu)
      const seconds = (performance.now() - before.at) / 1000
      if (driven.failed.length > 0) throw new Error(`${driven.failed.length} orders failed: ${driven.failed[0]}`)
      const cpuMs = Math.min(top.cpuMs, (cpu.user + cpu.system) / 1000 / driven.paid)
      const sorted = driven.tookMs.toSorted((a, b) => a - b)
      const perCommit = driven.paid / (shop.commits() - before.commits)
      const times = `p50 ${at(sorted, 0.5).toFixed(1)} ms, p99 ${at(sorted, 0.99).toFixed(1)} ms`
      const perSecond = driven.paid / seconds
      const line = `${times}, ${perCommit.toFixed(2)} orders a COMMIT`
      top = perSecond > top.perSecond ? { perSecond, cpuMs, line } : { ...top, cpuMs }
    }
    best.set(shoppers, top.perSecond)
    const rate = `${top.perSecond.toFixed(0)} orders/s, ${top.cpuMs.toFixed(2)} ms CPU`
    process.stdout.write(`${name}, ${shoppers} shoppers: ${rate}, ${top.line}\n`)
  }
  return best
}

/** 256 shoppers on the last piece: one has it, everybody else hears that it is gone. T6. */
async function lastPiece(): Promise<void> {
  await using shop = await openOrdersShop({ groupMost: 128, delayMs: 0, stock: 1 })
  const load = { url: shop.url, variantId: shop.variantId, shoppers: 256, orders: 256, requests: 1 as const }
  const { paid, soldOut, failed } = await drive(load)
  const kept = await shop.paidOrders()
  process.stdout.write(
    `the last piece, 256 shoppers: ${paid} paid, ${soldOut} sold out, ${failed.length} failed, ${kept} on file\n`,
  )
  if (paid !== 1 || kept !== 1 || soldOut !== 255) throw new Error('an order failed, was lost, or sold too much')
}

await measure('three requests', { groupMost: 128, delayMs: 0 }, 3, shopperCounts)
const grouped = await measure('one request', { groupMost: 128, delayMs: 0 }, 1, shopperCounts)
const single = await measure('one request, a COMMIT each', { groupMost: 1, delayMs: 0 }, 1, [64])
const slow = await measure('one request, 2 ms a COMMIT', { groupMost: 128, delayMs: 2 }, 1, [64])
const slowSingle = await measure('one request, a COMMIT each of 2 ms', { groupMost: 1, delayMs: 2 }, 1, [64])
const ratio = (a: Map<number, number>, b: Map<number, number>) => ((a.get(64) ?? 0) / (b.get(64) ?? 1)).toFixed(1)
process.stdout.write(
  `group commit at 64 shoppers: ×${ratio(grouped, single)}; with 2 ms a COMMIT ×${ratio(slow, slowSingle)}\n`,
)
await lastPiece()
await driver.terminate()
