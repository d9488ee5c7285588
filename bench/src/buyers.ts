import Sqlite from 'better-sqlite3'
import { readPaths } from './reads.ts'
import type { Child } from './measure/child.ts'
import type { Driven, Load } from './orders/driver.ts'
import { startWorker } from './orders/worker.ts'

/** What those who only look around wait, in ms. */
interface Waits {
  p50: number
  p99: number
  read: number
}

/** People who look around meanwhile, each reading one page after the other. */
const readers = 4

/** Reads the list, a product and a search in turn until `over` is. */
async function readUntil(over: Promise<unknown>, url: string): Promise<Waits> {
  let open = true
  void over.finally(() => (open = false)).catch(() => {})
  const took: number[] = []
  const look = async () => {
    while (open)
      for (const path of Object.values(readPaths)) {
        const from = performance.now()
        const answer = await fetch(url + path)
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`)
        took.push(performance.now() - from)
      }
  }
  await Promise.all(Array.from({ length: readers }, look))
  took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.floor(part * (took.length - 1))] ?? 0
  return { p50: at(0.5), p99: at(0.99), read: took.length }
}

/** A variant on the shelf of which there are so many pieces from now on, and what one of it costs a newcomer. */
async function fewPieces(
  url: string,
  { file, token }: Told,
  pieces: number,
): Promise<Pick<Load, 'variantId' | 'totalCents'>> {
  const db = new Sqlite(file, { readonly: true })
  const one = `select v.id, v.on_hand - v.allocated as free from variants v join products p on p.id = v.product_id
    where p.state = 'published' and not v.archived and v.on_hand - v.allocated > ? limit 1`
  const variant = db.prepare<[number], { id: string; free: number }>(one).get(pieces)
  db.close()
  if (variant === undefined) throw new Error('the shop sells nothing of which there are so many')
  const post = async (path: string, body: object, headers: Record<string, string>) => {
    const sent = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }
    const answer = await fetch(`${url}/rpc/${path}`, sent)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return (await answer.json()) as { result: { data: { quote: { totalCents: number } } } }
  }
  const change = { variantId: variant.id, change: pieces - variant.free, reason: 'bench' }
  await post('admin/products.adjustStock', change, { authorization: `Bearer ${token}` })
  const { result } = await post('shop/cart.add', { variantId: variant.id, quantity: 1 }, { 'cart-token': 'new' })
  return { variantId: variant.id, totalCents: result.data.quote.totalCents }
}

interface Told {
  file: string
  token: string
}

/**
 * So many buyers order one of a few pieces in the same second, each over a line of its own: what the others wait for the catalogue
 * meanwhile, beside what they wait alone. Every piece is sold, none twice. SAFETY F-44.
 */
export async function amongBuyers(
  shop: Child,
  told: Told,
  { buyers, pieces, seconds }: { buyers: number; pieces: number; seconds: number },
): Promise<{ alone: Waits; among: Waits; tookMs: number; cpuMs: number }> {
  const wanted = await fewPieces(shop.url, told, pieces)
  const pause = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms))
  await readUntil(pause(seconds * 500), shop.url)
  const alone = await readUntil(pause(seconds * 1000), shop.url)
  const driver = await startWorker('driver.ts', { greets: false })
  try {
    const load: Load = {
      ...wanted,
      port: Number(new URL(shop.url).port),
      shoppers: buyers,
      orders: buyers,
      seconds: null,
      requests: 1,
    }
    // All are at the shop when it begins.
    await driver.ask<Driven>({ ...load, orders: 0 })
    const [before, begun] = [await shop.cpuMs(), performance.now()]
    const driven = driver.ask<Driven>(load)
    const among = await readUntil(driven, shop.url)
    const { paid, soldOut, failed } = await driven
    const tookMs = performance.now() - begun
    if (paid !== pieces || soldOut !== buyers - pieces)
      throw new Error(
        `${pieces} pieces: ${paid} sold, ${soldOut} told that it is gone, ${failed.length} failed: ${failed[0] ?? ''}`,
      )
    return { alone, among, tookMs, cpuMs: (await shop.cpuMs()) - before }
  } finally {
    driver.end()
  }
}
