import { createRouter, type RouterHistory } from '@tanstack/react-router'
import type { adminRoutes } from './admin/routes.ts'
import { FirstFailure, NothingHere } from './last-resort.tsx'
import { entryRoute, rootRoute } from './root-route.ts'
import { parseSearch, stringifySearch } from './search-address.ts'
import { shopRoutes } from './storefront/routes.ts'
import type { World } from './world.ts'

type ConsoleRoutes = typeof adminRoutes
interface Options {
  /** The console's tree, where one is in the console: a shopper loads none of it. */
  console?: ConsoleRoutes | undefined
  history?: RouterHistory
}

// All addresses are typed, whichever tree is there; the router passes over a tree that is not.
const treeOf = (console: ConsoleRoutes | undefined) =>
  rootRoute.addChildren([entryRoute, shopRoutes, console as ConsoleRoutes])

/** The one router over two separate trees: `/fr`, `/en` for shoppers, `/admin` for staff. */
export const newRouter = (world: World, { console, history }: Options = {}) =>
  createRouter({
    routeTree: treeOf(console),
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
