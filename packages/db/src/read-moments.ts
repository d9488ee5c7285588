import type { Connection } from './sqlite-connection.ts'

/** A connection that reads: what runs with nothing else in between sees one state of the file. */
export interface ReadMoments {
  /** Before each statement: begins a moment where none lasts. */
  enter(): void
  /** Ends the moment at once: what is read next sees every commit. */
  end(): void
  /** The engine's own number for what other connections committed. */
  commits(): number
}

/**
 * A moment lasts for what is left of a turn of the event loop. The engine locks the file and looks for commits once for all that is read in it;
 * alone, each statement pays it, a third of a point read. Whoever is answered in a turn had asked before it looked; who asks later is in a later moment.
 */
export function readMoments(connection: Connection): ReadMoments {
  const begin = connection.prepare('begin')
  const commit = connection.prepare('commit')
  const version = connection.prepare<[], number>('pragma data_version').pluck()
  let lasts = false
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
    setImmediate(end)
  }
  return {
    enter,
    end,
    commits() {
      enter()
      return (known ??= version.get() ?? 0)
    },
  }
}
