import type { HistoryRow } from '@comptoir/db/stores/movements'
import type { Locale } from '@comptoir/domain'
import { type MovementKind, movementKinds, optionWords, type ProductOption } from '@comptoir/domain/catalog'
import * as z from 'zod'

/** A change of a variant's shelf with who did it and why; `actorName` is null where it was an order or an import. */
export interface MovementRowView {
  id: string
  variantId: string
  sku: string | null
  optionWords: string
  kind: MovementKind
  quantity: number
  reason: string
  orderId: string | null
  orderReference: string | null
  actorId: string | null
  actorName: string | null
  at: string
}
export const MovementRowView: z.ZodType<MovementRowView, MovementRowView> = z.object({
  id: z.string(),
  variantId: z.string(),
  sku: z.string().nullable(),
  optionWords: z.string(),
  kind: z.enum(movementKinds),
  quantity: z.int(),
  reason: z.string(),
  orderId: z.string().nullable(),
  orderReference: z.string().nullable(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  at: z.string(),
})
export interface MovementPageView {
  items: MovementRowView[]
  nextCursor: string | null
}
export const MovementPageView: z.ZodType<MovementPageView, MovementPageView> = z.object({
  items: z.array(MovementRowView),
  nextCursor: z.string().nullable(),
})

export const movementRowView = (
  { values, actorName, actorEmail, at, ...row }: HistoryRow,
  options: readonly ProductOption[],
  locale: Locale,
): MovementRowView => ({
  ...row,
  optionWords: optionWords(options, values, locale),
  // A colleague who has not entered yet has no name.
  actorName: actorName || actorEmail,
  at: at.toISOString(),
})
