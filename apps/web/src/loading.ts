import type { Problem } from '@comptoir/domain'
import { notFound, redirect } from '@tanstack/react-router'
import { problemIn } from './problems.ts'
import { isOffline } from './ui/use-offline.ts'

/** What was asked for, or the page that says it is not there; a refusal that has a page of its own is `except`. */
export async function orNotFound<T>(asked: Promise<T>, except?: Problem['code']): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (except !== undefined && problemIn(error)?.code === except) throw error
    if (problemIn(error)?.kind === 'missing' || problemIn(error)?.code === 'input_invalid') throw notFound()
    throw error
  }
}

/** What was asked for, or, without a network, what was answered last. */
export async function orLastSeen<T>(asked: Promise<T>, last: () => T | undefined): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const known = problemIn(error) === null && isOffline() ? last() : undefined
    if (known === undefined) throw error
    return known
  }
}

/** What was asked for, or the way to the sign-in page and back. */
export async function orSignIn<T>(asked: Promise<T>, to: string, back: string): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (problemIn(error)?.kind === 'unauthenticated') throw redirect({ href: `${to}?back=${encodeURIComponent(back)}` })
    throw error
  }
}
