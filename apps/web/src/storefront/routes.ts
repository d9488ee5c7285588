import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { isLocale } from '../locale.ts'
import { orLastSeen, orNotFound, orSignIn } from '../loading.ts'
import type { ShopLine } from '../rpc.ts'
import { rootRoute } from '../root-route.ts'
import { type CatalogSearch, catalogSearch, newThreadSearch, signInSearch } from '../search-params.ts'
import { loadWords } from '../words.tsx'
import type { World } from '../world.ts'
import { listInput } from './catalog/list-input.ts'
import { loadProduct } from './catalog/load-product.ts'
import { facetsInput } from './catalog/option-filter.ts'
import { isLegalText } from './legal/legal-titles.ts'
import { onlySignedIn } from './people/only-signed-in.ts'

/** Asked for anew at each visit, but not again while a rendered page is taken over. */
const anew = ({ world }: { world: World }) => ({ staleTime: world.patience() })

const orNothing = (): never => {
  throw notFound()
}

/** As many pages of the list as the address says, or as there are. */
async function loadPages({ catalog }: ShopLine['utils'], search: CatalogSearch): Promise<void> {
  const input = listInput(search)
  const known = catalog.list.getInfiniteData(input)?.pages
  const wanted = search.pages ?? 1
  const enough = known && (known.length >= wanted || known.at(-1)?.nextCursor === null)
  await catalog.list.fetchInfinite(input, {
    ...{ pages: wanted, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor },
    ...(!enough && { staleTime: 0 }),
  })
}

/** Home, lists, products and the cart: their words are a part of their own. */
const comesFirst = /^\/\w+(?:\/(?:products(?:\/[^/]*)?|cart)?)?$/

const shopRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$locale',
  beforeLoad: async ({ params, context, location }) => {
    // The console is a tree of its own, which is not here.
    if (params.locale === 'admin') throw redirect({ href: location.href, reloadDocument: true })
    if (!isLocale(params.locale)) throw notFound()
    const line = context.world.shopIn(params.locale)
    return {
      words: await loadWords(params.locale, comesFirst.test(location.pathname) ? 'first' : 'shop'),
      line,
      shop: line.utils,
    }
  },
  loader: async ({ context: { shop } }) => {
    const [categories] = await Promise.all([
      shop.catalog.categories.ensureData(),
      // Every page shows who reads it and how full the cart is; without them it is still a page.
      shop.auth.me.prefetch(undefined, { staleTime: 60_000 }),
      shop.cart.get.prefetch(),
    ])
    return categories
  },
  component: lazyRouteComponent(() => import('./layout.tsx'), 'Layout'),
})
const inShop = <P extends string>(path: P) => ({ getParentRoute: () => shopRoute, path })

