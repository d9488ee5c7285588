import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locale } from '@comptoir/domain'
import type { TRPCErrorShape } from '@trpc/server/rpc'
import { contentPolicy } from '../security-headers.ts'
import type { MadePage } from './kept-pages.ts'
import { type FilledFrame, frameOf, type PageFiles, starterHash } from './page-frame.ts'

/** One call that a page makes of the shop's procedures. */
export interface PageCall {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  input: unknown
}
export type PageAnswer = { data: unknown } | { error: TRPCErrorShape }

interface PageRequest {
  href: string
  origin: string
  languages: readonly string[]
  /** What became of a form, to be said on the page. */
  told?: string
  call(call: PageCall): Promise<PageAnswer>
}
type Rendered = { status: 301 | 302; location: string } | ({ status: number; locale: Locale } & FilledFrame)

export interface PageRenderer {
  /** A whole page as HTML, or where it moved to. */
  render(request: PageRequest): Promise<MadePage>
  /** The content security policy of such a page. */
  policy: string
}

/** The renderer that was built with the pages; null where they are not built. */
export async function openPageRenderer(web: string): Promise<PageRenderer | null> {
  const entry = path.join(web, 'dist-server/entry-server.js')
  const filesFile = path.join(web, 'dist/.vite/pages.json')
  if (!existsSync(entry) || !existsSync(filesFile)) return null
  // Loaded by the first page that is asked for; the engine keeps it.
  const load = (): Promise<{ renderPage(request: PageRequest): Promise<Rendered> }> => import(pathToFileURL(entry).href)
  const files: PageFiles = JSON.parse(readFileSync(filesFile, 'utf8'))
  const index = readFileSync(path.join(web, 'dist/index.html'), 'utf8')
  const frames = { fr: frameOf(index, files, 'fr'), en: frameOf(index, files, 'en') }
  return {
    policy: contentPolicy([starterHash]),
    async render(request) {
      const { renderPage } = await load()
      const page = await renderPage(request)
      if ('location' in page) return page
      return { status: page.status, html: frames[page.locale](page, request.told) }
    },
  }
}
