import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { minify, type Plugin, type Rolldown, transformWithOxc } from 'vite'
import { withImports } from './page-files.ts'

const source = path.join(import.meta.dirname, '../worker/service-worker.ts')

/** What opens without a network: home, lists, products, the cart, and the page that says so. */
const needed = [
  'main.tsx',
  ...['layout', 'home-page', 'catalog/list-page', 'catalog/product-page', 'cart/cart-page', 'cart/drawer-body'].map(
    (page) => `storefront/${page}.tsx`,
  ),
  ...['start.ts', 'recall.ts', 'offline-page.tsx'].map((file) => `storefront/offline/${file}`),
  'line.ts',
  ...['fr', 'en'].flatMap((locale) => ['first', 'shop'].map((part) => `messages/${locale}.json?part=${part}`)),
]

type Bundle = Rolldown.OutputBundle

function filesIn(bundle: Bundle, src: string): string[] {
  const files = new Set(Object.keys(bundle).filter((file) => /-latin-wght-normal-[^/]*\.woff2$/.test(file)))
  const wanted = new Set(needed.map((file) => path.join(src, file)))
  const found = new Set<string>()
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue
    // A page that lies in a shared chunk is loaded by a small one of its own name.
    const here = [chunk.facadeModuleId ?? '', ...chunk.moduleIds].filter((id) => wanted.has(id))
    if (here.length === 0) continue
    for (const id of here) found.add(id)
    const { scripts, styles } = withImports(bundle, chunk.fileName)
    for (const file of [...scripts, ...styles]) files.add(file)
  }
  const lacking = [...wanted].filter((id) => !found.has(id))
  if (lacking.length > 0) throw new Error(`not in the build, so not without a network either: ${lacking.join(', ')}`)
  return [...files].map((file) => `/${file}`).toSorted()
}

/** Writes `/sw.js`: the worker, with the release it is of in front. Any change of the pages changes its text, so that browsers fetch the new one. */
export const serviceWorker = (src: string): Plugin => ({
  name: 'service-worker',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const index = bundle['index.html']
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)?.fileName
      if (index?.type !== 'asset' || entry === undefined) return
      const page = createHash('sha256').update(index.source).digest('hex').slice(0, 16)
      const release = { entry: `/${entry}`, files: filesIn(bundle, src), page }
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
      const small = await minify('sw.js', `const release = ${JSON.stringify(release)};\n${code}`)
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: small.code })
    },
  },
})
