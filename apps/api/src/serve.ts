import { openDatabase } from '@comptoir/db'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import type { Env } from './env.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { openShop } from './open-shop.ts'
import { createServer } from './server.ts'
import { cookieSecret } from './services/cookie-secret.ts'

const drainMs = 10_000
const redact = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["cart-token"]',
  'req.headers["idempotency-key"]',
]

/** Opens the shop and listens; SIGTERM and SIGINT drain it in 10 s and end the process with 0. */
export async function serve(env: Env): Promise<{ port: number; demo: boolean }> {
  const log = pino({ level: env.logLevel, redact })
  const shop = await openShop(await openDatabase(env.databaseUrl), { log, secure: env.publicUrl.protocol === 'https:' })
  const { services } = shop
  const demo = !env.production && (await seedDemo(services))
  let open = true
  const ready = async () => {
    if (!open) return false
    const { settings } = services.db.read.tables
    return services.db.read
      .select({ one: sql`1` })
      .from(settings)
      .limit(1)
      .then(
        () => true,
        () => false,
      )
  }
  const secret = await cookieSecret(services.db, services.random)
  const app = await createServer(services, { ...env, cookieSecret: secret, ready })
  await app.listen({ port: env.port, host: env.host })

  const stop = async (signal: string) => {
    if (!open) return
    open = false
    log.info({ signal }, 'draining')
    const late = setTimeout(() => {
      log.error('some calls did not end in time')
      process.exit(0)
    }, drainMs - 500)
    // Streams end first, else the server would wait for them for ever; then calls in flight get their answers.
    await shop.drain()
    await app.close()
    await shop.close()
    clearTimeout(late)
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
  const address = app.server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : env.port, demo }
}
