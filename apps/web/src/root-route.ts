import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { Root } from './arrival.tsx'
import { preferredLocale } from './locale.ts'
import type { World } from './world.ts'

export const rootRoute = createRootRouteWithContext<{ world: World }>()({ component: Root })

export const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: '/$locale', params: { locale: preferredLocale(context.world.languages) }, replace: true })
  },
})
