import * as people from '@comptoir/db/stores/people'
import { refuse } from '@comptoir/domain'
import { checkPassword, normaliseEmail } from '@comptoir/domain/people'
import type { RegisterInput } from '@comptoir/domain/people/inputs'
import { changeWithSecret } from '../../change.ts'
import type { Context } from '../../context.ts'
import { limitRegister, provenAccount } from './prove-person.ts'
import { openProven } from './sign-in.ts'
import { type Started, startSession } from './start-session.ts'

/**
 * Makes a customer's account and signs in. A known e-mail with its right password signs in, so a repeat makes no second account.
 * Refuses: password_too_short, password_too_long, password_too_common, email_taken, too_many_requests, shop_busy.
 */
export async function register(ctx: Context, input: RegisterInput): Promise<Started> {
  const email = normaliseEmail(input.email)
  checkPassword(input.password, 'customer')
  await limitRegister(ctx, email)
  const known = await people.findByEmail(ctx.db.read, email)
  if (known !== undefined) return join(ctx, known, input)
  const passwordHash = await ctx.passwords.hash(input.password)
  const started = await changeWithSecret(ctx, async (tx, fresh) => {
    const { name } = input
    const { locale } = ctx
    const id = fresh.id('user')
    const account = {
      id,
      email,
      name,
      phone: '',
      locale,
      role: 'customer',
      passwordHash,
      createdAt: fresh.now,
    } as const
    const user = await people.insert(tx, account)
    return user === undefined ? null : startSession(tx, ctx, { user, kind: input.session }, fresh)
  })
  if (started !== null) return started
  // Another call with this e-mail was quicker.
  return join(ctx, await people.findByEmail(ctx.db.read, email), input)
}

async function join(ctx: Context, known: people.Account | undefined, input: RegisterInput): Promise<Started> {
  const account = await provenAccount(ctx, known, input.password)
  if (account === null) refuse('email_taken')
  return (await openProven(ctx, account, { kind: input.session })) ?? refuse('email_taken')
}
