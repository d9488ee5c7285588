import type { ProblemKind, Refusal } from '@comptoir/domain'

/** The HTTP status of each kind of refusal, the same on every way in. */
export const problemStatus = {
  ...{ invalid: 422, unauthenticated: 401, forbidden: 403, missing: 404, conflict: 409, limited: 429 },
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>

/** What `Retry-After` says with a refusal, in seconds: only where the same call may go well later; else null. */
export function retryAfterOf({ kind, details }: Pick<Refusal, 'kind' | 'details'>): string | null {
  if (kind !== 'limited' && kind !== 'unavailable') return null
  const told = details !== null && typeof details === 'object' && 'retryAfterSeconds' in details
  return String(told && typeof details.retryAfterSeconds === 'number' ? details.retryAfterSeconds : 2)
}

/** What the log says of it: the caller can do nothing about it, who runs the shop can. */
export const fullDisk = 'the disk is full: nothing more can be written'
