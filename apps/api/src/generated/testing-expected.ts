import { isStaff, may, type Role, type Scope, scopes } from '@comptoir/domain/people'
import type { TRPCError } from '@trpc/server'
import { audienceOf } from '../audience.ts'
import { tokenScopeOf } from '../scopes.ts'
import type { Subjects } from './testing-samples.ts'
import type { Caller, Procedure, World } from './testing-world.ts'

export type Outcome = 'ok' | TRPCError['code']
export const whose = ['mine', 'theirs', 'missing', 'malformed'] as const
export type Whose = (typeof whose)[number]
/** With what somebody calls: their session, or a token that has the procedure's scope, or every scope but that. */
export const badges = ['session', 'token with the scope', 'token without it'] as const
export type Badge = (typeof badges)[number]

const roleOf = (caller: Caller): Role | null =>
  caller === 'nobody' ? null : caller === 'alice' || caller === 'bob' ? 'customer' : caller

/** What the tables of audiences and permissions say of a cell. */
export function expectedOf({ face, path, sample }: Procedure, caller: Caller, of: Whose): Outcome {
  const audience = audienceOf(face, path)
  const role = roleOf(caller)
  if (audience !== 'anyone') {
    if (role === null) return 'UNAUTHORIZED'
    if (audience === undefined) return 'FORBIDDEN'
    if (audience === 'signed in' ? face === 'admin' && !isStaff(role) : !may(role, audience)) return 'FORBIDDEN'
  }
  if (sample.scope === undefined) return 'ok'
  if (of === 'malformed') return sample.malformed ?? 'BAD_REQUEST'
  if (of === 'missing') return sample.missing ?? 'NOT_FOUND'
  if (sample.scope === 'any') return 'ok'
  return (of === 'mine' ? 'alice' : 'bob') === caller ? 'ok' : 'NOT_FOUND'
}

/** What a token of that kind may do. A procedure that is closed to tokens is tried with every scope there is. */
export function scopesOn(badge: Badge, { face, path }: Procedure): Scope[] {
  const scope = tokenScopeOf(face, path)
  if (badge === 'token without it') return scopes.filter((one) => one !== scope)
  return scope == null ? [...scopes] : [scope]
}

export interface Cell {
  caller: Caller
  badge: Badge
  of: Whose
  outcome: Outcome
  /** The refusal that the scope alone decides. */
  problem: 'scope_missing' | 'token_refused' | null
  name: string
}
/** Every cell of a procedure: caller, badge, and whose thing. A guest has no token. */
export const cellsOf = (one: Procedure, callers: readonly Caller[], of: readonly Badge[] = badges): Cell[] =>
  callers.flatMap((caller) =>
    (caller === 'nobody' ? of.filter((badge) => badge === 'session') : of).flatMap((badge) =>
      (one.sample.scope === undefined ? (['mine'] as const) : whose).map((subject): Cell => {
        const scope = tokenScopeOf(one.face, one.path)
        const problem =
          badge === 'session'
            ? null
            : scope == null
              ? 'token_refused'
              : badge === 'token without it'
                ? 'scope_missing'
                : null
        const outcome = problem === null ? expectedOf(one, caller, subject) : 'FORBIDDEN'
        return { caller, badge, of: subject, outcome, problem, name: `${caller}, ${badge}, ${subject}` }
      }),
    ),
  )

// A thing's id with the kind of another: typed ids are checked by kind.
const malformed = (of: Subjects): Subjects => {
  const twisted = Object.entries(of).map(([key, id]) => [key, String(id).replace(/^[a-z]+_/, 'cart_')])
  return { ...of, ...(Object.fromEntries(twisted) as Subjects) }
}
export const subjectsOf = (world: World, of: Whose): Subjects =>
  of === 'malformed' ? malformed(world.mine) : world[of]
export const inputOf = (world: World, { sample }: Procedure, caller: Caller, of: Whose): unknown =>
  sample.input(subjectsOf(world, of), world.carts[caller])
