import path from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { type Part, partsFor } from './message-parts.ts'

/** What the browser has to load for a source: its chunk and all that this one imports, with their style sheets. */
export interface PageFiles {
  scripts: string[]
  styles: string[]
  /** Which parts of the words it says. */
  words: Part[]
  /** The letters that every page is set in, named once under `fonts`. */
  fonts?: string[]
}

/** The first way from a chunk back to itself. */
function circleIn(importsOf: (file: string) => string[], files: string[]): string[] | null {
  const clear = new Set<string>()
  const visit = (file: string, way: string[]): string[] | null => {
    if (way.includes(file)) return [...way, file]
    if (clear.has(file)) return null
    for (const next of importsOf(file)) {
      const circle = visit(next, [...way, file])
      if (circle) return circle
    }
    clear.add(file)
    return null
  }
  for (const file of files) {
    const circle = visit(file, [])
    if (circle) return circle
  }
  return null
}

/** A chunk and all that it imports, with their style sheets. */
export function withImports(
  bundle: Rolldown.OutputBundle,
  file: string,
  seen: Pick<PageFiles, 'scripts' | 'styles'> = { scripts: [], styles: [] },
) {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk' || seen.scripts.includes(file)) return seen
  seen.scripts.push(file)
  for (const next of chunk.imports) withImports(bundle, next, seen)
  for (const style of chunk.viteMetadata?.importedCss ?? []) if (!seen.styles.includes(style)) seen.styles.push(style)
  return seen
}

/** Writes `.vite/pages.json`: for the entry, for each page and for each file of words, the files it needs. Vite's own manifest names no source in a shared chunk. */
export const pageFiles = (src: string): Plugin => ({
  name: 'page-files',
  generateBundle(_, bundle) {
    const circle = circleIn((file) => {
      const chunk = bundle[file]
      return chunk?.type === 'chunk' ? chunk.imports : []
    }, Object.keys(bundle))
    if (circle) this.error(`chunks import each other, so one of them runs too early: ${circle.join(' → ')}`)
    const pages: Record<string, PageFiles> = {}
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const id of chunk.moduleIds) {
        const name = path.relative(src, id).split(path.sep).join('/')
        if (name.startsWith('..')) continue
        if (/^(?:storefront\/|admin\/).*(?:-page|layout|frame)\.tsx$|^messages\/|^(?:main\.tsx|line\.ts)$/.test(name))
          pages[name] = { ...withImports(bundle, chunk.fileName), words: partsFor(name) }
      }
    }
    const fonts = Object.keys(bundle).filter((file) => /-core-[^/]*\.woff2$/.test(file))
    pages['fonts'] = { scripts: [], styles: [], words: [], fonts }
    this.emitFile({ type: 'asset', fileName: '.vite/pages.json', source: JSON.stringify(pages, null, 1) })
  },
})
