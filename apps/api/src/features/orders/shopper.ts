import { createHash } from 'node:crypto'
import * as orders from '@comptoir/db/stores/orders'
import type { OrderOwner } from '@comptoir/db/stores/orders'
import { type Id, type Locale, refuse } from '@comptoir/domain'
import type { Address, Buyer } from '@comptoir/domain/orders'
import { normaliseEmail } from '@comptoir/domain/people'
import type { Context, CurrentUser } from '../../context.ts'
import type { By } from '../order-steps/record-step.ts'

/** Who shops: an account, or a guest with a cart token. */
export interface Shopper {
  user: Pick<CurrentUser, 'id' | 'email'> | null
  cartToken: string | null
  locale: Locale
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The access token of the order that a guest's cart becomes: whoever holds the cart may open its order. */
export const accessTokenOfCart = (cartToken: string): string =>
  createHash('sha256').update(`order-access:${cartToken}`).digest('base64url')

/**
 * What opens the order that a guest's cart became; null for accounts, and for a repeat that comes with another cart in hand: its token
 * would take the place of the one that opens the order.
 */
export async function cartAccess(
  { user, cartToken, db }: Pick<Context, 'user' | 'cartToken' | 'db'>,
  id: Id<'order'>,
  repeated: boolean,
): Promise<string | null> {
  if (user !== null || cartToken === null) return null
  const token = accessTokenOfCart(cartToken)
  if (!repeated) return token
  return (await orders.findOrder(db.read, id, { accessTokenHash: hashOf(token) })) === undefined ? null : token
}

/** The access token of a guest's order in one request: from the call's key, so that a repeat gets it again. */
export const accessTokenOfKey = (key: string): string =>
  createHash('sha256').update(`order-access-key:${key}`).digest('base64url')

export const ownerOfCart = (who: Shopper): { userId: Id<'user'> } | { tokenHash: string } | null =>
  who.user !== null ? { userId: who.user.id } : who.cartToken ? { tokenHash: hashOf(who.cartToken) } : null

/** The buyer of an order. Refuses: email_needed, when a guest gives none. */
export function buyerOf(
  who: Shopper,
  input: { email?: string | undefined; address: Address; termsVersion: string },
): Buyer {
  const email = who.user?.email ?? input.email
  if (email === undefined) return refuse('email_needed')
  return {
    userId: who.user?.id ?? null,
    email: normaliseEmail(email),
    locale: who.locale,
    address: input.address,
    termsVersion: input.termsVersion,
  }
}

/** Who may see an order: the account, else whoever shows its access token or placed it in this browser. Refuses: order_not_found. */
export function ownerOfOrder(
  ctx: Pick<Context, 'user' | 'orderTokens'>,
  input: { id: string; accessToken?: string | undefined },
): OrderOwner {
  const token = input.accessToken ?? ctx.orderTokens.get(input.id)
  if (token !== undefined && token !== '') return { accessTokenHash: hashOf(token) }
  return ctx.user === null ? refuse('order_not_found') : { userId: ctx.user.id }
}

export const byShopper = (ctx: Pick<Context, 'user' | 'requestId'>): By => ({
  actor: ctx.user === null ? 'guest' : 'customer',
  actorId: ctx.user?.id ?? null,
  requestId: ctx.requestId,
})

const mostOrderTokens = 10

/** Gives a guest's access token: in the answer to a program, as a signed cookie to a browser (newest ten orders). */
export function handOutAccess(
  ctx: Pick<Context, 'tokensBy' | 'orderTokens' | 'reply'>,
  orderId: string,
  token: string | null,
): string | null {
  if (token === null || ctx.tokensBy === 'header') return token
  const kept = [...ctx.orderTokens].filter(([id]) => id !== orderId).slice(1 - mostOrderTokens)
  ctx.orderTokens.set(orderId, token)
  const pairs = [...kept, [orderId, token] as const].map(([id, secret]) => `${id}.${secret}`)
  ctx.reply.setCookie('orders', pairs.join(' '), 180 * 24 * 3600)
  return null
}
