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
  const each = rememberedEach(read)
  return async (db, ...key) => (await each(db, [key]))[0] as R
}

/** The same for several at once, answered in their order: the engine is asked for commits once. */
export function rememberedEach<K extends readonly string[], R>(
  read: (db: Reader, ...key: K) => Promise<R>,
): (db: Reader, keys: readonly K[]) => Promise<R[]> {
  const memories = new WeakMap<Reader, Memory<R>>()
  return async (db, keys) => {
    const { commits } = db
    const answers: R[] = []
    if (commits === null) {
      for (const key of keys) answers.push(await read(db, ...key))
      return answers
    }
    const commit = commits()
    let memory = memories.get(db)
    if (memory?.commit !== commit || memory.known.size >= mostKept)
      memories.set(db, (memory = { commit, known: new Map() }))
    for (const key of keys) {
      const name = key.join(' ')
      const found = memory.known.get(name)
      const answer = found === undefined ? await read(db, ...key) : found
      // What was read while somebody committed may be half old.
      if (found === undefined && commits() === commit) memory.known.set(name, answer)
      answers.push(answer)
    }
    return answers
  }
}
