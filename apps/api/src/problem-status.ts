import type { ProblemKind } from '@comptoir/domain'

/** The HTTP status of each kind of refusal, the same on every way in. */
export const problemStatus = {
  ...{ invalid: 422, unauthenticated: 401, forbidden: 403, missing: 404, conflict: 409, limited: 429 },
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>
