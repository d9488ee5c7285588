import type { Locale } from '@comptoir/domain'
import { locales } from '@comptoir/domain'
import { permissions, permissionsOf, type Permission, type Role, roles, type User } from '@comptoir/domain/people'
import * as z from 'zod'

/** What a person sees of their own account. */
export interface ProfileView {
  id: string
  email: string
  name: string
  phone: string
  locale: Locale
  role: Role
  /** What the role may do in the console; empty for customers. */
  permissions: Permission[]
}

const permissionNames = Object.keys(permissions) as Permission[]

export const ProfileView: z.ZodType<ProfileView, ProfileView> = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  phone: z.string(),
  locale: z.enum(locales),
  role: z.enum(roles),
  permissions: z.array(z.enum(permissionNames)),
})

export const profileView = ({ id, email, name, phone, locale, role }: User): ProfileView => ({
  id,
  email,
  name,
  phone,
  locale,
  role,
  permissions: permissionsOf(role),
})

/** Whoever calls; null for a guest. */
export interface MeView {
  user: ProfileView | null
}
export const MeView: z.ZodType<MeView, MeView> = z.object({ user: ProfileView.nullable() })

export interface DoneView {
  done: true
}
export const DoneView: z.ZodType<DoneView, DoneView> = z.object({ done: z.literal(true) })
