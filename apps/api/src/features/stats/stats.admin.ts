import { StatsInput } from '@comptoir/domain/stats/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { staff } from '../../trpc.ts'
import { overview } from './overview.ts'
import { StatsView } from './stats-view.ts'

export const statsForAdmin = {
  overview: staff
    .input(StatsInput)
    .output(StatsView)
    .query(({ ctx, input }) => overview(ctx.db.read, { ...input, locale: ctx.locale, now: ctx.clock() })),
} satisfies TRPCRouterRecord
