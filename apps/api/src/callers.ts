import { adminRouter } from './admin-router.ts'
import { shopRouter } from './shop-router.ts'
import { createCallerFactory } from './trpc.ts'

export type { Context, CurrentUser, Services } from './context.ts'
export { completePayments, settlePayment } from './features/billing/complete-payment.ts'
export { takeFile } from './features/catalog/import/take-file.ts'
export { bySystem } from './features/order-steps/record-step.ts'

/** Calls the shop's procedures in this process, through the whole procedure ladder. */
export const shopCaller = createCallerFactory(shopRouter)
/** The same for the console's. */
export const adminCaller = createCallerFactory(adminRouter)
