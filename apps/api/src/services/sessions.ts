import { createHash } from 'node:crypto'
import type { Database, Reader, Writer } from '@comptoir/db'
import type { Id } from '@comptoir/domain'
import { isStaff, type Role } from '@comptoir/domain/people'
import * as sessions from '@comptoir/db/stores/sessions'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { CurrentUser, Services } from '../context.ts'
import { tokenStands } from './tokens.ts'

export type SessionKind = CurrentUser['sessionKind']

const minute = 60_000
const day = 24 * 60 * minute
/** How long a session lives without a call, and at most, in ms (SAFETY 5.14). */
export const lifetimes = {
  customer: { idleMs: 30 * day, absoluteMs: 90 * day },
  staff: { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute },
} as const
export const lifetimeOf = (role: Role) => lifetimes[isStaff(role) ? 'staff' : 'customer']

const prefixes = { cookie: 'ck_', token: 'tk_' } as const satisfies Record<SessionKind, string>
const secretForm = /^(?:ck|tk)_[A-Za-z0-9_-]{32}$/

/** The hash under which a secret is stored; the secret itself is never kept (INV-64). */
export const sessionIdOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** How the adapter reaches the rows: reads anywhere, changes through the caller's transaction or a write of its own. */
interface Door {
  db: Reader
  write(work: (tx: Writer) => Promise<void>): Promise<void>
  now: Date
  role: Role
  kind: SessionKind
  userAgent: string
  /** What was read a moment ago for this very call. */
  known?: Awaited<ReturnType<typeof standing>>
}

/** The idle end of a session that is used now: it never passes the absolute end. */
const idleEnd = (endsAt: Date, now: Date, role: Role): Date =>
  new Date(Math.min(endsAt.getTime(), now.getTime() + lifetimeOf(role).idleMs))

/** The earliest of what was promised at sign-in and what the role of today allows. */
const absoluteEnd = ({ createdAt, endsAt }: sessions.SessionRow, role: Role): Date =>
  new Date(Math.min(endsAt.getTime(), createdAt.getTime() + lifetimeOf(role).absoluteMs))

/** The session and its person when both still stand at `now`, read from the database; no lifetime is prolonged. */
async function standing(db: Reader, id: string, now: Date) {
  const found = await sessions.find(db, id)
  if (found === undefined || found.account.disabled) return undefined
  const { session, account } = found
  const endsAt = absoluteEnd(session, account.role)
  const ends = Math.min(session.expiresAt.getTime(), endsAt.getTime())
  return ends <= now.getTime() ? undefined : { account, session: { ...session, endsAt } }
}

// Lucia judges by the real clock: what it sees is moved by the distance to ours.
function adapterOf(door: Door): Adapter {
  const { db, now, role } = door
  const rowOf = ({ id, userId, expiresAt }: sessions.SessionRow, leastMs = -Infinity) => ({
    id,
    userId,
    expiresAt: new Date(Date.now() + Math.max(expiresAt.getTime() - now.getTime(), leastMs)),
    attributes: {},
  })
  return {
    async getSessionAndUser(id) {
      const found = door.known ?? (await standing(db, id, now))
      if (found === undefined) return [null, null]
      // Whether it stands was judged at `now`; Lucia looks some ms later, so the end that it sees keeps clear of that moment.
      return [rowOf(found.session, minute), { id: found.account.id, attributes: {} }]
    },
    getUserSessions: async (userId) => (await sessions.listOfUser(db, userId)).map((row) => rowOf(row)),
    async setSession({ id, userId }) {
      const endsAt = new Date(now.getTime() + lifetimeOf(role).absoluteMs)
      const { kind, userAgent } = door
      const expiresAt = idleEnd(endsAt, now, role)
      await door.write((tx) => sessions.insert(tx, { id, userId, kind, createdAt: now, expiresAt, endsAt, userAgent }))
    },
    async updateSessionExpiration(id) {
      const found = await standing(db, id, now)
      if (found === undefined) return
      const end = idleEnd(found.session.endsAt, now, role)
      if (end.getTime() !== found.session.expiresAt.getTime()) await door.write((tx) => sessions.saveEnd(tx, id, end))
    },
    deleteSession: (id) => door.write((tx) => sessions.remove(tx, id)),
    deleteUserSessions: (userId) => door.write((tx) => sessions.removeOfUser(tx, userId)),
    deleteExpiredSessions: () => door.write((tx) => sessions.removeEnded(tx, now)),
  }
}

