import * as z from 'zod'
import { ThreadView } from './thread-view.ts'

/** Writing about an order from its page: whether the caller may, and what was written so far. */
export interface AboutOrderView {
  /** False where the order is an account's, or was only looked up: these write from elsewhere. */
  open: boolean
  thread: ThreadView | null
}
export const AboutOrderView: z.ZodType<AboutOrderView, AboutOrderView> = z.object({
  open: z.boolean(),
  thread: ThreadView.nullable(),
})
