import { openShop } from '@comptoir/api/open-shop'
import { createServer } from '@comptoir/api/server'
import { openDatabase } from '@comptoir/db'
import Sqlite, { type Statement } from 'better-sqlite3'
import pino from 'pino'
import type { BareRoute } from './bare-server.ts'

const statementOf = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Record<
  'all' | 'get',
  (...values: unknown[]) => unknown
>

/** Asks the shop's own code for some answers and notes which statements it reads for each. */
export async function recordRoutes(
  file: string,
  paths: Record<string, readonly [string, ...string[]]>,
): Promise<BareRoute[]> {
  const log = pino({ level: 'error' })
  const shop = await openShop(await openDatabase(`file:${file}`), { log, secure: false, pollMs: null })
  const app = await createServer(shop.services, {
    ...{ publicUrl: new URL('http://localhost'), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
    ...{ production: false, wire: 'stock' as const, ready: async () => true },
  })
  const routes: BareRoute[] = []
  try {
    for (const [name, [first, ...others]] of Object.entries(paths)) {
      const { body } = await app.inject({ url: first })
      const turns: BareRoute['turns'] = []
      for (const url of others) {
        const turn: BareRoute['turns'][number] = []
        turns.push(turn)
        await noting(
          (source, values) => turn.push({ source, values }),
          () => app.inject({ url }),
        )
      }
      routes.push({ name, body, turns })
    }
  } finally {
    await app.close()
    await shop.close()
  }
  return routes
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
