import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openTestDatabase } from '@comptoir/db/testing'

/** A database that only the rig's servers open. `await using` removes it. */
export interface Place extends AsyncDisposable {
  url: string
  engine: Engine
  /** Raw SQL on PostgreSQL, past the write door. */
  execute(statements: string): Promise<void>
}

// In memory where the system has a place for that: what a killed process has written stays, and no disk is under test.
const home = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** An empty database: a file of its own that nobody else holds open, or one of the run's PostgreSQL. */
export async function emptyPlace(engine: Engine): Promise<Place> {
  if (engine === 'postgres') return openTestDatabase('postgres')
  const folder = await mkdtemp(join(home, 'comptoir-rig-'))
  return {
    ...{ url: `file:${join(folder, 'shop.db')}`, engine },
    execute: () => Promise.reject(new Error('only PostgreSQL takes statements from outside')),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
