import { Refusal } from '@comptoir/domain'

type Facts = Partial<Record<'code' | 'table' | 'constraint' | 'detail', unknown>> & Pick<Error, 'message'>

// SQLite throws a bare SqliteError; Postgres throws Drizzle's error whose `cause` carries the code.
function* chain(error: unknown): Generator<Facts> {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) yield at
}

const find = (error: unknown, codes: readonly string[]): Facts | undefined => {
  for (const facts of chain(error)) if (typeof facts.code === 'string' && codes.includes(facts.code)) return facts
  return undefined
}

/** The engine's code of an error, wherever in its chain of causes it sits: `23505`, `SQLITE_BUSY`, `ECONNRESET`. */
export function errorCode(error: unknown): string | undefined {
  for (const { code } of chain(error)) if (typeof code === 'string') return code
  return undefined
}

// SQLite, a file of the shop's own, PostgreSQL.
const fullCodes = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100']

/**
 * The refusal that an error is, carries or stands for: a read that finds the shop busy throws it wrapped in Drizzle's error, and a disk that
 * is full is nobody's mistake (SAFETY F-08).
 */
export function refusalOf(error: unknown): Refusal | undefined {
  for (const at of chain(error)) if (at instanceof Refusal) return at
  return find(error, fullCodes) && Object.assign(new Refusal('disk_full', {}), { cause: error })
}

/** The key that a unique violation names, spelled the same on both engines: `users.email`, `payment_events.payment_id,kind`. */
export function violatedKey(error: unknown): string | undefined {
  const facts = find(error, ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])
  if (facts?.code === '23505') {
    const columns = /^Key \(([^)]*)\)/.exec(String(facts.detail))?.[1]
    return `${String(facts.table)}.${(columns ?? '').replaceAll(/[" ]/g, '')}`
  }
  const columns = /constraint failed: (.*)$/.exec(facts?.message ?? '')?.[1]?.split(', ')
  const table = columns?.[0]?.split('.')[0]
  return table && `${table}.${columns?.map((column) => column.slice(table.length + 1)).join(',')}`
}

/** Was that a unique violation? `key` (`users.email`) asks for one key only. */
export const isUniqueViolation = (error: unknown, key?: string): boolean => {
  const violated = violatedKey(error)
  return violated !== undefined && (key === undefined || violated === key)
}

/** Was that a check violation? `name` (`variants_stock`) asks for one check only. */
export function isCheckViolation(error: unknown, name?: string): boolean {
  const facts = find(error, ['SQLITE_CONSTRAINT_CHECK', '23514'])
  if (facts === undefined) return false
  if (name === undefined) return true
  return facts.constraint === name || facts.message.endsWith(`constraint failed: ${name}`)
}

/** Was a row of an append-only table about to be changed? */
export const isAppendOnlyViolation = (error: unknown): boolean =>
  [...chain(error)].some(({ message }) => message.includes('append-only: write a new row instead'))
