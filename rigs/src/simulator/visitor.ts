import { adminCaller, type Context, type CurrentUser, type Services, shopCaller } from '@comptoir/api/callers'

/** What a person has in hand between calls. */
export interface Bag {
  user: CurrentUser | null
  cartToken: string | null
  orderTokens: Map<string, string>
}

/** Someone's calls to one life of the shop, each with its own context as a request would have it. */
export function callsOf(services: Services, bag: Bag, { key, requestId }: { key: string | null; requestId: string }) {
  const context = (face: 'shop' | 'admin'): Context => ({
    ...services,
    ...{ face, user: bag.user, cartToken: bag.cartToken, orderTokens: bag.orderTokens, tokensBy: 'header' },
    ...{ previewTokens: [], previewToken: null },
    ...{ staleToken: false, locale: 'fr', keys: [key], key: null, requestId, address: '127.0.0.1', userAgent: 'rig' },
    reply: {
      setCookie: () => {},
      clearCookie: () => {},
      setHeader(name, value) {
        if (name === 'cart-token') bag.cartToken = value
      },
    },
  })
  return {
    /** Which life of the shop answers them. */
    life: services,
    shop: shopCaller(() => context('shop')),
    admin: adminCaller(() => context('admin')),
    context: () => context('admin'),
  }
}
export type Calls = ReturnType<typeof callsOf>
