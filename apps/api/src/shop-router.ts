import { router } from './trpc.ts'

/** What shoppers and their programs may call. */
export const shopRouter = router({})
export type ShopRouter = typeof shopRouter
