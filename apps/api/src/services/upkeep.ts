import type { Services } from '../context.ts'
import { type BookCheck, bookCheck } from './book-check.ts'
import type { LongReads } from './long-reads.ts'

/** Whether the engine found its own file sound: looked at once, when the shop has opened. */
export type DataState = 'unchecked' | 'checking' | 'sound' | 'damaged'

/** What keeps the shop as a whole in order. */
export interface Upkeep {
  longReads: LongReads
  books: BookCheck
  openedAt: Date
  readonly data: DataState
  /** Lets the engine look at its file, off the event loop; what it finds is in the log, in `data` and in /ready. */
  checkData(): Promise<void>
}

export function upkeepOf(services: Pick<Services, 'db' | 'clock' | 'random' | 'log'>, longReads: LongReads): Upkeep {
  let data: DataState = 'unchecked'
  return {
    longReads,
    books: bookCheck(services, longReads),
    openedAt: services.clock(),
    get data() {
      return data
    },
    async checkData() {
      data = 'checking'
      try {
        const faults = await longReads.run('fileFaults', null)
        data = faults.length === 0 ? 'sound' : 'damaged'
        if (data === 'sound') services.log.info('the database file is sound')
        else services.log.fatal({ faults }, 'the database file is damaged: restore a backup (docs/operations.md)')
      } catch (err) {
        data = 'unchecked'
        services.log.info({ err }, 'the database file was not looked at to the end')
      }
    },
  }
}
