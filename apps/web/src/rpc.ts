import type { AdminRouter, ShopRouter } from '@comptoir/client'
import type { Locale } from '@comptoir/domain'
import { QueryClient } from '@tanstack/react-query'
import type { TRPCLink } from '@trpc/client'
import { createTRPCQueryUtils, createTRPCReact, type CreateTRPCReact } from '@trpc/react-query'
import type { AnyTRPCRouter } from '@trpc/server'
import { lazyLink } from './lazy-link.ts'
import { onlyOnline } from './only-online-link.ts'

/** The shop's procedures as hooks. It never shares a provider with the console's. */
export const shop: CreateTRPCReact<ShopRouter, unknown> = createTRPCReact<ShopRouter>()
/** The console's procedures as hooks. */
export const admin: CreateTRPCReact<AdminRouter, unknown> = createTRPCReact<AdminRouter>()

// A page that came rendered has its answers with it: what asks for more comes when it is first asked for.
const shopLine = (locale: Locale) => lazyLink(async () => (await import('./line.ts')).shopLine(locale))
const adminLine = (locale: Locale) => lazyLink(async () => (await import('./line.ts')).adminLine(locale))

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The client itself asks again where that may help.
        retry: false,
        // Without a network a page says so at once, and asks again by itself when there is one.
        networkMode: 'always',
        refetchOnReconnect: 'always',
      },
      // Held back until the network returns, an order or a payment would be sent behind its buyer's back.
      mutations: { retry: false, networkMode: 'always' },
    },
  })

// The infinite hooks add a direction that no procedure takes; the shop's lists only go on.
const pages: TRPCLink<AnyTRPCRouter> =
  () =>
  ({ op, next }) => {
    if (op.type !== 'query' || typeof op.input !== 'object' || op.input === null) return next(op)
    const { direction: _, ...input } = op.input as Record<string, unknown>
    return next({ ...op, input })
  }

/** One language's line to the shop: answers are worded by the server, so each language keeps its own. */
export function openShop(locale: Locale, links: TRPCLink<ShopRouter>[] = [shopLine(locale)]) {
  const queryClient = newQueryClient()
  const client = shop.createClient({ links: [pages, onlyOnline(), ...links] })
  return { locale, queryClient, client, utils: createTRPCQueryUtils({ queryClient, client }) }
}
export type ShopLine = ReturnType<typeof openShop>

/** One language's line to the console. */
export function openAdmin(locale: Locale) {
  const queryClient = newQueryClient()
  const client = admin.createClient({ links: [pages, onlyOnline(), adminLine(locale)] })
  return { locale, queryClient, client, utils: createTRPCQueryUtils({ queryClient, client }) }
}
export type AdminLine = ReturnType<typeof openAdmin>
