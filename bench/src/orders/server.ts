// A shop in a process of its own, for the order cases: says what it used and committed when asked, and checks its books at the end.
import { openOrdersShop, type OrdersShopOptions } from './orders-shop.ts'

/** What the process has used since it began. */
export interface Used {
  cpuMs: number
  commits: number
  paidOrders: number
}

const shop = await openOrdersShop(JSON.parse(process.argv[2] ?? '{}') as OrdersShopOptions)

process.on('message', (asked: 'usage' | 'close') => {
  void (asked === 'usage' ? usage() : close())
})
// Whoever measures is gone: nobody would end this process.
process.on('disconnect', () => process.exit())
process.send?.({ port: shop.port, variantId: shop.variantId, totalCents: shop.totalCents })

async function usage(): Promise<void> {
  const paidOrders = await shop.paidOrders()
  const { user, system } = process.cpuUsage()
  const used: Used = { cpuMs: (user + system) / 1000, commits: shop.commits(), paidOrders }
  process.send?.(used)
}

async function close(): Promise<void> {
  const wrong = await shop.close().then(
    () => null,
    (error: unknown) => String(error),
  )
  process.send?.({ wrong }, () => process.disconnect())
}
