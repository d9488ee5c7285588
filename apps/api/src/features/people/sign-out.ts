import { changeWithSecret } from '../../change.ts'
import type { Context } from '../../context.ts'
import { endSession } from '../../services/sessions.ts'

/**
 * Ends the caller's session on the server and clears its cookie, with those of the orders that this browser may open (SAFETY S-53);
 * without a session there is nothing to end, and that is fine.
 */
export async function signOut(ctx: Context): Promise<void> {
  const { user } = ctx
  if (user !== null) await changeWithSecret(ctx, (tx) => endSession(tx, user.sessionId))
  if (user?.sessionKind === 'token') return
  ctx.reply.clearCookie('session')
  ctx.reply.clearCookie('orders')
}
