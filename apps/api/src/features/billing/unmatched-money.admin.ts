import * as unmatchedMoney from '@comptoir/db/stores/unmatched-money'
import { SettleMoneyInput, UnmatchedMoneyCountsInput, UnmatchedMoneyInput } from '@comptoir/domain/billing/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { settleMoney } from './settle-money.ts'
import {
  settlersOf,
  UnmatchedMoneyCountsView,
  UnmatchedMoneyPageView,
  UnmatchedMoneyView,
  unmatchedMoneyView,
} from './unmatched-money-view.ts'

/** Money that a gateway took and that fits no order: a person looks at each and says what became of it. INV-06. */
export const unmatchedMoneyForAdmin = {
  /** What waits, the newest first; with `settled` what was settled. Refuses: cursor_invalid. */
  list: staff
    .input(UnmatchedMoneyInput)
    .output(UnmatchedMoneyPageView)
    .query(async ({ ctx, input }) => {
      const { rows, nextCursor } = await unmatchedMoney.list(ctx.db.read, input)
      const settlers = await settlersOf(ctx.db.read, rows)
      return { items: rows.map((row) => unmatchedMoneyView(row, settlers)), nextCursor }
    }),

  counts: staff
    .input(UnmatchedMoneyCountsInput)
    .output(UnmatchedMoneyCountsView)
    .query(async ({ ctx }) => ({ open: await unmatchedMoney.countOpen(ctx.db.read) })),

  /** Refuses: unmatched_money_not_found, unmatched_money_settled. */
  settle: staff
    .input(SettleMoneyInput)
    .output(UnmatchedMoneyView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'unmatchedMoney.settle', input, async (tx, fresh) => {
        const money = await settleMoney(tx, staffCall(ctx), input, fresh)
        return unmatchedMoneyView(money, await settlersOf(tx, [money]))
      }),
    ),
} satisfies TRPCRouterRecord
