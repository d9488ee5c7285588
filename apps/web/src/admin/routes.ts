import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { orNotFound, orSignIn } from '../loading.ts'
import { preferredLocale } from '../locale.ts'
import { rootRoute } from '../root-route.ts'
import {
  adminOrdersSearch,
  adminProductsSearch,
  adminThreadsSearch,
  auditSearch,
  customersSearch,
  signInSearch,
  statsSearch,
} from '../search-params.ts'
import { loadWords } from '../words.tsx'

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  beforeLoad: async ({ context: { world } }) => {
    const locale = world.consoleLocale.read() ?? preferredLocale(world.languages)
    const line = world.adminIn(locale)
    return { words: await loadWords(locale, 'console'), line, admin: line.utils }
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
})
const signInRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})
const inviteRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/invite',
  component: lazyRouteComponent(() => import('./staff/invite-page.tsx'), 'InvitePage'),
})
const staffRoute = createRoute({
  getParentRoute: () => adminRoute,
  id: 'staff',
  loader: ({ context, location }) => orSignIn(context.admin.auth.profile.fetch(), '/admin/sign-in', location.href),
  component: lazyRouteComponent(() => import('./layout.tsx'), 'Layout'),
})
const errorComponent = lazyRouteComponent(() => import('./failure.tsx'), 'Failure')
const forStaff = <P extends string>(path: P) => ({ getParentRoute: () => staffRoute, path, errorComponent })

// Lists fetch in their page: each shows its own waiting, failing and forbidden state beside the menu.
const startRoute = createRoute({
  ...forStaff('/'),
  component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
})
const ordersRoute = createRoute({
  ...forStaff('/orders'),
  validateSearch: adminOrdersSearch,
  component: lazyRouteComponent(() => import('./orders/orders-page.tsx'), 'OrdersPage'),
})
const orderRoute = createRoute({
  ...forStaff('/orders/$id'),
  loader: ({ context, params }) => orNotFound(context.admin.orders.get.fetch({ id: params.id }, { staleTime: 0 })),
  component: lazyRouteComponent(() => import('./orders/order-page.tsx'), 'OrderPage'),
})
const productsRoute = createRoute({
  ...forStaff('/products'),
  validateSearch: adminProductsSearch,
  component: lazyRouteComponent(() => import('./products/products-page.tsx'), 'ProductsPage'),
})
const newProductRoute = createRoute({
  ...forStaff('/products/new'),
  component: lazyRouteComponent(() => import('./products/new-product-page.tsx'), 'NewProductPage'),
})
const productRoute = createRoute({
  ...forStaff('/products/$id'),
  loader: ({ context, params }) => orNotFound(context.admin.products.get.fetch({ id: params.id }, { staleTime: 0 })),
  component: lazyRouteComponent(() => import('./products/product-page.tsx'), 'ProductPage'),
})
const importsRoute = createRoute({
  ...forStaff('/imports'),
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
})
const importRoute = createRoute({
  ...forStaff('/imports/$id'),
  loader: ({ context, params }) => orNotFound(context.admin.imports.get.fetch({ id: params.id }, { staleTime: 0 })),
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
})
const threadsRoute = createRoute({
  ...forStaff('/support'),
  validateSearch: adminThreadsSearch,
  component: lazyRouteComponent(() => import('./support/threads-page.tsx'), 'ThreadsPage'),
})
const threadRoute = createRoute({
  ...forStaff('/support/$id'),
  loader: ({ context, params }) => orNotFound(context.admin.support.get.fetch({ id: params.id }, { staleTime: 0 })),
  component: lazyRouteComponent(() => import('./support/thread-page.tsx'), 'ThreadPage'),
})
const moneyRoute = createRoute({
  ...forStaff('/money'),
  component: lazyRouteComponent(() => import('./money/money-page.tsx'), 'MoneyPage'),
})
const statsRoute = createRoute({
  ...forStaff('/figures'),
  validateSearch: statsSearch,
  component: lazyRouteComponent(() => import('./stats/stats-page.tsx'), 'StatsPage'),
})
const customersRoute = createRoute({
  ...forStaff('/customers'),
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
})
const customerRoute = createRoute({
  ...forStaff('/customers/$id'),
  loader: ({ context, params }) => orNotFound(context.admin.customers.get.fetch({ id: params.id }, { staleTime: 0 })),
  component: lazyRouteComponent(() => import('./customers/customer-page.tsx'), 'CustomerPage'),
})
const colleaguesRoute = createRoute({
  ...forStaff('/staff'),
  component: lazyRouteComponent(() => import('./staff/staff-page.tsx'), 'StaffPage'),
})
const appsRoute = createRoute({
  ...forStaff('/apps'),
  component: lazyRouteComponent(() => import('./tokens-page.tsx'), 'AppsPage'),
})
const auditRoute = createRoute({
  ...forStaff('/audit'),
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})
const settingsRoute = createRoute({
  ...forStaff('/settings'),
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const systemRoute = createRoute({
  ...forStaff('/system'),
  component: lazyRouteComponent(() => import('./system/system-page.tsx'), 'SystemPage'),
})

export const adminRoutes = adminRoute.addChildren([
  signInRoute,
  inviteRoute,
  staffRoute.addChildren([
    startRoute,
    ordersRoute,
    orderRoute,
    productsRoute,
    newProductRoute,
    productRoute,
    importsRoute,
    importRoute,
    threadsRoute,
    threadRoute,
    moneyRoute,
    statsRoute,
    customersRoute,
    customerRoute,
    colleaguesRoute,
    appsRoute,
    auditRoute,
    settingsRoute,
    systemRoute,
  ]),
])
