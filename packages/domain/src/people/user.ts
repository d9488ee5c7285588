import type { Id } from '../id.ts'
import type { Locale } from '../problem.ts'

export const roles = ['customer', 'support', 'catalogue', 'finance', 'admin'] as const
export type Role = (typeof roles)[number]
export const staffRoles = ['support', 'catalogue', 'finance', 'admin'] as const satisfies readonly Role[]
export type StaffRole = (typeof staffRoles)[number]
export const isStaff = (role: Role): boolean => role !== 'customer'

export interface User {
  id: Id<'user'>
  email: string
  name: string
  phone: string
  locale: Locale
  role: Role
  createdAt: Date
}

/** One account per normalised address: trimmed, NFC, lower case. INV-63. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()
