import { createHash } from 'node:crypto'
import type { Writer } from '@comptoir/db'
import * as apps from '@comptoir/db/stores/apps'
import * as people from '@comptoir/db/stores/people'
import * as staff from '@comptoir/db/stores/staff'
import { type Id, refuse } from '@comptoir/domain'
import { isStaff, normaliseEmail } from '@comptoir/domain/people'
import type { InviteColleagueInput } from '@comptoir/domain/people/inputs'
import type { Fresh } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'
import { activeAdmin } from './change-standing.ts'

const day = 24 * 3_600_000

/** What makes a link's token: the call's key, known to the caller only, within their session; a repeat gets it again. */
export const linkSeed = (ctx: Pick<Context, 'key' | 'random'> & { user: CurrentUser }): string =>
  `${ctx.key ?? Buffer.from(ctx.random(32)).toString('base64url')}:${ctx.user.sessionId}`
export const linkToken = (seed: string, userId: string): string =>
  createHash('sha256').update(`staff-link:${seed}:${userId}`).digest('base64url')
export const linkHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Hands out a one-time link, good for a day; the one before opens nothing any more. */
async function openLink(tx: Writer, by: StaffCall, userId: Id<'user'>, seed: string, { now }: Fresh): Promise<void> {
  const tokenHash = linkHash(linkToken(seed, userId))
  const expiresAt = new Date(now.getTime() + day)
  await staff.saveLink(tx, { userId, tokenHash, createdById: by.actorId, createdAt: now, expiresAt })
}

/**
 * Makes the account of a new colleague, which nobody can enter before the link is used. `passwordHash` is of a password that nobody
 * knows. Refuses: not_allowed, email_in_use.
 */
export async function inviteColleague(
  tx: Writer,
  by: StaffCall,
  { email, name, role }: InviteColleagueInput,
  { fresh, seed, passwordHash }: { fresh: Fresh; seed: string; passwordHash: string },
): Promise<Id<'user'>> {
  await activeAdmin(tx, by)
  const id = fresh.id('user')
  const words = { id, email: normaliseEmail(email), name, phone: '', locale: 'fr' as const, role }
  const made = await people.insert(tx, { ...words, passwordHash, createdAt: fresh.now })
  if (made === undefined) refuse('email_in_use')
  await openLink(tx, by, id, seed, fresh)
  await noteDeed(tx, by, { action: 'staff.invite', subjectId: id, after: { email: made.email, role } }, fresh)
  return id
}

/** A new link for a colleague who lost theirs, or their password. Refuses: not_allowed, own_standing, colleague_not_found. */
export async function renewLink(
  tx: Writer,
  by: StaffCall,
  id: Id<'user'>,
  { fresh, seed }: { fresh: Fresh; seed: string },
): Promise<Id<'user'>> {
  await activeAdmin(tx, by)
  if (id === by.actorId) refuse('own_standing')
  const account = await people.take(tx, id)
  if (account === undefined || !isStaff(account.role)) refuse('colleague_not_found')
  // An app has no door of its own: nobody chooses a password for it.
  if ((await apps.find(tx, id)) !== undefined) refuse('colleague_not_found')
  await openLink(tx, by, id, seed, fresh)
  await noteDeed(tx, by, { action: 'staff.resetLink', subjectId: id }, fresh)
  return id
}
