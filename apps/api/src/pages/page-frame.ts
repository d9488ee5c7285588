import { createHash } from 'node:crypto'
import type { Locale } from '@comptoir/domain'

/** What the browser needs for a page, by its source (apps/web/bundle/page-files.ts). */
export type PageFiles = Record<
  string,
  { scripts: string[]; styles: string[]; words: string[]; fonts?: string[] } | undefined
>

/** What stands around a page. */
export interface PageFrame {
  /** All that is known before the page is drawn: its files, and the script that stands in it. */
  opening: string
  /** Between what belongs into the head and the page itself. */
  between: string
  /** After it, with what it was made from; a page without that is drawn by the browser. */
  closing(state: string): string
}

/**
 * A page comes in three turns, so that what is seen first shares the line with nothing: what the first screen shows; when that was seen (a frame
 * that was asked for is not yet on the screen: the browser tells when its first one was), the other pictures (`[data-unseen]`, styles/marks.css);
 * a fifth of a second later the scripts, or at once when its reader does something. What never comes holds them for four seconds at most. While
 * the styles are on their way the browser reads its tables of numbers, which takes 15 ms of a fast processor.
 */
const starter = `{const page=document.documentElement
page.dataset.unseen=''
new Intl.NumberFormat(page.lang)
const begin=()=>document.head.append(document.getElementById('scripts').content)
const show=()=>{delete page.dataset.unseen;setTimeout(begin,200)}
const seen=()=>new PerformanceObserver(show).observe({type:'paint',buffered:true})
for(const on of ['pointerdown','keydown'])addEventListener(on,begin,{capture:true})
addEventListener('load',()=>requestAnimationFrame(()=>requestAnimationFrame(seen)))
setTimeout(show,4000)}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What a kept page may run besides files of ours: the script that stands in it, by its hash. */
export const starterHash = hashOf(starter)

/** The source of a page, which is named like its component. */
const sourceOf = (files: PageFiles, page: string): string | undefined => {
  const file = `/${page.replaceAll(/(?<=.)([A-Z])/g, '-$1').toLowerCase()}.tsx`
  return Object.keys(files).find((source) => source.startsWith('storefront/') && source.endsWith(file))
}

/** The scripts, the style sheets and the fonts of a page. */
function filesFor(files: PageFiles, locale: Locale, pages: readonly string[]) {
  const sources = ['main.tsx', ...pages.flatMap((page) => sourceOf(files, page) ?? [])]
  const words = sources.flatMap((source) => files[source]?.words ?? [])
  const all = [...sources, ...words.map((part) => `messages/${locale}.json?part=${part}`)].map((one) => files[one])
  const named = (kind: 'scripts' | 'styles') => [...new Set(all.flatMap((one) => one?.[kind] ?? []))]
  return { scripts: named('scripts'), styles: named('styles'), fonts: files['fonts']?.fonts ?? [] }
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const builtTags = /\s*<(?:script type="module"|link rel="(?:modulepreload|stylesheet)")[^>]*>(?:<\/script>)?/g

/**
 * What stands around the pages of one language: the built index.html with the page's own styles and its fonts named in the head, and its scripts
 * at the end, where they wait for the page to stand. The script that stands in it carries the nonce of the answer, if it has one.
 */
export function frameOf(index: string, files: PageFiles, locale: Locale) {
  const entry = /<script type="module"[^>]*><\/script>/.exec(index)?.[0] ?? ''
  const whole = index
    .replace('<html lang="fr">', `<html lang="${locale}">`)
    .replace(/<noscript>.*<\/noscript>\s*/, '')
    .replace(/<title>.*?<\/title>\s*/, '')
    .replaceAll(builtTags, '')
  const [inHead = '', afterHead = ''] = whole.split('</head>')
  const [toBody = '', fromBody = ''] = afterHead.split('<div id="root"></div>')
  const known = new Map<string, { links: string; scripts: string }>()
  const tagsOf = (pages: readonly string[]) => {
    const { scripts, styles, fonts } = filesFor(files, locale, pages)
    return {
      links: [
        `<link rel="manifest" href="/${locale}/shop.webmanifest"><link rel="apple-touch-icon" href="/pictures/icon-192.png">`,
        ...fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}">`),
        ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
      ].join(''),
      scripts: [
        ...scripts
          .filter((file) => !entry.includes(`/${file}"`))
          .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
        entry,
      ].join(''),
    }
  }
  /** The frame of a page, named with what stands around it; `told` is what became of a form. */
  return (pages: readonly string[], { told, nonce }: { told?: string; nonce?: string } = {}): PageFrame => {
    const key = pages.join(' ')
    const tags = known.get(key) ?? tagsOf(pages)
    known.set(key, tags)
    const allowed = nonce === undefined ? '' : ` nonce="${attribute(nonce)}"`
    const said = told === undefined ? '' : ` data-told="${attribute(told)}"`
    return {
      opening: `${inHead}<script${allowed}>${starter}</script>${tags.links}`,
      between: `</head>${toBody}<div id="root"${said}>`,
      closing: (state) =>
        `</div><script type="application/json" id="state">${state}</script><template id="scripts">${tags.scripts}</template>${fromBody}`,
    }
  }
}
