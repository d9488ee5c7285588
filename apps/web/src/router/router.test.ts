import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../search-address.ts'
import { createMemoryHistory } from './history.ts'
import { createRouter } from './router.ts'
import { createRootRouteWithContext, createRoute, type Door, type RouteOptions } from './routes.ts'
import { notFound, redirect } from './ways.ts'

const nothing = () => null

/** A small shop: a layout with a list, a product and an account, and a console beside it. */
function open(href: string, { product = {} }: { product?: RouteOptions } = {}) {
  const loaded: string[] = []
  const heard =
    (name: string) =>
    ({ search, deps }: Door) => {
      loaded.push(`${name} ${JSON.stringify(deps ?? search)}`)
      return name
    }
  const root = createRootRouteWithContext()({})
  const shop = createRoute({
    ...{ getParentRoute: () => root, path: '/$locale', loader: heard('shop') },
    beforeLoad: ({ params }) => {
      if (params['locale'] !== 'fr') throw notFound()
      return { words: 'des mots' }
    },
  })
  const inShop = (path: string, options: RouteOptions = {}) =>
    createRoute({ ...options, getParentRoute: () => shop, path })
  const tree = root.addChildren([
    shop.addChildren([
      inShop('/', { loader: heard('home') }),
      inShop('/products', {
        validateSearch: ({ sort }) => (sort === 'newest' ? { sort } : {}),
        loaderDeps: ({ search }) => search,
        loader: heard('list'),
      }),
      inShop('/products/$slug', {
        loader: ({ context, params }) => `${context['words']} ${params['slug']}`,
        ...product,
      }),
      inShop('/account', {
        beforeLoad: () => {
          throw redirect({ href: '/fr?back=/fr/account' })
        },
      }),
    ]),
    createRoute({ getParentRoute: () => root, path: '/admin' }).addChildren([
      createRoute({ getParentRoute: () => root, path: '/' }),
    ]),
  ])
  const history = createMemoryHistory({ initialEntries: [href] })
  const router = createRouter({
    ...{ routeTree: tree, context: {}, parseSearch, stringifySearch, history },
    ...{ defaultNotFoundComponent: nothing, defaultErrorComponent: nothing },
  })
  const ended = async () => {
    await router.load()
    const result = router._serverResult
    return result?.type === 'redirect'
      ? `${result.redirect.status} ${result.redirect.headers.get('Location')}`
      : `${result?.status} ${router.state.matches.map(({ routeId }) => routeId).join(' ')}`
  }
  return { router, loaded, ended }
}

test('an address leads to its page through what stands around it', async () => {
  expect(await open('/fr').ended()).toBe('200 __root__ /$locale /$locale/')
  expect(await open('/fr/products').ended()).toBe('200 __root__ /$locale /$locale/products')
  expect(await open('/admin').ended()).toBe('200 __root__ /admin /admin/')
  const product = open('/fr/products/caf%C3%A9')
  expect(await product.ended()).toBe('200 __root__ /$locale /$locale/products/$slug')
  expect(product.router.state.matches.at(-1)?.loaderData).toBe('des mots café')
})

test('a page whose code does not come is a failure inside what stands around it', async () => {
  const gone = Object.assign(() => null, { preload: () => Promise.reject(new Error('no network')) })
  const { router, ended } = open('/fr/products/cafe', { product: { component: gone } })
  expect(await ended()).toBe('500 __root__ /$locale /$locale/products/$slug')
  expect(router.state.matches.map(({ failure }) => failure !== null)).toEqual([false, false, true])
})

test('an address where nothing lives keeps what stands around it and says so', async () => {
  expect(await open('/fr/nothing/at/all').ended()).toBe('404 __root__ /$locale')
  expect(await open('/de').ended()).toBe('404 __root__ /$locale')
  expect(await open('/admin/nothing').ended()).toBe('404 __root__ /admin')
  const gone = {
    loader: () => {
      throw notFound()
    },
  }
  expect(await open('/fr/products/x', { product: gone }).ended()).toBe('404 __root__ /$locale /$locale/products/$slug')
})

test('a page that fails is shown as failing, inside its layout', async () => {
  const broken = open('/fr/products/x', { product: { loader: () => Promise.reject(new Error('no')) } })
  expect(await broken.ended()).toBe('500 __root__ /$locale /$locale/products/$slug')
  expect(broken.router.state.matches.at(-1)?.failure).toEqual({ error: new Error('no') })
})

test('a page has one address: what no page reads and a slash at the end lead to it', async () => {
  expect(await open('/fr/products?sort=newest&utm_source=letter').ended()).toBe('307 /fr/products?sort=newest')
  expect(await open('/fr/products/').ended()).toBe('307 /fr/products')
  expect(await open('/fr/products?sort=newest').ended()).toMatch(/^200/)
})

test('a door that is closed leads elsewhere', async () => {
  expect(await open('/fr/account').ended()).toBe('307 /fr?back=/fr/account')
})

test('going on loads what is new and, behind the page, what is shown already', async () => {
  const { router, loaded } = open('/fr')
  await router.load()
  expect(loaded).toEqual(['shop {}', 'home {}'])
  const go = (search: Record<string, unknown>) =>
    router.navigate({ to: '/$locale/products', params: { locale: 'fr' }, search })
  await go({})
  await go({ sort: 'newest' })
  expect(loaded.filter((one) => one.startsWith('list'))).toEqual(['list {}', 'list {"sort":"newest"}'])
  expect(router.state.location.href).toBe('/fr/products?sort=newest')
  expect(router.hrefOf({ search: (before) => ({ ...before, pages: 2 }) })).toBe('/fr/products?sort=newest&pages=2')
  expect(router.hrefOf({ to: '/$locale/products/$slug', params: { locale: 'fr', slug: 'a b' } })).toBe(
    '/fr/products/a%20b',
  )
})

test('of two ways taken at once the last one counts', async () => {
  const slow = Promise.withResolvers<string>()
  const { router } = open('/fr', { product: { loader: () => slow.promise } })
  const first = router.navigate({ href: '/fr/products/x' })
  await router.navigate({ href: '/fr/products' })
  slow.resolve('late')
  await first
  expect(router.state.location.pathname).toBe('/fr/products')
})

test('a step that is held is made once it is said to go on', async () => {
  const { router } = open('/fr')
  await router.load()
  const held: (() => void)[] = []
  const over = router.block((_, go) => held.push(go) > 0)
  await router.navigate({ href: '/fr/products' })
  expect(router.state.location.pathname).toBe('/fr')
  held[0]?.()
  await expect.poll(() => router.state.location.pathname).toBe('/fr/products')
  over()
  await router.navigate({ href: '/fr' })
  expect(router.state.location.pathname).toBe('/fr')
})
