import { router } from './trpc.ts'

/** What staff may call. */
export const adminRouter = router({})
export type AdminRouter = typeof adminRouter
