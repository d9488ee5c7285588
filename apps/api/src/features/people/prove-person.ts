import type * as people from '@comptoir/db/stores/people'
import { isStaff } from '@comptoir/domain/people'
import type { Context } from '../../context.ts'
import { limitCalls, sourceOf } from '../../services/limits.ts'

type Needs = Pick<Context, 'db' | 'passwords' | 'face'>

const minute = 60_000
const hour = 60 * minute

/** Whether an account may sign in at this door: the console is for staff. */
export const mayEnter = (
  face: Context['face'],
  { role, disabled }: Pick<people.Account, 'role' | 'disabled'>,
): boolean => !disabled && (face === 'shop' || isStaff(role))

/**
 * The account that this password opens at this door, or null. One verification whatever the case: nobody, wrong password, disabled or
 * not of the staff take the same work (SAFETY S-33).
 */
export async function provenAccount(
  { passwords, face }: Needs,
  account: people.Account | undefined,
  password: string,
): Promise<people.Account | null> {
  if (account === undefined) {
    await passwords.verifyNothing(password)
    return null
  }
  const right = await passwords.verify(account.passwordHash, password)
  return right && mayEnter(face, account) ? account : null
}

const pairOf = (ctx: Context, email: string) => `login:${email} ${sourceOf(ctx.address)}`

/** Counts a try to guess a person's password, wherever it comes from; gently, since a stranger may cause it. */
export const limitGuesses = (ctx: Context, email: string): Promise<void> =>
  limitCalls(ctx, `login-email:${email}`, 30, minute)

/** Counts a try to sign in, per person and source, per source, and gently per person: a stranger locks nobody out (SAFETY S-32). */
export async function limitSignIn(ctx: Context, email: string): Promise<void> {
  await limitCalls(ctx, `login-address:${sourceOf(ctx.address)}`, 50, 15 * minute)
  await limitCalls(ctx, pairOf(ctx, email), 10, 15 * minute)
  await limitGuesses(ctx, email)
}

/** Counts a try to register. */
export async function limitRegister(ctx: Context, email: string): Promise<void> {
  await limitCalls(ctx, `register:${sourceOf(ctx.address)}`, 10, hour)
  await limitGuesses(ctx, email)
}

/** The bucket of a person and source, to forget after a right password. */
export const signInBucket = pairOf
