import { createHash } from 'node:crypto'
import type { Reader, Writer } from '@comptoir/db'
import * as sessions from '@comptoir/db/stores/sessions'
import { type Id, makeId } from '@comptoir/domain'
import type { CurrentUser } from '../../context.ts'
import { endSession } from '../../services/sessions.ts'

/** What a session is called in lists: a hash of its stored hash, so it opens nothing and tells nothing. */
export const handleOf = ({ id, createdAt }: Pick<sessions.SessionRow, 'id' | 'createdAt'>): Id<'session'> =>
  makeId('session', createdAt.getTime(), createHash('sha256').update(`session-handle:${id}`).digest())

/** The caller's sessions that stand, the newest first. */
export async function listOwnSessions(db: Reader, userId: Id<'user'>, now: Date): Promise<sessions.SessionRow[]> {
  const rows = await sessions.listOfUser(db, userId)
  return rows
    .filter(({ expiresAt }) => expiresAt > now)
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
}

/** Ends a session of the caller's own; one that is none of theirs, or over, is as good as ended. Answers whether it was this one. */
export async function endOwnSession(tx: Writer, user: CurrentUser, handle: Id<'session'>): Promise<boolean> {
  const found = (await sessions.listOfUser(tx, user.id)).find((row) => handleOf(row) === handle)
  if (found !== undefined) await endSession(tx, found.id)
  return found?.id === user.sessionId
}
