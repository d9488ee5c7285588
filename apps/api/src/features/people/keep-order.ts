import * as orders from '@comptoir/db/stores/orders'
import * as people from '@comptoir/db/stores/people'
import * as support from '@comptoir/db/stores/support'
import { refuse } from '@comptoir/domain'
import { checkPassword } from '@comptoir/domain/people'
import type { Order } from '@comptoir/domain/orders'
import type { KeepOrderInput } from '@comptoir/domain/people/inputs'
import { changeWithSecret } from '../../change.ts'
import type { Context } from '../../context.ts'
import { limitCalls, sourceOf } from '../../services/limits.ts'
import { hashOf } from '../orders/shopper.ts'
import { limitGuesses, provenAccount } from './prove-person.ts'
import { openProven } from './sign-in.ts'
import { type Started, startSession } from './start-session.ts'

const hour = 3_600_000

/**
 * A guest who just ordered chooses a password: an account for the order's e-mail, with this one order in it, and a session. Other
 * guest orders of that e-mail stay apart: nothing proves that they are the same person's. A repeat signs in afresh.
 * Refuses: order_not_found, email_taken, password_too_short, password_too_long, password_too_common, too_many_requests, shop_busy.
 */
export async function keepOrder(ctx: Context, input: KeepOrderInput): Promise<Started> {
  await limitCalls(ctx, `keep-order:${sourceOf(ctx.address)}`, 30, hour)
  const order = await provenOrder(ctx, input)
  checkPassword(input.password, 'customer')
  const known = await people.findByEmail(ctx.db.read, order.email)
  if (known !== undefined) return again(ctx, known, input)
  const passwordHash = await ctx.passwords.hash(input.password)
  const started = await changeWithSecret(ctx, async (tx, fresh) => {
    const { email, address, locale } = order
    const id = fresh.id('user')
    const words = { id, email, name: address.name, phone: address.phone, locale, role: 'customer' as const }
    const user = await people.insert(tx, { ...words, passwordHash, createdAt: fresh.now })
    if (user === undefined) return null
    if (!(await orders.moveToAccount(tx, order.id, id))) refuse('order_not_found')
    await support.moveToAccount(tx, order.id, id)
    return startSession(tx, ctx, { user, kind: input.session }, fresh)
  })
  // Another call was quicker.
  return started ?? again(ctx, await people.findByEmail(ctx.db.read, order.email), input)
}

/** The order that the token in hand opens: the buyer's own, not the one of a look-up. */
function provenOrder(ctx: Context, { orderId, accessToken }: KeepOrderInput): Promise<Order> {
  const token = accessToken ?? ctx.orderTokens.get(orderId)
  if (token === undefined || token === '') return refuse('order_not_found')
  return orders.getOrder(ctx.db.read, orderId, { accessTokenHash: hashOf(token) })
}

/** An e-mail that has an account is asked to sign in, unless this very call made that account a moment ago. */
async function again(ctx: Context, known: people.Account | undefined, input: KeepOrderInput): Promise<Started> {
  const order = await provenOrder(ctx, input)
  // Only where the right password would open something: else a stranger's order would shut out the e-mail it names.
  if (known !== undefined && order.userId === known.id) await limitGuesses(ctx, known.email)
  const account = await provenAccount(ctx, known, input.password)
  if (account === null || order.userId !== account.id) return refuse('email_taken')
  return (await openProven(ctx, account, { kind: input.session })) ?? refuse('email_taken')
}
