import { PassThrough } from 'node:stream'
import { dehydrate } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import type { ShopRouter } from '@comptoir/client'
import type { TRPCErrorShape } from '@trpc/server/rpc'
import { observable } from '@trpc/server/observable'
import { type ReactNode, StrictMode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
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

/** A page whose status is known, and that is not drawn yet. */
export interface OpenedPage {
  status: number
  locale: string
  /** The page and what stands around it, by the names of their components. */
  pages: string[]
  /** Its HTML, as it is drawn: first title, descriptions and links, for the head; then the body. Throws when it cannot be drawn. */
  draw(nonce?: string): AsyncGenerator<string, void>
  /** What it was made from, as JSON that may stand in a script element; asked for once, after it was drawn. */
  state(): string
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

/** Reads all that a page of the storefront shows, by the shop's procedures: nothing is waited for in the browser. */
export async function openPage(request: PageRequest): Promise<{ status: 301 | 302; location: string } | OpenedPage> {
  const { href, origin, languages, told = null, call } = request
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
  const { matches } = router.state
  const gone = matches.some(({ loaderData }) => isGone(loaderData))
  const status = result?.status ?? 500
  return {
    status: gone ? 410 : status === 500 ? (matches.flatMap(refusedWith)[0] ?? 500) : status,
    locale,
    pages: pagesOf(router),
    draw: (nonce) =>
      headFirst(
        drawn(
          <StrictMode>
            <RouterProvider router={router} />
          </StrictMode>,
          nonce,
        ),
      ),
    state() {
      const state = JSON.stringify(dehydrate(line.queryClient)).replaceAll('<', String.raw`\u003c`)
      line.queryClient.clear()
      return state
    },
  }
}

const isGone = (loaded: unknown) =>
  typeof loaded === 'object' && loaded !== null && 'gone' in loaded && loaded.gone === true

/** The status of the refusal for which a page could not be made: too many calls, a shop that is busy. */
function refusedWith(match: object): number[] {
  const failure = 'failure' in match ? match.failure : null
  const error = typeof failure === 'object' && failure !== null && 'error' in failure ? failure.error : null
  const data: unknown = error instanceof TRPCClientError ? error.data : null
  return typeof data === 'object' && data !== null && 'httpStatus' in data && typeof data.httpStatus === 'number'
    ? [data.httpStatus]
    : []
}

const pagesOf = ({ state, routesById }: ReturnType<typeof newRouter>): string[] =>
  state.matches.flatMap(({ routeId }) => {
    const { component } = routesById[routeId].options
    const name = typeof component === 'function' && 'exportName' in component ? component.exportName : undefined
    return typeof name === 'string' ? [name] : []
  })

// A whole page: what React has drawn at once leaves at once.
const pieceBytes = 1024 * 1024

/** The HTML of a tree, in pieces as React gives them. */
async function* drawn(tree: ReactNode, nonce: string | undefined): AsyncGenerator<string, void> {
  const html = new PassThrough({ encoding: 'utf8', highWaterMark: pieceBytes })
  const { pipe, abort } = renderToPipeableStream(tree, {
    ...(nonce !== undefined && { nonce }),
    onShellReady: () => void pipe(html),
    // Thrown to whoever asked for the page, who knows where such things are written down.
    onShellError: (error) => void html.destroy(error instanceof Error ? error : new Error(String(error))),
    onError: () => {},
  })
  try {
    for await (const piece of html) yield String(piece)
  } finally {
    abort()
  }
}

const headTags = /^(?:<title>[^<]*<\/title>|<(?:meta|link)\b[^>]*>)*/
const bodyTag = /^(?:[^<]|<(?!title\b|meta\b|link\b)[^>]+>)/

/** Divides pieces of HTML: React puts what belongs into the head before everything else. */
async function* headFirst(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  let begun = ''
  let inBody = false
  for await (const piece of pieces) {
    begun = inBody ? piece : begun + piece
    const head = inBody ? '' : (headTags.exec(begun)?.[0] ?? '')
    const body = begun.slice(head.length)
    if (!inBody && !bodyTag.test(body)) continue
    if (!inBody) yield head
    inBody = true
    yield body
  }
  if (!inBody) yield begun
}
