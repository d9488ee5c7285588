import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { adminRoutes } from './admin/routes.ts'
import { FirstFailure, NothingHere } from './last-resort.tsx'
import { entryRoute, rootRoute } from './root-route.ts'
import { parseSearch, stringifySearch } from './search-address.ts'
import { shopRoutes } from './storefront/routes.ts'
import type { World } from './world.ts'

/** The one router over two separate trees: `/fr`, `/en` for shoppers, `/admin` for staff. */
export const newRouter = (world: World, history?: RouterHistory) =>
  createRouter({
    routeTree: rootRoute.addChildren([entryRoute, shopRoutes, adminRoutes]),
    context: { world },
    // What no page reads is no part of an address: a link with a stranger's mark on it opens the same page.
    search: { strict: true },
    parseSearch,
    stringifySearch,
    ...(history && { history }),
    // A rendered page carries no script of the router's.
    scrollRestoration: history === undefined,
    defaultPreload: 'intent',
    // What was fetched is judged fresh by the query cache alone.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 800,
    defaultNotFoundComponent: NothingHere,
    defaultErrorComponent: FirstFailure,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
