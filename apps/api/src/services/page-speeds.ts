import type { Database } from '@comptoir/db'
import * as speeds from '@comptoir/db/stores/page-speeds'
import { bucketOf } from '@comptoir/domain/speed'
import type { PageSpeedInput } from '@comptoir/domain/speed/inputs'
import type { Logger } from 'pino'
import type { Services } from '../context.ts'
import { sourceOf } from './limits.ts'
import { perMinute } from './per-minute.ts'

/** One address tells at most so many pages a minute; what is told beyond that is not counted. */
const mostPerMinute = 120
/** So many addresses are told apart in a minute; beyond them nothing is counted until the next. */
const mostAddresses = 10_000

/** Counts how quickly pages stood before their readers: in memory at first, settled into counts per day. Who read what is not kept. */
export interface PageSpeeds {
  /** False when this address told too much in this minute. */
  count(told: PageSpeedInput, address: string): boolean
  /** Writes what was counted since the last time. */
  settle(): Promise<void>
}

type Needs = { db: Database; clock: Services['clock']; log: Logger }

export function countPageSpeeds({ db, clock, log }: Needs): PageSpeeds {
  const fresh = new Map<string, speeds.CountedSpeed>()
  const mayTell = perMinute(clock, { most: mostPerMinute, mostSources: mostAddresses })

  function add(counted: speeds.CountedSpeed): void {
    const key = [counted.day, counted.kind, counted.measure, counted.upTo].join(' ')
    const known = fresh.get(key)
    fresh.set(key, { ...counted, count: (known?.count ?? 0) + counted.count })
  }

  return {
    count({ kind, values }, address) {
      if (!mayTell(sourceOf(address))) return false
      const day = clock().toISOString().slice(0, 10)
      for (const { measure, value } of values) add({ day, kind, measure, upTo: bucketOf(measure, value), count: 1 })
      return true
    },
    async settle() {
      if (fresh.size === 0) return
      const counted = [...fresh.values()]
      fresh.clear()
      await db
        .write((tx) => speeds.add(tx, counted))
        .catch((err: unknown) => {
          log.warn({ err }, 'the speed of pages was not kept')
          // Written the next time.
          for (const one of counted) add(one)
        })
    },
  }
}
