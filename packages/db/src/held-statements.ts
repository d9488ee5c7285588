import type { Connection } from './sqlite-connection.ts'

type Statement = ReturnType<typeof prepare>

const placesAndQuotes = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g
/** The same statement with no value that its plan may depend on: the engine compiles one with such a value anew at each run. */
const withOnePlan = (source: string): string =>
  source.replaceAll(placesAndQuotes, (found) => (found === '?' ? '+?' : found))

const prepare = (connection: Connection, source: string) => connection.prepare(withOnePlan(source))

/** As many as the hot paths need, with room for lists of different lengths. */
const most = 500

/**
 * The same connection, which compiles a statement once and holds it while it is in use: Drizzle asks for it anew at each call. `check`
 * runs before each execution and may throw.
 */
export function holdStatements(connection: Connection, check: () => void = () => {}): Connection {
  const held = new Map<string, Statement>()
  return Object.create(connection, {
    prepare: {
      value(source: string): Statement {
        const known = held.get(source)
        // Taken out and put in again: the oldest in the map is the one that was not used for longest.
        if (known) held.delete(source)
        const statement = known ?? faceOf(prepare(connection, source), check)
        held.set(source, statement)
        const [oldest] = held.size > most ? held.keys() : []
        if (oldest !== undefined) held.delete(oldest)
        return statement
      },
    },
  })
}

/** A statement whose rows are objects, and lists after `raw()`: the mode belongs to the face, not to the shared statement. */
function faceOf(statement: Statement, check: () => void): Statement {
  const { reader } = statement
  let mode = false
  const face = (raw: boolean): Statement => {
    const run =
      (verb: 'run' | 'get' | 'all') =>
      (...values: unknown[]) => {
        check()
        if (reader && mode !== raw) statement.raw((mode = raw))
        return statement[verb](...values)
      }
    return Object.create(statement, {
      run: { value: run('run') },
      get: { value: run('get') },
      all: { value: run('all') },
      raw: { value: () => lists },
    })
  }
  const lists = face(true)
  return face(false)
}
