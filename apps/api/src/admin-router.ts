import { productsForAdmin } from './features/catalog/catalog.admin.ts'
import { ordersForAdmin } from './features/orders/orders.admin.ts'
import { authForAdmin } from './features/people/auth.admin.ts'
import { statsForAdmin } from './features/stats/stats.admin.ts'
import { supportForAdmin } from './features/support/support.admin.ts'
import { router } from './trpc.ts'

/** What staff may call. */
export const adminRouter = router({
  auth: authForAdmin,
  orders: ordersForAdmin,
  products: productsForAdmin,
  stats: statsForAdmin,
  support: supportForAdmin,
})
export type AdminRouter = typeof adminRouter
