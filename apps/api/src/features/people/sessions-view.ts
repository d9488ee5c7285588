import type { SessionRow } from '@comptoir/db/stores/sessions'
import * as z from 'zod'
import { handleOf } from './own-sessions.ts'

/** A session as its person sees it; `id` is a name for it, no secret. */
export interface OpenSessionView {
  id: string
  kind: 'cookie' | 'token'
  /** Browser and system in words, such as "Firefox, Windows"; the first words of a program's own name otherwise. */
  device: string
  createdAt: string
  /** When it ends if nothing is called; a call moves it on. */
  expiresAt: string
  /** When it ends in any case. */
  endsAt: string
  current: boolean
}
export interface OpenSessionsView {
  items: OpenSessionView[]
}

const OpenSessionView: z.ZodType<OpenSessionView, OpenSessionView> = z.object({
  ...{ id: z.string(), kind: z.enum(['cookie', 'token']), device: z.string(), createdAt: z.string() },
  ...{ expiresAt: z.string(), endsAt: z.string(), current: z.boolean() },
})
export const OpenSessionsView: z.ZodType<OpenSessionsView, OpenSessionsView> = z.object({
  items: z.array(OpenSessionView),
})

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const
const first = (names: readonly (readonly [string, string])[], text: string) =>
  names.find(([mark]) => text.includes(mark))?.[1]

/** What a user agent says of itself, in words that a person knows; proper names need no translation. */
export function deviceOf(userAgent: string): string {
  const words = [first(browsers, userAgent), first(systems, userAgent)].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(', ') : userAgent.slice(0, 40)
}

export const openSessionsView = (rows: readonly SessionRow[], currentId: string): OpenSessionsView => ({
  items: rows.map((row) => ({
    id: handleOf(row),
    kind: row.kind,
    device: deviceOf(row.userAgent),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    current: row.id === currentId,
  })),
})
