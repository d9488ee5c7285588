import { accountForShop } from './features/account/account.shop.ts'
import { catalogForShop } from './features/catalog/catalog.shop.ts'
import { cartForShop } from './features/cart/cart.shop.ts'
import { liveForShop } from './features/live/live.shop.ts'
import { ordersForShop } from './features/orders/orders.shop.ts'
import { addressesForShop } from './features/people/addresses.shop.ts'
import { authForShop } from './features/people/auth.shop.ts'
import { tokensForShop } from './features/people/tokens.shop.ts'
import { infoForShop } from './features/settings/info.shop.ts'
import { supportForShop } from './features/support/support.shop.ts'
import { router } from './trpc.ts'

/** What shoppers and their programs may call. */
export const shopRouter = router({
  account: accountForShop,
  addresses: addressesForShop,
  auth: authForShop,
  cart: cartForShop,
  catalog: catalogForShop,
  live: liveForShop,
  orders: ordersForShop,
  shop: infoForShop,
  support: supportForShop,
  tokens: tokensForShop,
})
export type ShopRouter = typeof shopRouter
