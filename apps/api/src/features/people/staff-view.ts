import type { Colleague } from '@comptoir/db/stores/staff'
import { roles, type Role } from '@comptoir/domain/people'
import * as z from 'zod'

/** A colleague as admins see them. */
export interface ColleagueView {
  id: string
  email: string
  name: string
  role: Role
  disabled: boolean
  createdAt: string
  /** Until when an unused link waits for them; null when there is none. */
  linkEndsAt: string | null
  /** Whether it is the caller: nobody changes their own standing. */
  you: boolean
}
export interface StaffListView {
  items: ColleagueView[]
  nextCursor: string | null
}
/** A link to hand over: the console's page takes the token; it is shown once. */
export interface StaffLinkView {
  token: string
  colleague: ColleagueView
}

export const ColleagueView: z.ZodType<ColleagueView, ColleagueView> = z.object({
  ...{ id: z.string(), email: z.string(), name: z.string(), role: z.enum(roles), disabled: z.boolean() },
  ...{ createdAt: z.string(), linkEndsAt: z.string().nullable(), you: z.boolean() },
})
export const StaffListView: z.ZodType<StaffListView, StaffListView> = z.object({
  items: z.array(ColleagueView),
  nextCursor: z.string().nullable(),
})
export const StaffLinkView: z.ZodType<StaffLinkView, StaffLinkView> = z.object({
  token: z.string(),
  colleague: ColleagueView,
})

export const colleagueView = (
  { id, email, name, role, disabled, createdAt, linkEndsAt }: Colleague,
  callerId: string,
): ColleagueView => ({
  ...{ id, email, name, role, disabled, createdAt: createdAt.toISOString() },
  linkEndsAt: linkEndsAt?.toISOString() ?? null,
  you: id === callerId,
})
