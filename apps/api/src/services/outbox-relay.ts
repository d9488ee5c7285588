import type { Database } from '@comptoir/db'
import * as outbox from '@comptoir/db/stores/outbox'

/** Numbers what was committed since the last time; safe in several processes at once. Answers how many it numbered. */
export async function relayOutbox(db: Database, most = 200): Promise<number> {
  let total = 0
  while (await outbox.hasNew(db.read)) {
    const numbered = await db.write((tx) => outbox.number(tx, most))
    // A relay of another process was quicker; what it numbered is read by position like everything else.
    if (numbered === 0) break
    total += numbered
  }
  return total
}

/** The same database, which tells `wake` after each commit of this process. */
export const withWake = <D extends Database>(db: D, wake: () => void): D => ({
  ...db,
  async write(work) {
    const result = await db.write(work)
    wake()
    return result
  },
})
