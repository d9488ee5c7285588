import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyPlace } from '../place.ts'
import { startServer } from '../server/start-server.ts'
import { tally, wanted } from '../tally.ts'
import { wantedEngines } from '../wanted-engines.ts'
import type { Bought, Shopping } from './buyers.ts'

const buyers = wanted('RIG_BUYERS', 200)
const processes = 4
const patience = 900_000 + buyers * 1000

/** Buyers in processes of their own, at two servers that share one database, all at once when their carts are full. */
async function sellOut({ urls, variantId }: Pick<Shopping, 'urls' | 'variantId'>, turn: number): Promise<Bought[]> {
  const children = Array.from({ length: processes }, (_, i) => {
    const place = turn * processes + i
    const shopping: Shopping = { urls, variantId, buyers: Math.ceil(buyers / processes), place }
    const env = { ...process.env, RIG_SHOPPING: JSON.stringify(shopping) }
    return fork(join(import.meta.dirname, 'buyers.ts'), { env, execArgv: [] })
  })
  try {
    const heard = <T>(): Promise<T[]> =>
      Promise.all(
        children.map((child) =>
          Promise.race([
            once(child, 'message').then(([message]) => message as T),
            once(child, 'exit').then(([code]) => Promise.reject(new Error(`a buyer's process ended with ${code}`))),
          ]),
        ),
      )
    await heard()
    const ended = heard<Bought>()
    for (const child of children) child.send('go')
    return await ended
  } finally {
    for (const child of children) child.kill('SIGKILL')
  }
}

test.for(wantedEngines)(
  'of many buyers exactly as many get a piece as there are: 1, 10, 100 (%s)',
  { timeout: patience },
  async (engine) => {
    await using place = await emptyPlace(engine)
    const plan = { databaseUrl: place.url, aheadMs: 0 }
    await using one = await startServer(plan)
    await using two = await startServer(plan)
    const shelf = [1, 10, 100]
    const { goods } = await one.tell('stock', { stock: shelf, customers: 0 })
    let charges = 0
    for (const [turn, { variantId }] of goods.entries()) {
      const units = shelf[turn] ?? 0
      const counts = tally(`buyers of ${units} pieces from ${processes} processes at two servers (${engine})`)
      const bought = await sellOut({ urls: [one.url, two.url], variantId }, turn)
      const sold = bought.flatMap(({ orders }) => orders)
      const refused = bought.flatMap((some) => Object.entries(some.refused))
      counts.add('buyers', sold.length + refused.reduce((sum, [, count]) => sum + count, 0))
      counts.add('got a piece', sold.length)
      for (const [code, count] of refused) counts.add(`refused with ${code}`, count)

      expect(bought.flatMap(({ lost }) => lost)).toEqual([])
      expect(new Set(sold).size).toBe(Math.min(units, buyers))
      expect(bought.reduce((sum, { paid }) => sum + paid, 0)).toBe(sold.length)
      const other = refused.filter(([code]) => !['out_of_stock', 'cart_not_orderable'].includes(code))
      expect(other, 'no other word for sold out').toEqual([])
      const books = await two.tell('books', null)
      charges += sold.length
      expect(books.breaches).toEqual([])
      expect([books.orders.length, books.gateway.charges]).toEqual([charges, charges])
      const level = books.stock.find((row) => row.variantId === variantId)
      expect(level).toEqual({ variantId, onHand: units, allocated: sold.length })
      expect(counts.close({ buyers })).toEqual([])
    }
  },
)
