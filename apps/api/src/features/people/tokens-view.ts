import type { UsedToken } from '@comptoir/db/stores/tokens'
import type { Account } from '@comptoir/db/stores/people'
import { mostTokenDays, mostTokens, type Role, roles, type Scope, scopes, scopesOf } from '@comptoir/domain/people'
import * as z from 'zod'

/** An access token as lists show it; what it opens doors with was shown once. */
export interface TokenView {
  id: string
  name: string
  scopes: Scope[]
  /** Its prefix and last characters, to tell one from another. */
  hint: string
  createdAt: string
  endsAt: string
  /** To the minute; null when it was never used. */
  lastUsedAt: string | null
  ended: boolean
}
/** The caller's own tokens, and what a new one may be. */
export interface TokensView {
  items: TokenView[]
  offered: Scope[]
  mostDays: number
  most: number
}
/** A token that was just made: its secret is in this answer only. */
export interface NewTokenView {
  secret: string
  token: TokenView
}
/** An app with its tokens, and what a new one of it may be. */
export interface AppView extends TokensView {
  id: string
  name: string
  role: Role
  closed: boolean
  createdAt: string
}
export interface AppsView {
  items: AppView[]
}

const TokenView: z.ZodType<TokenView, TokenView> = z.object({
  ...{ id: z.string(), name: z.string(), scopes: z.array(z.enum(scopes)), hint: z.string(), createdAt: z.string() },
  ...{ endsAt: z.string(), lastUsedAt: z.string().nullable(), ended: z.boolean() },
})
const list = { items: z.array(TokenView), offered: z.array(z.enum(scopes)), mostDays: z.int(), most: z.int() }
export const TokensView: z.ZodType<TokensView, TokensView> = z.object(list)
export const NewTokenView: z.ZodType<NewTokenView, NewTokenView> = z.object({ secret: z.string(), token: TokenView })
const AppView: z.ZodType<AppView, AppView> = z.object({
  ...{ id: z.string(), name: z.string(), role: z.enum(roles), closed: z.boolean(), createdAt: z.string() },
  ...list,
})
export const AppsView: z.ZodType<AppsView, AppsView> = z.object({ items: z.array(AppView) })

export const tokenView = (token: UsedToken, now: Date): TokenView => ({
  ...{ id: token.id, name: token.name, scopes: token.scopes, hint: token.hint },
  createdAt: token.createdAt.toISOString(),
  endsAt: token.endsAt.toISOString(),
  lastUsedAt: token.usedAt?.toISOString() ?? null,
  ended: token.endsAt <= now,
})

export const tokensView = (tokens: readonly UsedToken[], role: Role, now: Date): TokensView => ({
  items: tokens.map((token) => tokenView(token, now)),
  offered: scopesOf(role, 'personal'),
  mostDays: mostTokenDays(role, 'personal'),
  most: mostTokens,
})

export const appsView = (apps: readonly Account[], tokens: readonly UsedToken[], now: Date): AppsView => ({
  items: apps.map(({ id, name, role, disabled, createdAt }) => ({
    ...{ id, name, role, closed: disabled, createdAt: createdAt.toISOString() },
    items: tokens.filter(({ userId }) => userId === id).map((token) => tokenView(token, now)),
    offered: scopesOf(role, 'app'),
    mostDays: mostTokenDays(role, 'app'),
    most: mostTokens,
  })),
})
