import type { Reader } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import type { UnmatchedMoneyOfOrder } from '@comptoir/db/stores/unmatched-money'
import * as z from 'zod'

/** Money that fits no order; `id` is the payment attempt that it came by. The last three are null while it waits for a person. */
export interface UnmatchedMoneyView {
  id: string
  orderId: string
  orderReference: string | null
  amountCents: number
  currency: string
  /** What the gateway calls it. */
  reference: string
  at: string
  settledAt: string | null
  settledByName: string | null
  note: string | null
}
export interface UnmatchedMoneyPageView {
  items: UnmatchedMoneyView[]
  nextCursor: string | null
}
/** How much waits for a person; 100 means that many or more. */
export interface UnmatchedMoneyCountsView {
  open: number
}

export const UnmatchedMoneyView: z.ZodType<UnmatchedMoneyView, UnmatchedMoneyView> = z.object({
  ...{ id: z.string(), orderId: z.string(), orderReference: z.string().nullable() },
  ...{ amountCents: z.int(), currency: z.string(), reference: z.string(), at: z.string() },
  ...{ settledAt: z.string().nullable(), settledByName: z.string().nullable(), note: z.string().nullable() },
})
export const UnmatchedMoneyPageView: z.ZodType<UnmatchedMoneyPageView, UnmatchedMoneyPageView> = z.object({
  items: z.array(UnmatchedMoneyView),
  nextCursor: z.string().nullable(),
})
export const UnmatchedMoneyCountsView: z.ZodType<UnmatchedMoneyCountsView, UnmatchedMoneyCountsView> = z.object({
  open: z.int(),
})

type Names = ReadonlyMap<string, string>
/** The names of those who settled these rows. */
export const settlersOf = (db: Reader, rows: readonly UnmatchedMoneyOfOrder[]): Promise<Names> =>
  people.namesOf(
    db,
    rows.flatMap(({ settledBy }) => settledBy ?? []),
  )

export const unmatchedMoneyView = (row: UnmatchedMoneyOfOrder, settlers: Names): UnmatchedMoneyView => ({
  ...{ id: row.key, orderId: row.orderId, orderReference: row.orderReference, amountCents: row.amountCents },
  ...{ currency: row.currency, reference: row.reference, at: row.at.toISOString(), note: row.note },
  settledAt: row.settledAt?.toISOString() ?? null,
  settledByName: row.settledBy && (settlers.get(row.settledBy) ?? ''),
})
