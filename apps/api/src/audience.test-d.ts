import type { inferRouterInputs } from '@trpc/server'
import type { AdminRouter } from './admin-router.ts'
import type { audiences } from './audience.ts'
import type { tokenScopes } from './scopes.ts'
import type { ShopRouter } from './shop-router.ts'

type Paths<I> = { [F in keyof I & string]: `${F}.${keyof I[F] & string}` }[keyof I & string]
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type ShopPath = Paths<inferRouterInputs<ShopRouter>>
type AdminPath = Paths<inferRouterInputs<AdminRouter>>

// Compiled, never run: a procedure without its row in both tables is no program, nor is a row without its procedure.
export const complete: [
  Same<keyof (typeof audiences)['shop'], ShopPath>,
  Same<keyof (typeof audiences)['admin'], AdminPath>,
  Same<keyof (typeof tokenScopes)['shop'], ShopPath>,
  Same<keyof (typeof tokenScopes)['admin'], AdminPath>,
] = [true, true, true, true]
