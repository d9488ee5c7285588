import { QueryClientProvider } from '@tanstack/react-query'
import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { shop } from '../rpc.ts'
import { ToastProvider } from '../ui/toast.tsx'
import { WordsProvider } from '../words.tsx'
import { CartDrawerProvider } from './cart/cart-drawer.tsx'
import { Footer } from './footer.tsx'
import { InStep } from './in-step.tsx'
import { Masthead } from './masthead.tsx'
import { OfflineLine } from './offline-line.tsx'

const route = getRouteApi('/$locale')

/** The storefront around its pages, in one language. */
export function Layout() {
  const { words, line } = route.useRouteContext()
  const { client, queryClient } = line
  const busy = useRouterState({ select: (state) => state.isLoading })
  const alone = useRouterState({ select: ({ location }) => /\/(checkout|pay)$/.exec(location.pathname)?.[1] })
  useEffect(() => {
    document.documentElement.lang = words.locale
  }, [words.locale])
  return (
    <WordsProvider words={words}>
      <shop.Provider key={words.locale} client={client} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <ToastProvider>
            <InStep />
            <CartDrawerProvider>
              <a className="unseen skip" href="#content">
                {words.m('skip_to_content')}
              </a>
              <Masthead at={alone === 'checkout' || alone === 'pay' ? alone : 'shelves'} />
              <main id="content" tabIndex={-1} aria-busy={busy || undefined}>
                <OfflineLine />
                <Told />
                <Outlet />
              </main>
              {alone === undefined && <Footer />}
            </CartDrawerProvider>
          </ToastProvider>
        </QueryClientProvider>
      </shop.Provider>
    </WordsProvider>
  )
}

/** What a form came to that was sent without a script; gone with the next page. */
function Told() {
  const { world } = route.useRouteContext()
  const key = useRouterState({ select: ({ location }) => location.href })
  const [first] = useState(key)
  if (world.told === null || key !== first) return null
  return (
    <div className="page">
      <p className="notice" role="alert">
        {world.told}
      </p>
    </div>
  )
}
