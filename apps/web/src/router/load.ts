import type { Located } from './address.ts'
import { type Door, find, type Lazy, type Route, type Values } from './routes.ts'
import { isNotFound, isRedirect } from './ways.ts'

/** One route of the page that is shown, with what it was given and what it loaded. */
export interface Match {
  id: string
  routeId: string
  route: Route
  params: Record<string, string>
  search: Values
  context: Values
  loaderData: unknown
  failure: { missing: true } | { error: unknown } | null
  /** Nothing lives below it at this address. */
  empty: boolean
}
export interface Page {
  location: Located
  matches: Match[]
}
export interface Asked {
  routes: readonly Route[]
  location: Located
  context: Values
  preload: boolean
  /** What was loaded before, by match: it is shown at once and loaded again behind it. */
  known: ReadonlyMap<string, unknown>
  /** Told of what was loaded behind a shown page. */
  later: (id: string, loading: Promise<unknown>) => void
}

const failureOf = (thrown: unknown): NonNullable<Match['failure']> => {
  if (isRedirect(thrown)) throw thrown
  return isNotFound(thrown) ? { missing: true } : { error: thrown }
}

const readyOf = async (component: Lazy | undefined): Promise<void> => component?.preload?.()

/** What the routes of an address read of its query. */
export function searchOf(chain: readonly Route[], raw: Values): Values {
  return Object.assign({}, ...chain.map(({ options }) => options.validateSearch?.(raw)))
}

/** Loads all that a page needs; a redirect is thrown, whatever else goes wrong is shown in its place. */
export async function load({ routes, location, context, preload, known, later }: Asked): Promise<Page> {
  const { chain, params, whole } = find(routes, location.pathname)
  const doorOf = (given: Values, deps: unknown): Door => ({
    ...{ context: given, params, search: location.search, deps, location, preload },
    abortController: new AbortController(),
  })
  const matches: Match[] = []
  const loading: Promise<void>[] = []
  let given = context
  for (const route of chain) {
    const { options, id } = route
    const deps = options.loaderDeps?.({ search: location.search })
    const match: Match = {
      ...{ id: id + JSON.stringify([params, deps]), routeId: id, route, params, search: location.search },
      ...{ context: given, loaderData: undefined, failure: null, empty: false },
    }
    matches.push(match)
    try {
      given = { ...given, ...((await options.beforeLoad?.(doorOf(given, deps))) as Values | undefined) }
      match.context = given
    } catch (thrown) {
      match.failure = failureOf(thrown)
      break
    }
  }
  // Loaders run beside each other, each with what the doors above it gave.
  for (const match of matches) {
    if (match.failure) continue
    const { options } = match.route
    loading.push(
      readyOf(options.component).catch((thrown: unknown) => {
        match.failure ??= failureOf(thrown)
      }),
    )
    if (!options.loader) continue
    const loader = options.loader
    const run = async () => loader(doorOf(match.context, options.loaderDeps?.({ search: location.search })))
    if (known.has(match.id)) {
      match.loaderData = known.get(match.id)
      if (!preload) later(match.id, run())
      continue
    }
    loading.push(
      run().then(
        (data) => void (match.loaderData = data),
        (thrown: unknown) => void (match.failure = failureOf(thrown)),
      ),
    )
  }
  await Promise.all(loading)
  const last = matches.findIndex(({ failure }) => failure !== null)
  if (last !== -1) {
    await readyOf(matches[last]?.route.options.errorComponent)
    return { location, matches: matches.slice(0, last + 1) }
  }
  const inmost = matches.at(-1)
  if (inmost && !whole) inmost.empty = true
  return { location, matches }
}
