import type { Scope } from '@comptoir/client'

type Underscored<S> = S extends `${infer Left}:${infer Right}` ? `${Left}_${Right}` : never

/** The name of the words that say what a scope allows. */
export const scopeKey = (scope: Scope): `scope_${Underscored<Scope>}` =>
  // The types cannot follow `replace`; the return type keeps every scope worded.
  `scope_${scope.replace(':', '_') as Underscored<Scope>}`
