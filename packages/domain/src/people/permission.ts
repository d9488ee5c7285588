import type { Role } from './user.ts'

/** What each role of the staff may do: the one table behind procedures, menu and buttons. */
export const permissions = {
  'orders:read': ['support', 'finance', 'admin'],
  'orders:fulfil': ['support', 'admin'],
  'orders:cancel': ['support', 'finance', 'admin'],
  'orders:refund': ['finance', 'admin'],
  'orders:note': ['support', 'finance', 'admin'],
  'products:read': ['catalogue', 'support', 'finance', 'admin'],
  'products:write': ['catalogue', 'admin'],
  'support:read': ['support', 'admin'],
  'support:write': ['support', 'admin'],
  'stats:read': ['finance', 'admin'],
  'customers:read': ['support', 'finance', 'admin'],
  'customers:write': ['support', 'admin'],
  'staff:write': ['admin'],
  'apps:write': ['admin'],
  'audit:read': ['admin'],
  'settings:write': ['admin'],
  'system:write': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Whether a role holds a permission; an unknown one is refused. */
export function may(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission]
  return holders.includes(role)
}
export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => may(role, permission))
