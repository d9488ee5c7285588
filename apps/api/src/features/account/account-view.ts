import { type Locale, locales } from '@comptoir/domain'
import { type Role, roles } from '@comptoir/domain/people'
import * as z from 'zod'
import { ExportedOrder } from '../orders/export-orders.ts'
import { ExportedThread } from '../support/export-threads.ts'

export interface ExportedProfile {
  id: string
  email: string
  name: string
  phone: string
  locale: Locale
  role: Role
  createdAt: string
}
export interface ExportedAddress {
  name: string
  line1: string
  line2: string
  postcode: string
  city: string
  country: string
  phone: string
  isDefault: boolean
}
/** Where the account is signed in; no secret is in it. */
export interface ExportedSession {
  kind: 'cookie' | 'token'
  userAgent: string
  createdAt: string
  expiresAt: string
}
/** An access token without what it opens doors with. */
export interface ExportedToken {
  name: string
  scopes: string[]
  createdAt: string
  endsAt: string
  revokedAt: string | null
  lastUsedAt: string | null
}
export interface ExportedCartLine {
  variantId: string
  quantity: number
}
/** What colleagues wrote about the person. */
export interface ExportedNote {
  body: string
  at: string
}
/** Everything that the shop holds about a person, to be taken along. */
export interface AccountExportView {
  exportedAt: string
  profile: ExportedProfile
  addresses: ExportedAddress[]
  cart: ExportedCartLine[]
  orders: ExportedOrder[]
  conversations: ExportedThread[]
  notes: ExportedNote[]
  sessions: ExportedSession[]
  tokens: ExportedToken[]
}

const text = z.string()
const profile: z.ZodType<ExportedProfile, ExportedProfile> = z.object({
  ...{ id: text, email: text, name: text, phone: text, locale: z.enum(locales), role: z.enum(roles), createdAt: text },
})
const address: z.ZodType<ExportedAddress, ExportedAddress> = z.object({
  ...{ name: text, line1: text, line2: text, postcode: text, city: text, country: text, phone: text },
  isDefault: z.boolean(),
})
const session: z.ZodType<ExportedSession, ExportedSession> = z.object({
  ...{ kind: z.enum(['cookie', 'token']), userAgent: text, createdAt: text, expiresAt: text },
})
const token: z.ZodType<ExportedToken, ExportedToken> = z.object({
  ...{ name: text, scopes: z.array(text), createdAt: text, endsAt: text },
  ...{ revokedAt: text.nullable(), lastUsedAt: text.nullable() },
})
export const AccountExportView: z.ZodType<AccountExportView, AccountExportView> = z.object({
  exportedAt: text,
  profile,
  addresses: z.array(address),
  cart: z.array(z.object({ variantId: text, quantity: z.int() })),
  orders: z.array(ExportedOrder),
  conversations: z.array(ExportedThread),
  notes: z.array(z.object({ body: text, at: text })),
  sessions: z.array(session),
  tokens: z.array(token),
})

/**
 * What came of the wish to be erased. `orders_open`: the orders of these references still go on, and need the address. `colleague`: the
 * account is the business’s, an administrator ends its access.
 */
export interface ErasureView {
  outcome: 'erased' | 'orders_open' | 'colleague'
  references: string[]
}
export const ErasureView: z.ZodType<ErasureView, ErasureView> = z.object({
  outcome: z.enum(['erased', 'orders_open', 'colleague']),
  references: z.array(text),
})