const homeRoute = createRoute({
  ...inShop('/'),
  loader: ({ context: { shop } }) => shop.catalog.home.ensureData(),
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
const listRoute = createRoute({
  ...inShop('/products'),
  validateSearch: catalogSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { shop }, deps }) =>
    Promise.all([loadPages(shop, deps), shop.catalog.facets.ensureData(facetsInput(deps))]),
  component: lazyRouteComponent(() => import('./catalog/list-page.tsx'), 'ListPage'),
})
const productRoute = createRoute({
  ...inShop('/products/$slug'),
  loader: ({ context, params }) => loadProduct(context.shop, params),
  component: lazyRouteComponent(() => import('./catalog/product-page.tsx'), 'ProductPage'),
})
const previewRoute = createRoute({
  ...inShop('/preview/$token'),
  loader: ({ context, params }) => orNotFound(context.shop.catalog.preview.fetch({ token: params.token })),
  component: lazyRouteComponent(() => import('./catalog/preview-page.tsx'), 'PreviewPage'),
})
const cartRoute = createRoute({
  ...inShop('/cart'),
  loader: ({ context: { shop } }) => orLastSeen(shop.cart.get.fetch(), () => shop.cart.get.getData()),
  component: lazyRouteComponent(() => import('./cart/cart-page.tsx'), 'CartPage'),
})
const checkoutRoute = createRoute({
  ...inShop('/checkout'),
  loader: ({ context }) => context.shop.cart.get.fetch(undefined, anew(context)),
  component: lazyRouteComponent(() => import('./checkout/checkout-page.tsx'), 'CheckoutPage'),
})
const signInRoute = createRoute({
  ...inShop('/sign-in'),
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./people/sign-in-page.tsx'), 'SignInPage'),
})
const accountRoute = createRoute({
  ...inShop('/account'),
  beforeLoad: (door) => onlySignedIn(door),
  loader: ({ context }) =>
    Promise.all([context.shop.addresses.list.fetch(), context.shop.auth.sessions.fetch(undefined, anew(context))]),
  component: lazyRouteComponent(() => import('./people/account-page.tsx'), 'AccountPage'),
})
const tokensRoute = createRoute({
  ...inShop('/account/tokens'),
  beforeLoad: (door) => onlySignedIn(door),
  loader: ({ context, params, location }) =>
    orSignIn(context.shop.tokens.list.fetch(undefined, { staleTime: 0 }), `/${params.locale}/sign-in`, location.href),
  component: lazyRouteComponent(() => import('./tokens-page.tsx'), 'TokensPage'),
})
const developersRoute = createRoute({
  ...inShop('/developers'),
  component: lazyRouteComponent(() => import('./developers/developers-page.tsx'), 'DevelopersPage'),
})
const refusalsRoute = createRoute({
  ...inShop('/developers/refusals'),
  component: lazyRouteComponent(() => import('./developers/refusals-page.tsx'), 'RefusalsPage'),
})
const refusalRoute = createRoute({
  ...inShop('/developers/refusals/$code'),
  loader: async ({ params }) => {
    const { refusalOf } = await import('./developers/refusals.ts')
    return refusalOf(params.code) ?? orNothing()
  },
  component: lazyRouteComponent(() => import('./developers/refusal-page.tsx'), 'RefusalPage'),
})
const findOrderRoute = createRoute({
  ...inShop('/find-order'),
  component: lazyRouteComponent(() => import('./orders/find-order-page.tsx'), 'FindOrderPage'),
})
const offlineRoute = createRoute({
  ...inShop('/offline'),
  component: lazyRouteComponent(() => import('./offline/offline-page.tsx'), 'OfflinePage'),
})
const legalRoute = createRoute({
  ...inShop('/legal/$text'),
  loader: ({ context, params }) => {
    if (!isLegalText(params.text)) throw notFound()
    return context.shop.shop.info.ensureData()
  },
  component: lazyRouteComponent(() => import('./legal/legal-page.tsx'), 'LegalPage'),
})
const ordersRoute = createRoute({
  ...inShop('/orders'),
  beforeLoad: (door) => onlySignedIn(door),
  loader: ({ context, params, location }) =>
    orSignIn(context.shop.orders.list.fetchInfinite({}, anew(context)), `/${params.locale}/sign-in`, location.href),
  component: lazyRouteComponent(() => import('./orders/orders-page.tsx'), 'OrdersPage'),
})
const orderRoute = createRoute({
  ...inShop('/orders/$id'),
  loader: ({ context, params: { id } }) =>
    orNotFound(
      Promise.all([
        context.shop.orders.get.fetch({ id }, anew(context)),
        context.shop.support.aboutOrder.fetch({ id }, anew(context)),
      ]),
    ),
  component: lazyRouteComponent(() => import('./orders/order-page.tsx'), 'OrderPage'),
})
const payRoute = createRoute({
  ...inShop('/orders/$id/pay'),
  loader: ({ context, params }) => orNotFound(context.shop.orders.get.fetch({ id: params.id }, anew(context))),
  component: lazyRouteComponent(() => import('./checkout/pay-page.tsx'), 'PayPage'),
})
const invoiceRoute = createRoute({
  ...inShop('/orders/$id/invoice'),
  loader: ({ context, params }) => orNotFound(context.shop.orders.invoice.fetch({ id: params.id })),
  component: lazyRouteComponent(() => import('./orders/invoice-page.tsx'), 'InvoicePage'),
})
const threadsRoute = createRoute({
  ...inShop('/support'),
  validateSearch: newThreadSearch,
  beforeLoad: (door) => onlySignedIn(door),
  loader: ({ context, params, location }) =>
    orSignIn(context.shop.support.list.fetchInfinite({}, anew(context)), `/${params.locale}/sign-in`, location.href),
  component: lazyRouteComponent(() => import('./support/threads-page.tsx'), 'ThreadsPage'),
})
const threadRoute = createRoute({
  ...inShop('/support/$id'),
  beforeLoad: (door) => onlySignedIn(door),
  loader: ({ context, params, location }) =>
    orSignIn(
      orNotFound(context.shop.support.get.fetch({ id: params.id }, anew(context))),
      `/${params.locale}/sign-in`,
      location.href,
    ),
  component: lazyRouteComponent(() => import('./support/thread-page.tsx'), 'ThreadPage'),
})

export const shopRoutes = shopRoute.addChildren([
  homeRoute,
  listRoute,
  productRoute,
  previewRoute,
  cartRoute,
  checkoutRoute,
  signInRoute,
  accountRoute,
  tokensRoute,
  findOrderRoute,
  offlineRoute,
  legalRoute,
  ordersRoute,
  orderRoute,
  payRoute,
  invoiceRoute,
  threadsRoute,
  threadRoute,
  developersRoute,
  refusalsRoute,
  refusalRoute,
])
