import type { Writer } from '@comptoir/db'
import type { User } from '@comptoir/domain/people'
import type { CartNotice } from '@comptoir/domain/cart'
import type { Fresh } from '../../change.ts'
import type { Context } from '../../context.ts'
import { endSession, lifetimeOf, openSession, type SessionKind } from '../../services/sessions.ts'
import { cartTokenHash } from '../cart/cart-owner.ts'
import { mergeGuestCart } from '../cart/merge-carts.ts'
import { profileView } from './profile-view.ts'
import type { SessionView } from './session-view.ts'

/** A session that was written, and its secret, which only this answer carries. */
export interface Started {
  user: User
  kind: SessionKind
  secret: string
  cartNotices: CartNotice[]
}

/** Opens a session for a proven person inside the caller's write: the old one of the same kind ends, the guest's cart joins. */
export async function startSession(
  tx: Writer,
  ctx: Context,
  { user, kind }: { user: User; kind: SessionKind },
  fresh: Fresh,
): Promise<Started> {
  if (ctx.user?.sessionKind === kind) await endSession(tx, ctx.user.sessionId)
  const { now, random } = fresh
  const secret = await openSession(tx, user, kind, { now, random, userAgent: ctx.userAgent })
  const guest = ctx.face === 'shop' && ctx.cartToken ? cartTokenHash(ctx.cartToken) : null
  const who = { userId: user.id, locale: ctx.locale }
  const cartNotices = guest === null ? [] : await mergeGuestCart(tx, { ...who, tokenHash: guest }, fresh)
  return { user, kind, secret, cartNotices }
}

/** Hands the secret to the caller, after the commit: a cookie is set, or a token answered. */
export function handOver(ctx: Context, { user, kind, secret, cartNotices }: Started): SessionView {
  if (kind === 'cookie') ctx.reply.setCookie('session', secret, lifetimeOf(user.role).absoluteMs / 1000)
  if (ctx.face === 'shop' && ctx.tokensBy === 'cookie') ctx.reply.clearCookie('cart')
  return { token: kind === 'token' ? secret : null, user: profileView(user), cartNotices }
}
