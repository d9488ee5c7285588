import { type OpenShop, openShop } from '@comptoir/api/open-shop'
import { type Database, openDatabase } from '@comptoir/db'
import pino from 'pino'
import type { Provider } from './gateway.ts'
import { type Gate, type Scheduler, scheduler } from './scheduler.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One life of the shop's process: everything that it keeps in memory. */
export interface Life {
  open: OpenShop
  scheduler: Scheduler
  alive: boolean
}

export interface World {
  url: string
  time: VirtualTime
  provider: Provider
  /** Chance for the scheduler, and for the ids and secrets that the shop draws. */
  random: () => number
  bytes: (count: number) => Uint8Array
  /** Told at each commit. */
  onCommit: () => void
  /** Whether calls wait for their turn: not while the shop is furnished. */
  gated: () => boolean
}

const log = pino({ level: 'silent' })

/** The write door, with a place to wait before it, and sometimes between the commit and the answer. */
const gatedDatabase = (db: Database, gate: Gate, random: () => number): Database => ({
  ...db,
  async write(work) {
    await gate.pass('write')
    const result = await db.write(work)
    if (random() < 0.15) await gate.pass('committed')
    return result
  },
})

/** Opens the shop on its file: the real services on virtual time, with the provider on the other end of the line. */
export async function startLife({ url, time, provider, random, bytes, onCommit, gated }: World): Promise<Life> {
  const turns = scheduler(random)
  const gate: Gate = { pass: async (where, onLoss) => (gated() ? turns.pass(where, onLoss) : undefined) }
  // It never waits for a lock: what another process does meanwhile is for the scheduler to decide.
  const database = await openDatabase(url, { busyMs: 0, onCommit })
  const open = await openShop(gatedDatabase(database, gate, random), {
    ...{ log, secure: false, cheapPasswords: true, pollMs: null },
    ...{ clock: time.now, random: bytes },
  })
  open.services.gateway = provider.seenFrom(gate)
  return { open, scheduler: turns, alive: true }
}

/** The process dies in the middle of its work: calls that wait go nowhere, sleepers never wake up, only the file is left. */
export async function endLife(life: Life, time: VirtualTime): Promise<void> {
  life.alive = false
  life.scheduler.die()
  time.forgetSleepers()
  await life.open.services.db.close()
}
