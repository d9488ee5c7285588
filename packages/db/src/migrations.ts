import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  position: number
  tag: string
  hash: string
  statements: string[]
}
export interface Applied {
  position: number
  tag: string
  hash: string
}

/** The row of `schema_migrations` that remembers which guards were applied. */
export const guardsTag = 'guards'
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Why a database is not opened as it is: only a start of the shop may bring it to this release. */
export class OlderSchema extends Error {
  constructor() {
    super('The database is of an older release: start the shop of this one once, it brings the database up to date.')
  }
}

/** Refuses a schema of any other release, older or newer. */
export function refuseOtherSchema(known: readonly Migration[], applied: readonly Applied[]): void {
  if (pendingMigrations(known, applied).length > 0) throw new OlderSchema()
}

/** Reads a folder written by drizzle-kit, in the journal's order. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { idx: number; tag: string }[]
  }
  return journal.entries.map(({ idx, tag }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8')
    const statements = text.split('--> statement-breakpoint').map((part) => part.trim())
    return { position: idx, tag, hash: hashOf(text), statements: statements.filter((part) => part !== '') }
  })
}

/** What is still to be applied. Refuses a schema that this release does not know, or a migration edited after the fact. */
export function pendingMigrations(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const done = new Map(applied.filter(({ tag }) => tag !== guardsTag).map((row) => [row.tag, row.hash]))
  for (const [tag, hash] of done) {
    const migration = known.find((candidate) => candidate.tag === tag)
    if (migration === undefined)
      throw new Error(`The database has a newer schema (${tag}): start the release that made it, or restore a backup.`)
    if (migration.hash !== hash)
      throw new Error(`Migration ${tag} was edited after it was applied: restore the file and add a new migration.`)
  }
  return known.filter(({ tag }) => !done.has(tag))
}
