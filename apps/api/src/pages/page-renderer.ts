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
  | { status: number; locale: Locale; head: string; body: string; state: string }

export interface PageRenderer {
  /** A whole page as HTML, or where it moved to. */
  render(request: PageRequest): Promise<MadePage>
}

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] } | undefined>

/** All that the chunks of these sources need, each once. */
function filesOf(manifest: Manifest, sources: readonly string[]): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || scripts.has(chunk.file)) return
    scripts.add(chunk.file)
    for (const file of chunk.css ?? []) styles.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const source of sources) visit(source)
  return { scripts: [...scripts], styles: [...styles] }
}

/** The page around what was rendered: the built index.html with the storefront's own files named in its head. */
function frameOf(
  index: string,
  manifest: Manifest,
  locale: Locale,
): (page: Extract<Rendered, { body: string }>, told: string | undefined) => string {
  const { scripts, styles } = filesOf(manifest, [
    'index.html',
    'src/storefront/layout.tsx',
    `src/messages/${locale}.json`,
  ])
  const missing = (file: string) => !index.includes(`/${file}"`)
  const links = [
    ...styles.filter(missing).map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...scripts.filter(missing).map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('')
  const whole = index
    .replace('<html lang="fr">', `<html lang="${locale}">`)
    .replace(/<noscript>.*<\/noscript>\s*/, '')
    .replace('</head>', `${links}</head>`)
  const [toHead = '', fromHead = ''] = whole.split(/<title>.*?<\/title>/)
  const [toBody = '', fromBody = ''] = fromHead.split('<div id="root"></div>')
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return ({ head, body, state }, told) =>
    `${toHead}${head}${toBody}<div id="root"${told === undefined ? '' : ` data-told="${attribute(told)}"`}>${body}</div><script type="application/json" id="state">${state}</script>${fromBody}`
}

/** The renderer that was built with the pages; null where they are not built. */
export async function openPageRenderer(web: string): Promise<PageRenderer | null> {
  const entry = path.join(web, 'dist-server/entry-server.js')
  const manifestFile = path.join(web, 'dist/.vite/manifest.json')
  if (!existsSync(entry) || !existsSync(manifestFile)) return null
  // Loaded by the first page that is asked for; the engine keeps it.
  const load = (): Promise<{ renderPage(request: PageRequest): Promise<Rendered> }> => import(pathToFileURL(entry).href)
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const index = readFileSync(path.join(web, 'dist/index.html'), 'utf8')
  const frames = { fr: frameOf(index, manifest, 'fr'), en: frameOf(index, manifest, 'en') }
  return {
    async render(request) {
      const { renderPage } = await load()
      const page = await renderPage(request)
      if ('location' in page) return page
      return { status: page.status, html: frames[page.locale](page, request.told) }
    },
  }
}
