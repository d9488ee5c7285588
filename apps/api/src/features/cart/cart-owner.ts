import { createHash } from 'node:crypto'
import type { CartOwner } from '@comptoir/db/stores/carts'
import type { Context } from '../../context.ts'

/** The hash under which a guest cart's token is stored. */
export const cartTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whose cart the caller means; null for a guest who brought no token. An empty one is none. */
export function cartOwner(ctx: Pick<Context, 'user' | 'cartToken'>): CartOwner | null {
  if (ctx.user !== null) return { userId: ctx.user.id }
  return ctx.cartToken === null || ctx.cartToken === '' ? null : { tokenHash: cartTokenHash(ctx.cartToken) }
}
