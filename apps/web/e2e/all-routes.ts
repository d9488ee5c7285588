import { adminRoutes } from '../src/admin/routes.ts'
import { newRouter } from '../src/routes.tsx'
import { newWorld } from '../src/world.ts'

/** The patterns of all routes: one that nobody wrote down cannot be forgotten, for the router itself says which there are. */
export const allRoutes = (): string[] =>
  Object.keys(
    newRouter(
      newWorld({
        languages: ['fr'],
        origin: 'http://localhost',
        told: null,
        patience: () => 0,
        consoleLocale: { read: () => null, write: () => undefined },
      }),
      { console: adminRoutes },
    ).routesByPath,
  ).filter((path) => path !== '/')
