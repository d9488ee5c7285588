import path from 'node:path'
import { type Database, repoRoot } from '@comptoir/db'
import { dropOld } from '@comptoir/db/stores/idempotency'
import { dropDone } from '@comptoir/db/stores/jobs'
import { dropOld as dropOldLimits } from '@comptoir/db/stores/limits'
import * as outbox from '@comptoir/db/stores/outbox'
import { dropOld as dropOldSpeeds } from '@comptoir/db/stores/page-speeds'
import type { Id } from '@comptoir/domain'
import type { Logger } from 'pino'
import type { Services } from './context.ts'
import { closeCharge, completePayments } from './features/billing/complete-payment.ts'
import { completeRefunds } from './features/billing/complete-refund.ts'
import type { Fetching } from './features/catalog/import/fetch-images.ts'
import { importJobKind, picturesJobKind } from './features/catalog/import/job-kinds.ts'
import { expireOrders } from './features/orders/expire-orders.ts'
import { type CallLimits, noLimits, startCallCounter } from './services/call-limits.ts'
import { pooledRandom } from './services/chance.ts'
import { type EventTail, startEvents } from './services/events.ts'
import { type Jobs, startJobs } from './services/jobs.ts'
import { type LongReads, readsAtHand } from './services/long-reads.ts'
import { withWake } from './services/outbox-relay.ts'
import { countPageSpeeds } from './services/page-speeds.ts'
import { passwordHasher } from './services/passwords.ts'
import { type GatewayFault, testGateway } from './services/payments.fake.ts'
import { dropEndedSessions } from './services/sessions.ts'
import { upkeepOf } from './services/upkeep.ts'

export interface ShopOptions {
  log: Logger
  secure: boolean
  clock?: () => Date
  random?: (bytes: number) => Uint8Array
  /** Light hashes, for tests only. */
  cheapPasswords?: boolean
  /** How often other processes' commits and due work are looked for, in ms; null leaves it to the caller. */
  pollMs?: number | null
  fault?: GatewayFault
  /** Where fetched pictures lie, and who asks the internet for them; `data/media` unless said. */
  pictures?: Fetching
  /** Where long reads run; on the database's own connections unless said. */
  longReads?: LongReads
  /** How much one caller may ask; without it as much as they like. */
  limits?: CallLimits
}
/** A shop that is open: its services, its background work, and how to close it. */
export interface OpenShop {
  services: Services
  jobs: Jobs
  /** Ends streams and background work; the database stays open for calls in flight. */
  drain(): Promise<void>
  close(): Promise<void>
}

const second = 1000
const day = 24 * 3600 * second
/** Counts of the speed of pages older than this are dropped. */
const speedDays = 90
/** An attempt without an answer for this long is asked about again; longer than any call in flight may take. */
const unknownAfterMs = 20 * second

/** Events that were told are kept for streams that come back after a cut: so long, and at most so many. */
const keptEvents = { ms: 7 * day, most: 1_000_000 }

/** Opens the shop on a database, with everything that works without being asked. */
export async function openShop(database: Database, options: ShopOptions): Promise<OpenShop> {
  const { clock = () => new Date(), random = pooledRandom(), log, pollMs = second } = options
  let events: EventTail | undefined
  const db = withWake(database, () => events?.wake())
  const tail = (events = await startEvents(db, { pollMs, onError: (err) => log.error({ err }, 'the relay failed') }))
  const pictures = options.pictures ?? { folder: path.join(repoRoot(), 'data/media') }
  const longReads = options.longReads ?? readsAtHand(db.read)
  const services: Services = {
    upkeep: upkeepOf({ db, log, clock, random }, longReads),
    ...{ db, log, clock, random, secure: options.secure, events: tail },
    calls: await startCallCounter({ db, clock, log }, options.limits ?? noLimits),
    speeds: countPageSpeeds({ db, clock, log }),
    gateway: testGateway(db, { clock, ...(options.fault && { fault: options.fault }) }),
    passwords: passwordHasher({ cheap: options.cheapPasswords ?? false }),
  }
  const jobs = startJobs(
    services,
    {
      // An earlier release wrote the key, which is the attempt's id.
      close_charge: (job) => closeCharge(services, String(job.data['paymentId'] ?? job.data['key']) as Id<'payment'>),
      // Loaded by the first file that is imported.
      async [picturesJobKind](job) {
        const { fetchSomePictures } = await import('./features/catalog/import/fetch-pictures.ts')
        return fetchSomePictures(services, String(job.data['importId']) as Id<'import'>, pictures)
      },
      async [importJobKind](job) {
        const { runImport } = await import('./features/catalog/import/run-import.ts')
        return runImport(services, String(job.data['importId']) as Id<'import'>)
      },
    },
    { pollMs },
  )
  const ago = (ms: number) => new Date(clock().getTime() - ms)
  jobs.every(10 * second, 'expire-orders', () => expireOrders(services))
  jobs.every(10 * second, 'complete-payments', () => completePayments(services, ago(unknownAfterMs)))
  jobs.every(10 * second, 'complete-refunds', () => completeRefunds(services, ago(unknownAfterMs)))
  jobs.every(day / 24, 'drop-old-keys', async () => {
    while (await db.write((tx) => dropOld(tx, ago(30 * day)))) log.debug('more keys to drop')
  })
  jobs.every(day / 24, 'drop-old-rows', () =>
    db.write(async (tx) => {
      await dropDone(tx, ago(7 * day))
      await dropEndedSessions(tx, clock())
      await dropOldLimits(tx, ago(day))
      const oldestDay = ago(speedDays * day).toISOString()
      await dropOldSpeeds(tx, oldestDay.slice(0, 10))
    }),
  )
  jobs.every(day / 24, 'forget-old-events', async () => {
    const which = { before: ago(keptEvents.ms), newest: keptEvents.most }
    while ((await outbox.hasForgettable(db.read, which)) && (await db.write((tx) => outbox.forget(tx, which))) > 0)
      log.debug('more events to forget')
  })
  const settle = () => Promise.all([services.calls.settle(), services.speeds.settle()])
  const settling = pollMs === null ? undefined : setInterval(() => void settle(), 2 * second).unref()
  const drain = async () => {
    await longReads.stop()
    await services.upkeep.books.settled()
    clearInterval(settling)
    await tail.stop()
    await jobs.stop()
    await settle()
  }
  return {
    services,
    jobs,
    drain,
    async close() {
      await drain()
      await longReads.close()
      await db.close()
    },
  }
}
