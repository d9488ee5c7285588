import type { Connection } from './sqlite-connection.ts'

/** A connection that reads: what runs with nothing else in between sees one state of the file. */
export interface ReadMoments {
  /** Before each statement: begins a moment where none lasts. */
  enter(): void
  /** Ends the moment at once: what is read next sees every commit. */
  end(): void
  /** The engine's own number for what other connections committed. */
  commits(): number
  /** Whoever calls it says that all that is read in what is left of this turn of the event loop was asked for before it: one moment will do. */
  shareTurn(): void
}

/**
 * A moment lasts while statements run one after the other and nothing else is waited for: until Node takes up its next callback. The
 * engine locks the file and looks for commits once for all of them; alone, each statement pays it, a third of a point read. Who asks later, in
 * a request of its own, is in a later moment. Requests whose sockets were ready together may share one.
 */
export function readMoments(connection: Connection): ReadMoments {
  const begin = connection.prepare('begin')
  const commit = connection.prepare('commit')
  const version = connection.prepare<[], number>('pragma data_version').pluck()
  let lasts = false
  let shared = false
  let known: number | undefined

  function end(): void {
    if (!lasts) return
    lasts = false
    known = undefined
    // An error may have ended it, or the file was closed.
    if (connection.open && connection.inTransaction) commit.run()
  }
  function enter(): void {
    if (lasts) return
    begin.run()
    lasts = true
    if (!shared) process.nextTick(end)
  }
  return {
    enter,
    end,
    shareTurn() {
      if (shared) return
      shared = true
      setImmediate(() => {
        shared = false
        end()
      })
    },
    commits() {
      enter()
      return (known ??= version.get() ?? 0)
    },
  }
}
