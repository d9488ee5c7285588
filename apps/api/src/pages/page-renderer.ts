import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locale } from '@comptoir/domain'
import type { TRPCErrorShape } from '@trpc/server/rpc'
import { contentPolicy } from '../security-headers.ts'
import type { Moved } from './kept-pages.ts'
import { frameOf, type PageFiles, type PageFrame, starterHash } from './page-frame.ts'

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
/** What the built pages say of a page that is to be drawn (apps/web/src/entry-server.tsx). */
export interface OpenedPage {
  status: number
  locale: Locale
  pages: string[]
  draw(nonce?: string): AsyncIterable<string>
  state(): string
}

/** A page whose status is known. */
export interface Page {
  status: number
  /**
   * Its HTML as it comes to be: what is known before it is drawn, then itself. With a nonce for the script that stands in it, and with word
   * of what failed: the browser draws such a page then. Without that word it throws.
   */
  pieces(answer?: { nonce: string; failed(error: unknown): void }): AsyncGenerator<string, void>
}

export interface PageRenderer {
  /** A page that is ready to be drawn, or where it moved to. */
  open(request: PageRequest): Promise<Page | Moved>
  /** The content security policy of a kept page, which has no nonce. */
  keptPolicy: string
}

/** A page in its frame, in pieces. */
export async function* framed(
  { opening, between, closing }: PageFrame,
  { draw, state }: Pick<OpenedPage, 'draw' | 'state'>,
  answer?: { nonce: string; failed(error: unknown): void },
): AsyncGenerator<string, void> {
  yield opening
  let begun = false
  try {
    for await (const piece of draw(answer?.nonce)) {
      yield begun ? piece : piece + between
      begun = true
    }
  } catch (error) {
    if (!answer || begun) throw error
    answer.failed(error)
    return yield between + closing('')
  }
  yield closing(state())
}

/** The renderer that was built with the pages; null where they are not built. */
export async function openPageRenderer(web: string): Promise<PageRenderer | null> {
  const entry = path.join(web, 'dist-server/entry-server.js')
  const filesFile = path.join(web, 'dist/.vite/pages.json')
  if (!existsSync(entry) || !existsSync(filesFile)) return null
  // Loaded by the first page that is asked for; the engine keeps it.
  const load = (): Promise<{ openPage(request: PageRequest): Promise<OpenedPage | Moved> }> =>
    import(pathToFileURL(entry).href)
  const files: PageFiles = JSON.parse(readFileSync(filesFile, 'utf8'))
  const index = readFileSync(path.join(web, 'dist/index.html'), 'utf8')
  const frames = { fr: frameOf(index, files, 'fr'), en: frameOf(index, files, 'en') }
  return {
    keptPolicy: contentPolicy([starterHash]),
    async open(request) {
      const { openPage } = await load()
      const page = await openPage(request)
      if ('location' in page) return page
      const { told } = request
      return {
        status: page.status,
        pieces: (answer) =>
          framed(frames[page.locale](page.pages, { ...(told !== undefined && { told }), ...answer }), page, answer),
      }
    },
  }
}
