import type { Reader } from './database.ts'

/** Beyond so many answers all are forgotten: no shop has as many categories and languages. */
const mostKept = 1000

interface Memory<R> {
  commit: number
  known: Map<string, R>
}

/**
 * Answers what a reading by some words told last, as long as nothing at all was committed since, by whichever process. For small things that many
 * requests ask for; nobody may change what it answers. Inside a write, and on an engine that cannot tell cheaply, it reads each time.
 */
export function remembered<K extends readonly string[], R>(
  read: (db: Reader, ...key: K) => Promise<R>,
): (db: Reader, ...key: K) => Promise<R> {
  const memories = new WeakMap<Reader, Memory<R>>()
  return async (db, ...key) => {
    if (db.commits === null) return read(db, ...key)
    const commit = db.commits()
    let memory = memories.get(db)
    if (memory?.commit !== commit || memory.known.size >= mostKept)
      memories.set(db, (memory = { commit, known: new Map() }))
    const name = key.join(' ')
    const found = memory.known.get(name)
    if (found !== undefined) return found
    const fresh = await read(db, ...key)
    // What was read while somebody committed may be half old.
    if (db.commits() === commit) memory.known.set(name, fresh)
    return fresh
  }
}
