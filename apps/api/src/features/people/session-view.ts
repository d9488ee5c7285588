import type { CartNotice } from '@comptoir/domain/cart'
import * as z from 'zod'
import { ProfileView } from './profile-view.ts'

/** What did not fit when the guest's cart joined the account's. */
export interface MergeNoticeView {
  reason: CartNotice['reason']
  variantId: string
  name: string
  wanted: number
  kept: number
}
/** A session that was just opened. `token` is the secret of a token session, shown once; null where a cookie was set instead. */
export interface SessionView {
  token: string | null
  user: ProfileView
  cartNotices: MergeNoticeView[]
}

const MergeNoticeView: z.ZodType<MergeNoticeView, MergeNoticeView> = z.object({
  reason: z.enum(['stock', 'limit', 'cart_full']),
  variantId: z.string(),
  name: z.string(),
  wanted: z.int(),
  kept: z.int(),
})

export const SessionView: z.ZodType<SessionView, SessionView> = z.object({
  token: z.string().nullable(),
  user: ProfileView,
  cartNotices: z.array(MergeNoticeView),
})
