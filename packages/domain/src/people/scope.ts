import { type Permission, permissions, permissionsOf } from './permission.ts'
import { isStaff, type Role } from './user.ts'

/** What an access token may be allowed at the shop's own door: the holder's things, and the shelf. */
const shopScopes = [
  'catalog:read',
  'cart:read',
  'cart:write',
  'orders:read',
  'orders:write',
  'account:read',
  'account:write',
  'support:read',
  'support:write',
] as const
type ShopScope = (typeof shopScopes)[number]

// Who may enter, and what becomes of the system, is decided by people at the console, never by a program.
const reservedNames = ['staff:write', 'apps:write', 'system:write'] as const
type Reserved = (typeof reservedNames)[number]
const reserved: ReadonlySet<string> = new Set(reservedNames)

/** What a token may be allowed: at the console a scope has the name of the permission that it lends. SAFETY S-42. */
export type Scope = ShopScope | Exclude<Permission, Reserved>

const isScope = (permission: Permission): permission is Exclude<Permission, Reserved> => !reserved.has(permission)

/** Every scope, each once. */
export const scopes: readonly Scope[] = [
  ...new Set<Scope>([...shopScopes, ...(Object.keys(permissions) as Permission[]).filter(isScope)]),
]

/** The scopes that a person of this role may lend to a token; an app lends no things of its own but the shelf. */
export function scopesOf(role: Role, kind: TokenKind): Scope[] {
  const held = new Set<Scope>([
    ...(kind === 'personal' ? shopScopes : (['catalog:read'] as const)),
    ...permissionsOf(role).filter(isScope),
  ])
  return scopes.filter((scope) => held.has(scope))
}

/** A person's own token, or one of an app that admins keep. */
export type TokenKind = 'personal' | 'app'

/** So many tokens of one owner may stand at a time. */
export const mostTokens = 20

/** For how many days a token may be made: a year, a quarter of one for what staff carry themselves. */
export const mostTokenDays = (role: Role, kind: TokenKind): number => (kind === 'personal' && isStaff(role) ? 90 : 365)
