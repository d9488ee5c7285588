import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShop } from '@comptoir/api/open-shop'
import { createServer } from '@comptoir/api/server'
import { checkBooks, openDatabase } from '@comptoir/db'
import * as products from '@comptoir/db/stores/products'
import { cents, type IdKind, makeId } from '@comptoir/domain'
import pino from 'pino'

const freshId = <K extends IdKind>(kind: K) => makeId(kind, Date.now(), randomBytes(16))
const noWords = { description: '', facts: [], keywords: '' }

export interface OrdersShopOptions {
  /** How many writes one COMMIT may carry. */
  groupMost: number
  /** A busy wait after each COMMIT, in ms: a slower disk. */
  delayMs: number
  /** Pieces of the one variant that is sold. */
  stock?: number
}

/** A shop behind a port, on a SQLite file of its own, selling one variant at 12.00; closing it checks its books. */
export async function openOrdersShop({ groupMost, delayMs, stock = 10_000_000 }: OrdersShopOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-orders-'))
  let commits = 0
  const onCommit = () => {
    commits += 1
    const until = performance.now() + delayMs
    while (performance.now() < until);
  }
  const db = await openDatabase(`file:${join(folder, 'shop.db')}`, { groupMost, onCommit })
  const shop = await openShop(db, { log: pino({ level: 'silent' }), secure: false })
  const cause = { orderId: null, actorId: null, requestId: 'bench', reason: 'bench', at: new Date(), ids: freshId }
  const texts = { name: 'Bol en grès', line: 'Tourné à la main', ...noWords }
  const productId = await db.write((tx) =>
    products.save(
      tx,
      {
        ...{ slug: 'bol', category: null, state: 'published', vatCategory: 'standard', popularity: 0, options: [] },
        texts: { fr: texts, en: texts },
        variants: [{ sku: 'B-1', values: [], priceCents: cents(1200), compareAtCents: null, stock }],
      },
      null,
      cause,
    ),
  )
  const [variant] = await products.variantsOf(db.read, productId)
  if (variant === undefined) throw new Error('the product has no variant')
  const app = await createServer(shop.services, {
    ...{ publicUrl: new URL('http://127.0.0.1'), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
    ...{ production: false, ready: async () => true },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    port: Number(new URL(url).port),
    variantId: variant.id,
    // 12.00 and its delivery.
    totalCents: 1690,
    commits: () => commits,
    paidOrders: () => db.read.$count(db.read.tables.invoices),
    async close() {
      await app.close()
      await shop.drain()
      const breaches = await checkBooks(db.read)
      await db.close()
      await rm(folder, { recursive: true, force: true })
      if (breaches.length > 0) throw new Error(`the books are not clean: ${JSON.stringify(breaches.slice(0, 3))}`)
    },
  }
}
