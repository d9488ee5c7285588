// The shop as `serve.ts` opens it, on a watched database and gateway, told by a rig when to die. No part of the product knows of it.
import { writeSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openShop } from '@comptoir/api/open-shop'
import { createServer } from '@comptoir/api/server'
import { openDatabase } from '@comptoir/db'
import pino from 'pino'
import { readBooks } from './books.ts'
import { type Answered, type Asked, lastWordsFd, type ServerPlan } from './orders.ts'
import { stockTheShop } from './stock-the-shop.ts'
import { named, watchedDatabase, watchedGateway } from './watched.ts'

const plan = JSON.parse(process.env['RIG_SERVER'] ?? '{}') as ServerPlan
const log = pino({ level: process.env['RIG_LOG'] ?? 'silent' }, pino.destination(2))

let aheadMs = plan.aheadMs
let deadline: { hook: string; pass: number } | null = null
let stall: { hook: string; ms: number } | null = null
let passed = new Set<string>()
const atHook = (name: string): void => {
  passed.add(name)
  if (stall?.hook === name) standStill(name, stall.ms)
  if (deadline?.hook !== name || --deadline.pass > 0) return
  writeSync(lastWordsFd, name)
  process.kill(process.pid, 'SIGKILL')
  // Nothing may happen between the order and its effect.
  for (;;);
}

/** All that is in the process stops here, and goes on when somebody else wakes it: only the time has passed. */
function standStill(name: string, ms: number): void {
  stall = null
  writeSync(lastWordsFd, name)
  process.kill(process.pid, 'SIGSTOP')
  aheadMs += ms
}

const database = await openDatabase(plan.databaseUrl, { ...(plan.poolSize && { poolSize: plan.poolSize }) })
const shop = await openShop(watchedDatabase(database, atHook), {
  ...{ log, secure: false, cheapPasswords: true, pollMs: plan.alone || plan.patient ? null : 20 },
  clock: () => new Date(Date.now() + aheadMs),
  fault: watchedGateway(atHook),
})
const app = await createServer(shop.services, {
  ...{ publicUrl: new URL('http://localhost'), corsOrigins: [], cookieSecret: 'c'.repeat(40) },
  ...{ production: plan.alone === true, proxyHops: plan.alone ? 1 : 0, ready: async () => true },
})
const [listener] = app.server.listeners('request')
app.server.removeAllListeners('request')
app.server.on('request', named(listener as Parameters<typeof named>[0]))
const url = await app.listen({ port: 0, host: '127.0.0.1' })

const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()
function longestPause(): number {
  const { max } = delays
  delays.reset()
  return max / 1e6
}

async function obey(order: Asked): Promise<unknown> {
  if (order.name === 'stock') return stockTheShop(shop.services, order.asked)
  if (order.name === 'books') return readBooks(shop.services.db)
  if (order.name === 'pause') return longestPause()
  if (order.name === 'later') {
    aheadMs += order.asked.ms
    await shop.jobs.runDue()
  } else if (order.name === 'killAt') deadline = order.asked
  else if (order.name === 'stallAt') stall = order.asked
  else {
    const names = [...passed]
    passed = new Set()
    return names
  }
  return null
}
process.on('message', (order: Asked) => {
  const reply = (answered: Omit<Answered, 'id'>) => process.send?.({ id: order.id, ...answered })
  obey(order).then(
    (answer) => reply({ answer }),
    (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
// A rig that ends takes its server with it.
process.on('disconnect', () => process.exit(0))
process.send?.({ id: 0, answer: url })
