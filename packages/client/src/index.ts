import type { AdminRouter, ShopRouter } from '@comptoir/api/client-types'
import { createTRPCClient, type TRPCClient } from '@trpc/client'
import { adminLinks, shopLinks } from './links.ts'
import type { ClientOptions } from './options.ts'

export type * from '@comptoir/api/client-types'
export { adminLinks, shopLinks } from './links.ts'
export type { ClientOptions, Tokens } from './options.ts'
export { problemOf } from './problem-of.ts'

/** What a shopper may do, typed. Calls of the same moment travel together; mutations may be repeated safely. */
export const createShopClient = (options: ClientOptions): TRPCClient<ShopRouter> =>
  createTRPCClient<ShopRouter>({ links: shopLinks(options) })

/** What staff may do, typed. */
export const createAdminClient = (options: ClientOptions): TRPCClient<AdminRouter> =>
  createTRPCClient<AdminRouter>({ links: adminLinks(options) })
