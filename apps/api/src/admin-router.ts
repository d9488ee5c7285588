import { productsForAdmin } from './features/catalog/catalog.admin.ts'
import { importsForAdmin } from './features/catalog/imports.admin.ts'
import { unmatchedMoneyForAdmin } from './features/billing/unmatched-money.admin.ts'
import { liveForAdmin } from './features/live/live.admin.ts'
import { ordersForAdmin } from './features/orders/orders.admin.ts'
import { appsForAdmin } from './features/people/apps.admin.ts'
import { auditForAdmin } from './features/people/audit.admin.ts'
import { authForConsole } from './features/people/auth.admin.ts'
import { customersForAdmin } from './features/people/customers.admin.ts'
import { staffForAdmin } from './features/people/staff.admin.ts'
import { settingsForAdmin } from './features/settings/settings.admin.ts'
import { statsForAdmin } from './features/stats/stats.admin.ts'
import { supportForAdmin } from './features/support/support.admin.ts'
import { systemForAdmin } from './features/system/system.admin.ts'
import { router } from './trpc.ts'

/** What staff may call. */
export const adminRouter = router({
  apps: appsForAdmin,
  audit: auditForAdmin,
  auth: authForConsole,
  customers: customersForAdmin,
  imports: importsForAdmin,
  live: liveForAdmin,
  orders: ordersForAdmin,
  products: productsForAdmin,
  settings: settingsForAdmin,
  staff: staffForAdmin,
  stats: statsForAdmin,
  support: supportForAdmin,
  system: systemForAdmin,
  unmatchedMoney: unmatchedMoneyForAdmin,
})
export type AdminRouter = typeof adminRouter
