import { checkBooks } from '@comptoir/db'
import { count, type Day, judge } from './day.ts'
import type { Seen } from './seen.ts'
import { turn } from './virtual-time.ts'
import { arrive, sweep } from './world.ts'

/** More turns than a day's last calls can need. */
const mostTurns = 3000

/** Everybody is answered, calls on the line arrive, and what was left open is completed. */
export async function settleDay(day: Day, release: (most: number) => Promise<void>): Promise<void> {
  const fine = () => day.complaints.length === 0
  for (let round = 0; round < 3 && fine(); round++) {
    let idle = 0
    for (let turns = 0; (day.open > 0 || day.life.scheduler.waiting() > 0 || idle < 3) && fine(); turns++) {
      idle = day.life.scheduler.waiting() === 0 ? idle + 1 : 0
      if (idle > 5) await day.time.advance(day.time.untilNext() ?? 1000)
      await release(1)
      if (turns > mostTurns) day.complaints.push(`${day.open} calls never came to an end`)
    }
    for (const call of day.bank.late.splice(0)) arrive(call)
    await day.time.advance(25_000)
    sweep(day)
    await turn()
  }
}

/** Judges the end of a day: nothing is left open, the books are clean, and the provider's statement says the same. */
export async function closeBooks(day: Day): Promise<void> {
  await judge(day)
  day.complaints.push(...leftOpen(day.seen))
  await numberEvents(day)
  if (day.complaints.length > 0) return
  await takeStatement(day)
  const breaches = await checkBooks(day.neighbour.read, { now: day.time.now() })
  day.complaints.push(...breaches.map((one) => `${one.invariant} ${one.subject}: ${one.words}`))
  const { orders, charges, given } = day.seen
  count(day, 'orders', orders.length)
  count(day, 'captures', charges.filter(({ state }) => state === 'captured').length)
  count(day, 'refunds', given.filter(({ state }) => state === 'succeeded').length)
}

/** Events that got no position while the database was held get it now; that is a write, so it waits for its turn. */
async function numberEvents({ life }: Day): Promise<void> {
  let numbered = false
  const settled = life.open.services.events.settled().then(() => (numbered = true))
  while (!numbered) await life.scheduler.release(1)
  await settled
}

const leftOpen = ({ payments, refunds }: Seen): string[] => [
  ...payments
    .filter(({ state }) => state === 'requested' || state === 'confirming')
    .map(({ id }) => `${id} was never settled`),
  ...refunds.filter(({ state }) => state === 'pending').map(({ id }) => `${id} was never settled`),
]

/** Puts the provider's own ledger where the books' check looks for what the provider says. */
async function takeStatement({ neighbour, bank, time }: Day): Promise<void> {
  const at = time.now()
  await neighbour.write(async (tx) => {
    const { gatewayCharges, gatewayRefunds } = tx.tables
    for (const [key, { outcome: state, ...charge }] of bank.charges)
      await tx.insert(gatewayCharges).values({ key, ...charge, state, at })
    for (const [key, { outcome: state, ...refund }] of bank.refunds)
      await tx.insert(gatewayRefunds).values({ key, ...refund, state, at })
  })
}
