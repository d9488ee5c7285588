import { AsyncLocalStorage } from 'node:async_hooks'

interface Write {
  open: boolean
}

/** Guards the write door of one database: knows whether the running code is inside a write, and inside which one. */
export function writeScope() {
  const inside = new AsyncLocalStorage<Write>()
  return {
    /** Throws when called from inside a write: on SQLite it would wait for itself forever. */
    refuseNested(): void {
      if (inside.getStore()?.open) throw new Error('write inside write: pass tx instead')
    },
    /** Runs one write. `mine` tells whether a statement comes from this write while it is open. */
    begin() {
      const write: Write = { open: true }
      return {
        run: <T>(work: () => Promise<T>): Promise<T> => inside.run(write, work),
        // No store means that the caller's context was lost, not that the caller is another write.
        mine: (): boolean => write.open && (inside.getStore() ?? write) === write,
        end: (): void => void (write.open = false),
      }
    },
  }
}
export type WriteScope = ReturnType<typeof writeScope>
export type OpenWrite = ReturnType<WriteScope['begin']>

export const strayStatement = () => new Error('tx was used outside its write: await every statement inside the work')
