import { startTransition } from 'react'
import { hrefOf, type Located, located, type Target } from './address.ts'
import { browserHistory, type RouterHistory } from './history.ts'
import { load, type Match, searchOf } from './load.ts'
import { find, type Lazy, type Route, settle, type Values } from './routes.ts'
import { rememberScroll, type Scroll } from './scroll.ts'
import { isRedirect, type Redirected } from './ways.ts'

export interface RouterOptions {
  routeTree: Route
  context: Values
  parseSearch: (text: string) => Values
  stringifySearch: (search: Values) => string
  history?: RouterHistory
  defaultNotFoundComponent: Lazy
  defaultErrorComponent: Lazy
}
export interface RouterState {
  location: Located
  matches: Match[]
  isLoading: boolean
}
type Blocker = (step: { current: Located; next: Located }, go: () => void) => boolean
/** How a load on a server ended, beside the page itself. */
export type ServerResult = { type: 'redirect'; redirect: Redirected } | { type: 'render'; status: number }

export type Router = ReturnType<typeof createRouter>

/** The routes at work: where one is, what was loaded for it, and the ways on. */
export function createRouter(options: RouterOptions) {
  const onServer = typeof document === 'undefined'
  const own = options.history ?? browserHistory()
  const routes = settle(options.routeTree)
  const scroll: Scroll | null = onServer ? null : rememberScroll()
  const known = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const blockers = new Set<Blocker>()
  let turn = 0

  /** The entry one is at, read as its routes read it, in the one spelling that it has. */
  function here(): { location: Located; proper: string } {
    const { href, key } = own.now()
    const raw = located(href, options.parseSearch, key)
    const { chain, whole } = find(routes, raw.pathname)
    if (!whole) return { location: raw, proper: raw.href }
    const search = searchOf(chain, raw.search)
    const searchStr = options.stringifySearch(search)
    const pathname = raw.pathname.replace(/(?<=.)\/+$/, '')
    const proper = pathname + searchStr + (raw.hash === '' ? '' : `#${raw.hash}`)
    return { location: { ...raw, pathname, search, searchStr, href: proper }, proper }
  }

  const router = {
    options,
    routesById: Object.fromEntries(routes.map((route) => [route.id, route])),
    state: { location: here().location, matches: [], isLoading: false } as RouterState,
    /** Set where the page stands already and is taken over. */
    ssr: undefined as object | undefined,
    _serverResult: undefined as ServerResult | undefined,
    history: {
      push: (href: string) => void go(href, { replace: false }),
      replace: (href: string) => void go(href, { replace: true }),
    },
    scroll,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    block(blocker: Blocker) {
      blockers.add(blocker)
      return () => void blockers.delete(blocker)
    },
    hrefOf: (target: Target) => hrefOf(target, router.state.location, options.stringifySearch),
    /** Goes there; done when the page is shown. */
    navigate: (target: Target) => go(router.hrefOf(target), target),
    load: run,
    /** Loads all that is shown once more. */
    async invalidate() {
      known.clear()
      await run()
    },
    async preloadRoute(href: string): Promise<void> {
      const location = located(href, options.parseSearch)
      const { chain } = find(routes, location.pathname)
      const search = searchOf(chain, location.search)
      const asked = { routes, location: { ...location, search }, context: options.context, preload: true }
      await load({ ...asked, known, later: () => {} }).catch(() => {})
    },
  }

  function tell(state: RouterState): void {
    router.state = state
    // What is shown stays until the next page is whole.
    startTransition(() => {
      for (const listener of listeners) listener()
    })
  }

  async function run(): Promise<void> {
    const mine = ++turn
    const { location: at, proper } = here()
    const moved = proper !== own.now().href
    if (moved && onServer) {
      const headers = new Headers({ Location: proper })
      router._serverResult = { type: 'redirect', redirect: { isRedirect: true, options: {}, status: 307, headers } }
      return
    }
    if (moved) {
      own.replace(proper)
      at.key = own.now().key
    }
    if (router.state.matches.length > 0) tell({ ...router.state, isLoading: true })
    const later = (id: string, loading: Promise<unknown>) =>
      void loading.then(
        (data) => {
          known.set(id, data)
          if (mine === turn) change(id, { loaderData: data })
        },
        (thrown: unknown) => {
          known.delete(id)
          // It can no longer be shown: the page is loaded as a new one, and says why.
          if (mine === turn) void run()
          else void thrown
        },
      )
    try {
      const page = await load({ routes, location: at, context: options.context, preload: false, known, later })
      if (mine !== turn) return
      for (const { id, route, failure, loaderData } of page.matches)
        if (route.options.loader && !failure) known.set(id, loaderData)
      router._serverResult = { type: 'render', status: statusOf(page.matches) }
      tell({ ...page, isLoading: false })
    } catch (thrown) {
      if (!isRedirect(thrown)) throw thrown
      if (mine !== turn) return
      const href = router.hrefOf(thrown.options)
      thrown.headers.set('Location', href)
      if (onServer) router._serverResult = { type: 'redirect', redirect: thrown }
      else if (thrown.options.reloadDocument) location.replace(href)
      else await go(href, { replace: true, free: true })
    }
  }

  function change(id: string, part: Partial<Match>): void {
    if (!router.state.matches.some((match) => match.id === id)) return
    tell({
      ...router.state,
      matches: router.state.matches.map((match) => (match.id === id ? { ...match, ...part } : match)),
    })
  }

  const held = (next: Located, proceed: () => void): boolean =>
    [...blockers].some((blocker) => blocker({ current: router.state.location, next }, proceed))

  async function go(href: string, how: Target & { free?: boolean }): Promise<void> {
    if (/^[a-z]+:/i.test(href)) return location.assign(href)
    const next = located(href, options.parseSearch)
    if (!how.free && held(next, () => void go(href, { ...how, free: true }))) return
    scroll?.leave(router.state.location.key)
    scroll?.next(how.resetScroll === false ? 'stay' : 'top')
    own[how.replace ? 'replace' : 'push'](next.href)
    await run()
  }

  let allowed = false
  own.listen(({ undo, again }) => {
    const next = located(own.now().href, options.parseSearch, own.now().key)
    const { location: from } = router.state
    const free = allowed
    allowed = false
    const proceed = () => {
      allowed = true
      again()
    }
    if (!free && held(next, proceed)) return undo()
    // A place on the same page: the browser goes there by itself.
    if (next.pathname === from.pathname && next.searchStr === from.searchStr && next.hash !== from.hash)
      return tell({ ...router.state, location: { ...from, hash: next.hash, href: next.href, key: next.key } })
    scroll?.leave(from.key)
    scroll?.next('back')
    void run()
  })
  return router
}

function statusOf(matches: readonly Match[]): number {
  const last = matches.at(-1)
  if (!last || last.empty) return 404
  if (!last.failure) return 200
  return 'missing' in last.failure ? 404 : 500
}
