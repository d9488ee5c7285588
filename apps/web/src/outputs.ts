import type { AdminRouter, ShopRouter } from '@comptoir/client'
import type { inferRouterOutputs } from '@trpc/server'

/** What the procedures answer, by path: the views as pages see them. */
export type ShopOutputs = inferRouterOutputs<ShopRouter>
export type AdminOutputs = inferRouterOutputs<AdminRouter>
