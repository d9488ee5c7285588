import { readSettings } from '@comptoir/db/stores/settings'
import { ShopInfoInput } from '@comptoir/domain/settings/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { anyone } from '../../trpc.ts'
import { ShopInfoView, shopInfoView } from './settings-view.ts'

/** Who the shop is, for its pages and for programs. */
export const infoForShop = {
  info: anyone
    .input(ShopInfoInput)
    .output(ShopInfoView)
    .query(async ({ ctx }) => shopInfoView(await readSettings(ctx.db.read))),
} satisfies TRPCRouterRecord