const lucia = (door: Door) =>
  new Lucia(adapterOf(door), { sessionExpiresIn: new TimeSpan(lifetimeOf(door.role).idleMs, 'ms') })

declare module 'lucia' {
  interface Register {
    UserId: Id<'user'>
  }
}

/** Opens a session and answers its secret, which is stored nowhere: `ck_…` for a cookie, `tk_…` for a bearer token. */
export async function openSession(
  tx: Writer,
  user: { id: Id<'user'>; role: Role },
  kind: SessionKind,
  { now, random, userAgent }: { now: Date; random: (bytes: number) => Uint8Array; userAgent: string },
): Promise<string> {
  const secret = prefixes[kind] + Buffer.from(random(24)).toString('base64url')
  const write: Door['write'] = (work) => work(tx)
  await lucia({ db: tx, write, now, role: user.role, kind, userAgent: userAgent.slice(0, 200) }).createSession(
    user.id,
    {},
    { sessionId: sessionIdOf(secret) },
  )
  return secret
}

/**
 * Who holds this secret: null when it is malformed, of the other kind, ended, or its person is disabled. Role and person are read
 * at each call; the idle end slides, written at most when half of it has passed.
 */
export async function findSession(
  { db, clock }: { db: Database; clock: Services['clock'] },
  secret: string,
  expectedKind: SessionKind,
): Promise<CurrentUser | null> {
  if (!secretForm.test(secret) || !secret.startsWith(prefixes[expectedKind])) return null
  const now = clock()
  const id = sessionIdOf(secret)
  const found = await standing(db.read, id, now)
  if (found === undefined || found.session.kind !== expectedKind) return null
  const { account, session } = found
  const write: Door['write'] = (work) => db.write(work)
  const { kind, userAgent } = session
  const door = { db: db.read, write, now, role: account.role, kind, userAgent, known: found }
  const latest = idleEnd(session.endsAt, now, account.role)
  // Promised under a role with longer lifetimes, or by a clock that went back; a small difference is another process's clock.
  if (session.expiresAt.getTime() - latest.getTime() > lifetimeOf(account.role).idleMs / 2)
    await write((tx) => sessions.saveEnd(tx, id, latest))
  const valid = await lucia(door).validateSession(id)
  return valid.session === null ? null : currentUser(account, id, expectedKind)
}

const currentUser = (
  { id, email, role, locale }: Pick<CurrentUser, 'id' | 'email' | 'role' | 'locale'>,
  sessionId: string,
  sessionKind: SessionKind,
): CurrentUser => ({ id, email, role, locale, sessionId, sessionKind, token: null })

/** Ends one session, at once and for good. */
export const endSession = (tx: Writer, sessionId: string): Promise<void> => sessions.remove(tx, sessionId)

/** Ends a person's sessions, all but one (or all). */
export const endOtherSessions = (tx: Writer, userId: Id<'user'>, exceptId?: string): Promise<void> =>
  sessions.removeOfUser(tx, userId, exceptId)

/** Drops the rows of sessions that are over; a sweep. */
export const dropEndedSessions = (tx: Writer, now: Date): Promise<void> => sessions.removeEnded(tx, now)

/**
 * Whether the caller of a stream may go on: same session, same role, not disabled, not ended. A caller without a session may.
 * It prolongs nothing: watching is no activity.
 */
export async function stillAllowed({ db, clock, user }: Pick<Services, 'db' | 'clock'> & { user: CurrentUser | null }) {
  if (user === null) return true
  if (user.token !== null) return tokenStands(db.read, clock(), { role: user.role, token: user.token })
  const found = await standing(db.read, user.sessionId, clock())
  return found !== undefined && found.account.role === user.role
}
