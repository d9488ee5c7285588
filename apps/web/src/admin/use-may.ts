import type { Permission } from '@comptoir/domain/people'
import { admin } from '../rpc.ts'

/** Whether the signed-in person holds a permission; what nobody may do is not shown. */
export function useMay(): (permission: Permission) => boolean {
  const [{ permissions }] = admin.auth.profile.useSuspenseQuery()
  return (permission) => permissions.includes(permission)
}
