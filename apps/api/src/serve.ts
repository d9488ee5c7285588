import { fileFaults, openDatabase, pathOf, wasCutOff } from '@comptoir/db'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import pino, { type Logger } from 'pino'
import type { Services } from './context.ts'
import type { Env } from './env.ts'
import { watchLastResort } from './last-resort.ts'
import { openShop } from './open-shop.ts'
import { createServer } from './server.ts'
import { DamagedFile } from './start-error.ts'
import { cookieSecret } from './services/cookie-secret.ts'
import { hasRoom } from './services/disk-room.ts'
import { logWatch } from './services/log-size.ts'
import { readsInThread } from './services/long-reads.ts'
import { restWhenIdle } from './services/rest.ts'

const drainMs = 10_000
const redact = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["cart-token"]',
  'req.headers["idempotency-key"]',
  'req.headers["access-token"]',
  'req.headers["order-access"]',
  'req.headers["preview-token"]',
]

/** Opens the shop and listens; SIGTERM and SIGINT drain it in 10 s and end the process with 0, also while it is still opening. */
export async function serve(env: Env): Promise<{ port: number; demo: boolean }> {
  // A query string may hold a guest's token: it stays out of the log (INV-65).
  const req = ({ method, url, ip }: Asked) => ({ method, url: url.split('?')[0], ip })
  const log = pino({ level: env.logLevel, redact, serializers: { req } })
  watchLastResort(log)
  const ending = endOnSignal(log)
  const onFile = env.databaseUrl.startsWith('file:')
  // Before it is opened: whoever opens a file with a log left behind writes the one into the other.
  if (onFile && wasCutOff(pathOf(env.databaseUrl))) checkAfterCut(pathOf(env.databaseUrl), log)
  const db = await openDatabase(env.databaseUrl)
  const shop = await openShop(db, {
    log,
    ...(onFile && { longReads: readsInThread(env.databaseUrl) }),
    secure: env.publicUrl.protocol === 'https:',
    limits: env.limits,
  })
  ending.last(() => shop.close())
  if (onFile) shop.jobs.every(60_000, 'watch-log', logWatch(pathOf(env.databaseUrl), log))
  const { services } = shop
  const demo = !env.production && (await ending.unlessEnding(fillDemo(services)))
  const ready = async () => !ending.begun() && (await answers(services)) && (await hasRoom(env.databaseUrl))
  const secret = await cookieSecret(services.db, services.random)
  const app = await createServer(services, { ...env, cookieSecret: secret, ready })
  // Streams end first, else the server would wait for them for ever; then calls in flight get their answers.
  ending.last(() => closeServer(app))
  ending.last(() => shop.drain())
  await ending.unlessEnding(app.listen({ port: env.port, host: env.host }))
  // After a clean end there is no hurry: the first callers are served before the engine looks at its file.
  setTimeout(() => {
    if (!ending.begun()) void services.upkeep.checkData()
  }, 1000).unref()
  restWhenIdle()
  const address = app.server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : env.port, demo }
}

// Not part of a shop in production.
const fillDemo = async (services: Services) => (await import('./demo/seed-demo.ts')).seedDemo(services)

/** The last run did not close its file: before anyone is served, the engine looks at it. Throws when it is damaged. */
function checkAfterCut(file: string, log: Logger): void {
  const faults = fileFaults(file, 'quick')
  if (faults.length > 0) throw new DamagedFile(file, faults)
  log.warn({ file }, 'the last run was cut off; the database file is sound')
}

interface Asked {
  method: string
  url: string
  ip: string
}

// A connection whose last call was answered after the server began to close would be kept alive, and waited for.
async function closeServer(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 20)
  await app.close()
  clearInterval(idle)
}

const answers = ({ db }: Services): Promise<boolean> =>
  db.read
    .select({ one: sql`1` })
    .from(db.read.tables.settings)
    .limit(1)
    .then(
      () => true,
      () => false,
    )

/** What has to be closed at a signal, the last one opened first. */
function endOnSignal(log: Logger) {
  const closers: (() => Promise<unknown>)[] = []
  let begun = false
  const end = async (signal: string) => {
    if (begun) return
    begun = true
    log.info({ signal }, 'draining')
    setTimeout(() => {
      log.error('some calls did not end in time')
      process.exit(0)
    }, drainMs - 500).unref()
    for (const close of closers.toReversed()) await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end('SIGTERM'))
  process.on('SIGINT', () => void end('SIGINT'))
  return {
    begun: () => begun,
    last: (close: () => Promise<unknown>) => void closers.push(close),
    /** Work of the opening that a signal may cut off: what it throws then is of no interest. */
    unlessEnding: <T>(work: Promise<T>): Promise<T> =>
      work.catch((error: unknown) => {
        if (begun) return new Promise<never>(() => {})
        throw error
      }),
  }
}
