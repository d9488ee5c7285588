import Sqlite from 'better-sqlite3'
import { vi } from 'vitest'

/** A disk on which a statement of a SQLite write fails; `await using` or `using` mends it. */
export interface BrokenDisk extends Disposable {
  /** From now on the n-th statement of what is written fails, BEGIN and COMMIT among them; 0 mends the disk. */
  breakAt(n: number): void
  /** The statement that failed since then. */
  broke(): string | null
  /** How many COMMITs came through since then. */
  commits(): number
}

type Verbs = Pick<Sqlite.Statement, 'run' | 'get' | 'all'>
const verbs = ['run', 'get', 'all'] as const
// What the engine undoes it undoes on a broken disk too.
const undoing = /^(?:rollback|release|savepoint)/

/** Stands between every SQLite connection of this process and its disk. */
export function brokenDisk(): BrokenDisk {
  const memory = new Sqlite(':memory:')
  const statements: Verbs = Object.getPrototypeOf(memory.prepare('select 1'))
  memory.close()
  const writers = new WeakSet<Sqlite.Database>()
  let [at, passed, commits] = [0, 0, 0]
  let broke: string | null = null

  function pass({ source, database }: Sqlite.Statement): void {
    if (source === 'begin immediate') writers.add(database)
    if (!writers.has(database) || undoing.test(source)) return
    if (++passed === at) {
      broke = source
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' })
    }
    if (source === 'commit') commits++
  }
  const spies = verbs.map((verb) => {
    const whole = statements[verb]
    return vi.spyOn(statements, verb).mockImplementation(function (this: Sqlite.Statement, ...values: unknown[]) {
      pass(this)
      return whole.apply(this, values) as never
    })
  })
  return {
    breakAt(n) {
      ;[at, passed, commits, broke] = [n, 0, 0, null]
    },
    broke: () => broke,
    commits: () => commits,
    [Symbol.dispose]: () => spies.forEach((spy) => spy.mockRestore()),
  }
}
