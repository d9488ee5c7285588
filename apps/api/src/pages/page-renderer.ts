import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locale } from '@comptoir/domain'
import type { TRPCErrorShape } from '@trpc/server/rpc'
import type { MadePage } from './kept-pages.ts'

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
type Rendered =
  | { status: 301 | 302; location: string }
  | { status: number; locale: Locale; pages: string[]; head: string; body: string; state: string }

export interface PageRenderer {
  /** A whole page as HTML, or where it moved to. */
  render(request: PageRequest): Promise<MadePage>
}

/** What the browser needs for a page, by its source (apps/web/bundle/page-files.ts). */
type PageFiles = Record<string, { scripts: string[]; styles: string[]; words: string[]; fonts?: string[] } | undefined>

/** The source of a page, which is named like its component. */
const sourceOf = (files: PageFiles, page: string): string | undefined => {
  const file = `/${page.replaceAll(/(?<=.)([A-Z])/g, '-$1').toLowerCase()}.tsx`
  return Object.keys(files).find((source) => source.startsWith('storefront/') && source.endsWith(file))
}

/** The tags of all that a page needs and the built index.html does not name, each once. */
function linksOf(index: string, files: PageFiles, locale: Locale, pages: readonly string[]): string {
  const sources = ['main.tsx', ...pages.flatMap((page) => sourceOf(files, page) ?? [])]
  const words = sources.flatMap((source) => files[source]?.words ?? [])
  const all = [...sources, ...words.map((part) => `messages/${locale}.json?part=${part}`)].map((one) => files[one])
  const missing = (kind: 'scripts' | 'styles') =>
    [...new Set(all.flatMap((one) => one?.[kind] ?? []))].filter((file) => !index.includes(`/${file}"`))
  return [
    `<link rel="manifest" href="/${locale}/shop.webmanifest"><link rel="apple-touch-icon" href="/pictures/icon-192.png">`,
    ...(files['fonts']?.fonts ?? []).map(
      (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}">`,
    ),
    ...missing('styles').map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...missing('scripts').map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('')
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The page around what was rendered: the built index.html with the page's own files named in its head. */
function frameOf(index: string, files: PageFiles, locale: Locale) {
  const whole = index.replace('<html lang="fr">', `<html lang="${locale}">`).replace(/<noscript>.*<\/noscript>\s*/, '')
  const [toHead = '', fromHead = ''] = whole.split(/<title>.*?<\/title>/)
  const [toLinks = '', fromLinks = ''] = fromHead.split('</head>')
  const [toBody = '', fromBody = ''] = fromLinks.split('<div id="root"></div>')
  const known = new Map<string, string>()
  return ({ head, body, state, pages }: Extract<Rendered, { body: string }>, told: string | undefined) => {
    const key = pages.join(' ')
    const links = known.get(key) ?? linksOf(index, files, locale, pages)
    known.set(key, links)
    const said = told === undefined ? '' : ` data-told="${attribute(told)}"`
    return `${toHead}${head}${toLinks}${links}</head>${toBody}<div id="root"${said}>${body}</div><script type="application/json" id="state">${state}</script>${fromBody}`
  }
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
    async render(request) {
      const { renderPage } = await load()
      const page = await renderPage(request)
      if ('location' in page) return page
      return { status: page.status, html: frames[page.locale](page, request.told) }
    },
  }
}
