import { openShop } from '@comptoir/api/open-shop'
import { createServer } from '@comptoir/api/server'
import { openDatabase } from '@comptoir/db'
import Sqlite, { type Statement } from 'better-sqlite3'
import pino from 'pino'
import type { BareRoute } from './bare-server.ts'
import { byHand, prepareReads, type Question, questions, type Read } from './by-hand.ts'

const statementOf = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Record<
  'all' | 'get',
  (...values: unknown[]) => unknown
>

/** Asks the shop's own code for some answers and notes which statements it reads for each; made by hand of what they read, each must be the same. */
export async function recordRoutes(
  file: string,
  paths: Record<Question, readonly [string, ...string[]]>,
): Promise<BareRoute[]> {
  const log = pino({ level: 'error' })
  const shop = await openShop(await openDatabase(`file:${file}`), { log, secure: false, pollMs: null })
  const app = await createServer(shop.services, {
    ...{ publicUrl: new URL('http://localhost'), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
    ...{ production: false, wire: 'stock' as const, ready: async () => true },
  })
  const db = new Sqlite(file, { readonly: true })
  const [make, prepared] = [byHand(db), prepareReads(db)]
  const ask = async (url: string) => (await app.inject({ url })).body
  async function turnOf(name: Question, url: string): Promise<BareRoute['turns'][number]> {
    const asked = new URLSearchParams(url.slice(url.indexOf('?'))).get('input') ?? ''
    const reads: Read[] = []
    const body = await noting(
      (source, values) => reads.push({ source, values }),
      () => ask(url),
    )
    const made = make[name](prepared(reads)(), asked)
    if (made !== body) throw new Error(`by hand, ${asked} is answered\n${made}\nand by the shop\n${body}`)
    return { asked, reads }
  }
  try {
    const routes: BareRoute[] = []
    for (const name of questions) {
      const [first, ...others] = paths[name]
      const turns: BareRoute['turns'] = []
      for (const url of others) turns.push(await turnOf(name, url))
      // Last, so that what several answers share is among the statements of the turn that reads it first.
      routes.push({ name, body: await ask(first), turns })
    }
    return routes
  } finally {
    db.close()
    await app.close()
    await shop.close()
  }
}

async function noting<T>(note: (source: string, values: unknown[]) => void, work: () => Promise<T>): Promise<T> {
  const { all, get } = statementOf
  const noted = (run: typeof all) =>
    function (this: Statement, ...values: unknown[]) {
      note(this.source, values)
      return run.apply(this, values)
    }
  Object.assign(statementOf, { all: noted(all), get: noted(get) })
  try {
    return await work()
  } finally {
    Object.assign(statementOf, { all, get })
  }
}
