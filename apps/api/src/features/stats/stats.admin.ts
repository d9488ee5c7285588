import { StatsInput } from '@comptoir/domain/stats/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { runAside } from '../../services/run-aside.ts'
import { staff } from '../../trpc.ts'
import { StatsView } from './stats-view.ts'

export const statsForAdmin = {
  overview: staff
    .input(StatsInput)
    .output(StatsView)
    .query(({ ctx, input }) => runAside(ctx, 'overview', { ...input, locale: ctx.locale, now: ctx.clock() })),
} satisfies TRPCRouterRecord
