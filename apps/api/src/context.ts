import type { Database } from '@comptoir/db'
import type { Id, Locale } from '@comptoir/domain'
import type { Role, Scope } from '@comptoir/domain/people'
import type { Logger } from 'pino'
import type { PaymentGateway } from './services/payments.ts'
import type { PasswordHasher } from './services/passwords.ts'
import type { CallCounter } from './services/call-limits.ts'
import type { PageSpeeds } from './services/page-speeds.ts'
import type { EventTail } from './services/events.ts'
import type { Upkeep } from './services/upkeep.ts'

/** What the whole process shares. Time and chance come from here only. */
export interface Services {
  db: Database
  gateway: PaymentGateway
  passwords: PasswordHasher
  events: EventTail
  upkeep: Upkeep
  calls: CallCounter
  speeds: PageSpeeds
  log: Logger
  clock: () => Date
  random: (bytes: number) => Uint8Array
  /** True where PUBLIC_URL is https: cookies are then Secure with the `__Host-` prefix. */
  secure: boolean
}

/** Who is calling, as the database says at this call. */
export interface CurrentUser {
  id: Id<'user'>
  email: string
  role: Role
  locale: Locale
  /** The hash under which the session (or the access token) is stored, and the kind of secret that was shown. */
  sessionId: string
  sessionKind: 'cookie' | 'token'
  /** The access token that calls in this person's name, with what it was made for; null for whoever signed in. */
  token: { id: Id<'token'>; scopes: readonly Scope[] } | null
}

export type CookieName = 'session' | 'cart' | 'orders'

/** What a call may leave in its answer besides data. */
export interface Reply {
  setCookie(name: CookieName, value: string, maxAgeSeconds: number): void
  clearCookie(name: CookieName): void
  setHeader(name: string, value: string): void
}

export interface Context extends Services {
  face: 'shop' | 'admin'
  user: CurrentUser | null
  /** Why it could not be found out who calls: thrown where the error gets its words and its reference. */
  failure?: unknown
  /** A bearer token was shown that opens nothing: such a caller must not pass for a guest. */
  staleToken: boolean
  /** The guest cart's token, as the header or the signed cookie brought it. */
  cartToken: string | null
  /** `header`: a program that keeps its own tokens (it sent `cart-token`, or `cart-token: new`); else cookies are used. */
  tokensBy: 'header' | 'cookie'
  /** Access tokens of guest orders, by order: those of a browser (signed cookie), and those shown in the header `order-access`. */
  orderTokens: Map<string, string>
  locale: Locale
  /** One idempotency key per call of the batch, in order; null where none was sent. */
  keys: readonly (string | null)[]
  /** The key of this very call, set by the procedure ladder. */
  key: string | null
  /** What opens drafts, by the place of the call in its batch, as the header `preview-token` brought them. */
  previewTokens: readonly (string | null)[]
  /** The one of this very call, set by the procedure ladder. */
  previewToken: string | null
  requestId: string
  address: string
  userAgent: string
  reply: Reply
}
