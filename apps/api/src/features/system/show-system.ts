import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Reader, repoRoot } from '@comptoir/db'
import * as upkeep from '@comptoir/db/stores/upkeep'
import type { Services } from '../../context.ts'
import { showSpeeds } from './show-speeds.ts'
import type { SystemView } from './system-view.ts'

let known: string | undefined
function version(): string {
  if (known !== undefined) return known
  const manifest: unknown = JSON.parse(readFileSync(path.join(repoRoot(), 'package.json'), 'utf8'))
  known = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
  return known
}

/** How the shop as a whole is, now, in the eyes of a reader or of a change. */
export async function showSystem(
  { db, clock, upkeep: { books, data, openedAt } }: Pick<Services, 'db' | 'clock' | 'upkeep'>,
  read: Reader = db.read,
): Promise<SystemView> {
  const now = clock()
  const [check, backup] = [await upkeep.findCheck(read), await upkeep.findBackup(read)]
  return {
    ...{ version: version(), engine: db.dialect.name, ...(await upkeep.countWaiting(read, now)) },
    ...{ data, openedAt: openedAt.toISOString(), now: now.toISOString() },
    ...{ checking: books.progress, checkFailed: books.failed },
    check: check
      ? {
          startedAt: check.startedAt.toISOString(),
          finishedAt: check.finishedAt.toISOString(),
          breaches: check.result.breaches,
        }
      : null,
    speeds: await showSpeeds(read, now),
    backup: backup ? { ...backup.result, finishedAt: backup.finishedAt.toISOString() } : null,
  }
}
