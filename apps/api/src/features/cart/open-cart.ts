import { createHash } from 'node:crypto'
import type { Writer } from '@comptoir/db'
import * as carts from '@comptoir/db/stores/carts'
import type { Fresh } from '../../change.ts'
import type { Context, Reply } from '../../context.ts'
import { cartOwner, cartTokenHash } from './cart-owner.ts'

type Caller = Pick<Context, 'user' | 'cartToken' | 'key' | 'reply' | 'random'>

const cookieSeconds = 180 * 24 * 60 * 60
const newTokens = new WeakMap<Reply, string>()

// With a key the token follows from it: a repeat of the call finds the same cart and gets its token again, and no row stores a secret.
const tokenOfKey = (key: string) => createHash('sha256').update(`cart-token:${key}`).digest('base64url')
const randomToken = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** The token of a guest's new cart; the calls of one batch share it. */
function newCartToken({ key, reply, random }: Caller): string {
  const token = newTokens.get(reply) ?? (key === null ? randomToken(random(32)) : tokenOfKey(key))
  newTokens.set(reply, token)
  return token
}

/** The caller's cart, locked; a guest without an open one gets a new one with a new token: a token that the caller made up opens nothing. */
export async function openCartFor(
  tx: Writer,
  caller: Caller,
  fresh: Fresh,
): Promise<{ cart: carts.OpenCart; token: string | null }> {
  const owner = cartOwner(caller)
  const at = { id: fresh.id('cart'), now: fresh.now }
  const known =
    owner === null
      ? undefined
      : 'userId' in owner
        ? await carts.takeOrOpen(tx, owner, at)
        : await carts.takeOpen(tx, owner)
  if (known !== undefined) return { cart: known, token: null }
  // The key's own cart may be closed by now: then chance alone makes the token.
  for (const token of [newCartToken(caller), randomToken(fresh.random(32))]) {
    const cart = await carts.takeOrOpen(tx, { tokenHash: cartTokenHash(token) }, at)
    if (cart !== undefined) return { cart, token }
  }
  throw new Error('a cart with a new token could not be opened')
}

/** The token of the cart that a repeated call answers, when that cart was opened by this very key; null else. */
export async function tokenToHandOut(
  ctx: Pick<Context, 'user' | 'key' | 'reply' | 'db'>,
  cartId: string | null,
): Promise<string | null> {
  if (ctx.user !== null || ctx.key === null) return null
  const token = newTokens.get(ctx.reply) ?? tokenOfKey(ctx.key)
  const cart = await carts.findByToken(ctx.db.read, cartTokenHash(token))
  return cart !== undefined && cart.id === cartId ? token : null
}

/** Hands a cart's token to the caller, the way the caller keeps tokens. */
export function handOutCartToken(ctx: Pick<Context, 'tokensBy' | 'reply'>, token: string): void {
  if (ctx.tokensBy === 'cookie') ctx.reply.setCookie('cart', token, cookieSeconds)
  else ctx.reply.setHeader('cart-token', token)
}
