import { dehydrate } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import type { ShopRouter } from '@comptoir/client'
import type { TRPCErrorShape } from '@trpc/server/rpc'
import { observable } from '@trpc/server/observable'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { isLocale, preferredLocale } from './locale.ts'
import { openShop } from './rpc.ts'
import { newRouter } from './routes.tsx'

/** One call of a shop procedure, in the same process. */
export interface ShopCall {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  input: unknown
}
export type ShopAnswer = { data: unknown } | { error: TRPCErrorShape }

export interface PageRequest {
  /** Path and query. */
  href: string
  origin: string
  /** The reader's languages, most wanted first. */
  languages: readonly string[]
  /** What became of a form, to be said on the page. */
  told?: string | null
  call(call: ShopCall): Promise<ShopAnswer>
}

export type RenderedPage =
  | { status: 301 | 302; location: string }
  | {
      status: number
      locale: string
      /** The page and what stands around it, by the names of their components. */
      pages: string[]
      /** Title, descriptions and links, for the head. */
      head: string
      body: string
      /** What the page was made from, as JSON that may stand in a script element. */
      state: string
    }

const inProcess =
  (call: PageRequest['call']): TRPCLink<ShopRouter> =>
  () =>
  ({ op: { path, type, input } }) =>
    observable((observer) => {
      call({ path, type, input })
        .then((answer) => {
          if ('error' in answer) return observer.error(TRPCClientError.from({ error: answer.error }))
          observer.next({ result: { type: 'data', data: answer.data } })
          observer.complete()
        })
        .catch((error: unknown) => observer.error(TRPCClientError.from(error instanceof Error ? error : new Error())))
    })

/** Renders a page of the storefront whole, from answers of the shop's procedures: nothing is waited for in the browser. */
export async function renderPage({ href, origin, languages, told = null, call }: PageRequest): Promise<RenderedPage> {
  const asked = /^\/(\w+)/.exec(href)?.[1] ?? ''
  const locale = isLocale(asked) ? asked : preferredLocale(languages)
  const line = openShop(locale, [inProcess(call)])
  const router = newRouter(
    {
      ...{ languages, origin, told, patience: () => 60_000, shopIn: () => line },
      consoleLocale: { read: () => null, write: () => {} },
      adminIn: () => {
        throw new Error('the console is rendered in the browser only')
      },
    },
    { history: createMemoryHistory({ initialEntries: [href] }) },
  )
  await router.load()
  // Where the router's own request handler reads how a load ended; that handler would add scripts that this page does not need.
  const result = router._serverResult
  if (result?.type === 'redirect') {
    const { status, headers } = result.redirect
    return { status: status === 301 ? 301 : 302, location: headers.get('Location') ?? '/' }
  }
  const html = renderToString(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  )
  const [head, body] = divided(html)
  const state = JSON.stringify(dehydrate(line.queryClient)).replaceAll('<', String.raw`\u003c`)
  line.queryClient.clear()
  const gone = router.state.matches.some(({ loaderData }) => isGone(loaderData))
  return { status: gone ? 410 : (result?.status ?? 500), locale, pages: pagesOf(router), head, body, state }
}

const isGone = (loaded: unknown) =>
  typeof loaded === 'object' && loaded !== null && 'gone' in loaded && loaded.gone === true

const pagesOf = ({ state, routesById }: ReturnType<typeof newRouter>): string[] =>
  state.matches.flatMap(({ routeId }) => {
    const { component } = routesById[routeId].options
    const name = typeof component === 'function' && 'exportName' in component ? component.exportName : undefined
    return typeof name === 'string' ? [name] : []
  })

// React puts what belongs into the head before everything else.
function divided(html: string): [head: string, body: string] {
  const leading = /^(?:<title>[^<]*<\/title>|<(?:meta|link)\b[^>]*>)*/.exec(html)?.[0] ?? ''
  return [leading, html.slice(leading.length)]
}
