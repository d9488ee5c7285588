import { get, type IncomingMessage } from 'node:http'
import { createHistogram } from 'node:perf_hooks'
import Sqlite from 'better-sqlite3'
import type { Child } from './measure/child.ts'

/** A page that has a product open: `hear` resolves when it is told of the next change, with the time. */
interface Page {
  hear(): Promise<number>
  close(): void
}

const patienceMs = 60_000

async function openPage(url: string, productId: string): Promise<Page> {
  const path = `/rpc/shop/catalog.stock?input=${encodeURIComponent(JSON.stringify({ productId }))}`
  let heard = () => {}
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url + path, { agent: false, headers: { accept: 'text/event-stream' } }, resolve).on('error', reject)
  })
  if (answer.statusCode !== 200) throw new Error(`a page could not be opened: ${answer.statusCode}`)
  let text = ''
  const first = new Promise<void>((resolve) => (heard = resolve))
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      if (text.slice(0, end).includes('variants')) heard()
      text = text.slice(end + 2)
    }
  })
  answer.on('error', () => {})
  await first
  return {
    hear: () => new Promise((resolve) => (heard = () => resolve(performance.now()))),
    close: () => void answer.destroy(),
  }
}

/** Opens pages of one product and changes its stock: how long each page waits for the news, and what one page's costs the server. */
export async function fanOut(
  shop: Child,
  { file, token }: { file: string; token: string },
  { pages: count, changes }: { pages: number; changes: number },
): Promise<{ told: number; failed: number; cpuMs: number; p50: number; p99: number }> {
  const db = new Sqlite(file, { readonly: true })
  const one = `select v.id as variantId, p.id as productId from variants v join products p on p.id = v.product_id
    where p.state = 'published' and not v.archived limit 1`
  const { variantId, productId } = db.prepare<[], { variantId: string; productId: string }>(one).get() ?? {}
  db.close()
  if (variantId === undefined || productId === undefined) throw new Error('the shop sells nothing')
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const pages: Page[] = []
  while (pages.length < count)
    pages.push(...(await Promise.all(Array.from({ length: 50 }, () => openPage(shop.url, productId)))))
  const waits = createHistogram()
  const before = await shop.cpuMs()
  let [told, failed] = [0, 0]
  for (let i = 0; i < changes; i++) {
    const body = JSON.stringify({ variantId, change: i % 2 === 0 ? 1 : -1, reason: 'bench' })
    const patience = new Promise<null>((resolve) => void setTimeout(() => resolve(null), patienceMs).unref())
    const heard = pages.map((page) => Promise.race([page.hear(), patience]))
    const begun = performance.now()
    const answer = await fetch(`${shop.url}/rpc/admin/products.adjustStock`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`the stock could not be changed: ${answer.status}`)
    for (const at of await Promise.all(heard)) {
      if (at === null) failed++
      else waits.record(Math.max(1, Math.round((at - begun) * 1000)))
      told++
    }
  }
  const cpuMs = ((await shop.cpuMs()) - before) / told
  for (const page of pages) page.close()
  return { told, failed, cpuMs, p50: waits.percentile(50) / 1000, p99: waits.percentile(99) / 1000 }
}
