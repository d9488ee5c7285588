import { bySystem, settlePayment } from '@comptoir/api/callers'
import { lockSqlite } from '@comptoir/db/testing-lock'
import { count, type Day, judge, note, wordsOf } from './day.ts'
import type { Deed } from './play.ts'
import { endLife } from './shop.ts'
import { turn } from './virtual-time.ts'

const minute = 60_000

/** Starts work that nobody waits for; its failure is a complaint, unless the database was busy: then it comes again. */
export function inBackground(day: Day, name: string, work: () => Promise<unknown>): void {
  const { life } = day
  day.open++
  const ends = (words: string) => {
    if (!life.alive) return
    day.open--
    note(day, `${name} ${words}`)
  }
  work().then(
    () => ends('done'),
    (error: unknown) => {
      ends('failed')
      const busy = error instanceof Error && 'code' in error && error.code === 'shop_busy'
      if (life.alive && !busy) day.complaints.push(`${name} failed: ${wordsOf(error)}`)
    },
  )
}
export const sweep = (day: Day): void => inBackground(day, 'sweep', () => day.life.open.jobs.runDue())

/** A call that was still on the line arrives, or finds nothing that it fits. */
export function arrive(call: () => void): void {
  try {
    call()
  } catch {
    // The provider says no to nobody: whoever asked is gone.
  }
}

/** The provider tells what it did: at once or late, once or again, also what is no longer so. */
function callback(day: Day): void {
  const { luck, bank } = day
  const one = luck.random() < 0.5 ? bank.news.at(-luck.whole(1, 3)) : luck.pick(bank.news)
  if (one === undefined) return
  const { key, result } = one
  const stale = bank.charges.get(key)?.outcome !== result.outcome
  count(day, one.told ? 'callbacks: again' : stale ? 'callbacks: stale' : 'callbacks: first')
  one.told = true
  inBackground(day, `callback ${key} ${result.outcome}`, () =>
    settlePayment(day.life.open.services, key as `payment_${string}`, result, bySystem('callback')),
  )
}

/** Another process holds the database's lock over some turns, while some of those who wait try to write. */
async function busy(day: Day): Promise<void> {
  const { scheduler } = day.life
  if (scheduler.waiting() === 0) return
  count(day, 'database busy')
  day.model.loosen()
  day.model.locked()
  const unlock = lockSqlite(day.url)
  for (let go = day.luck.whole(1, 4); go > 0; go--) note(day, `busy: go ${(await scheduler.release(2)).join(', ')}`)
  unlock()
  await judge(day)
}

/** The process dies, and is started anew on what is in the file. */
async function restart(day: Day): Promise<void> {
  if (day.life.scheduler.waiting() > 0) count(day, 'restarts in the middle of work')
  await endLife(day.life, day.time)
  day.open = 0
  day.unheard.length = 0
  await turn()
  day.life = await day.begin()
}

/** What happens to a shop that nobody of its people does. */
export function worldDeeds(day: Day, { again }: { again: () => void }): Deed[] {
  const { luck, time, bank } = day
  return [
    [6, 'sweep', async () => sweep(day)],
    [5, 'time', () => time.advance(luck.whole(1, 20_000))],
    [1, 'long time', () => time.advance(luck.whole(20, 70) * minute)],
    [5, 'callback', async () => callback(day)],
    [
      2,
      'late arrival',
      async () => {
        const [call] = bank.late.splice(Math.floor(luck.random() * bank.late.length), 1)
        if (call === undefined) return
        count(day, 'gateway: arrived late')
        arrive(call)
      },
    ],
    [1, 'restart', () => restart(day)],
    [3, 'busy', () => busy(day)],
    [5, 'repeat', async () => again()],
  ]
}
