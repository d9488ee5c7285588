import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@comptoir/domain'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { type Database, readerOf, type Writer, writerOf } from './database.ts'
import { migratePostgres, refuseOtherDatabase } from './migrate-postgres.ts'
import { isConnectionLoss, isContention, isOverload, isUnknownOutcome, unknownOutcome } from './postgres-errors.ts'
import { postgresDialect } from './dialects.ts'
import { postgresTables } from './tables.postgres.ts'
import { type OpenWrite, strayStatement, writeScope } from './write-scope.ts'

const mostTries = 8
const face = { tables: postgresTables, dialect: postgresDialect, commits: null, shareTurn: null, textIndex: null }

const open = (client: pg.Pool | pg.PoolClient) => drizzle(client, { casing: 'snake_case' })

interface Seat {
  tx: Writer
  write: OpenWrite | undefined
}

/** Opens and migrates a PostgreSQL database: reads on a pool, each write a READ COMMITTED transaction on one client. */
export async function openPostgres(
  url: string,
  { poolSize = 10, waitMs = 15_000, asItIs = false }: { poolSize?: number; waitMs?: number; asItIs?: boolean } = {},
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: waitMs,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'comptoir',
  })
  // A connection that dies is reported by the query that used it; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  await prepare(pool, asItIs ? refuseOtherDatabase : migratePostgres)

  const scope = writeScope()
  const seats = new WeakMap<pg.PoolClient, Seat>()
  function seatOf(client: pg.PoolClient): Seat {
    const known = seats.get(client)
    if (known) return known
    const guarded: pg.PoolClient = Object.create(client, {
      query: {
        value: (...query: Parameters<typeof client.query>) => {
          if (!seat.write?.mine()) throw strayStatement()
          return client.query(...query)
        },
      },
    })
    const seat: Seat = { tx: writerOf(open(guarded), face), write: undefined }
    seats.set(client, seat)
    return seat
  }

  async function transact<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const seat = seatOf(client)
    const write = scope.begin()
    let lost = false
    let committing = false
    try {
      await client.query('begin isolation level read committed')
      seat.write = write
      const result = await write.run(() => work(seat.tx))
      write.end()
      committing = true
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('a failed statement was caught inside write: nothing was changed')
      return result
    } catch (error) {
      write.end()
      lost = isConnectionLoss(error) || !(await rolledBack(client))
      throw lost && committing ? unknownOutcome(error) : error
    } finally {
      client.release(lost)
    }
  }

  // Drizzle wraps what a query throws: `refusalOf` finds the refusal inside.
  const patient: pg.Pool = Object.create(pool, {
    query: { value: (...query: Parameters<typeof pool.query>) => patiently(async () => pool.query(...query)) },
  })
  const underWay = new Set<Promise<unknown>>()
  let closed: Promise<void> | undefined
  return {
    read: readerOf(open(patient), face),
    dialect: postgresDialect,
    async write(work) {
      scope.refuseNested()
      if (closed) throw new Error('the database is closed')
      const turn = patiently(() => transact(work))
      underWay.add(turn)
      return turn.finally(() => underWay.delete(turn))
    },
    close: () => (closed ??= Promise.allSettled(underWay).then(() => pool.end())),
  }
}

/** Tries again what rivals or a broken connection stopped; refuses `shop_busy` when that does not help. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const again = isContention(error) || isConnectionLoss(error)
      if (isUnknownOutcome(error) || !(again || isOverload(error))) throw error
      if (!again || tries === mostTries) throw Object.assign(new Refusal('shop_busy', {}), { cause: error })
      await pause(Math.random() * 10 * 2 ** tries)
    }
  }
}

async function prepare(pool: pg.Pool, schema: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  try {
    const client = await pool.connect()
    try {
      await schema(client)
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

const rolledBack = (client: pg.PoolClient): Promise<boolean> =>
  client.query('rollback').then(
    () => true,
    () => false,
  )
