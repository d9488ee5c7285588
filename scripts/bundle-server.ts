// Bundles apps/api/src/main.ts into apps/api/dist: one file and lazily loaded chunks, the compiled natives stay outside.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root } from './bring-node.mjs'

const dist = path.join(root, 'apps/api/dist')

// tRPC is published with `{ ...a, ...b }` spelled for old engines: that was a tenth of a session check. The engine's own is written back.
const ownSpread: Plugin = {
  name: 'own-spread',
  setup({ onLoad }) {
    onLoad({ filter: /@trpc[\\/]server[\\/]dist[\\/]getErrorShape-[^\\/]*\.mjs$/ }, ({ path: file }) => {
      const published = readFileSync(file, 'utf8')
      const contents = published.replace(
        /function _objectSpread2\(e\) \{.*?\n\}\n/s,
        'function _objectSpread2(a, b, c) {\n\treturn { ...a, ...b, ...c };\n}\n',
      )
      if (contents === published) throw new Error(`${file} spells spreads in another way than it did`)
      return { contents, loader: 'js' }
    })
  },
}

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'apps/api/src/main.ts',
    'long-reads.worker': 'apps/api/src/services/long-reads.worker.ts',
  },
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // pdfkit reads files that lie beside its own.
  external: ['better-sqlite3', 'pg-native', '@node-rs/argon2', 'sharp', 'pdfkit'],
  // Bundled CommonJS packages ask for Node's own modules by require, which a module does not have.
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
  },
  // Names stay as they are; to write them once more would cost at each making of a function.
  minifySyntax: true,
  minifyWhitespace: true,
  // Only a listing of files by pattern needs it, and the shop serves folders whole.
  plugins: [ownSpread],
  alias: { glob: './scripts/lib/no-glob.mjs' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'error',
}).catch(() => process.exit(1)) // esbuild has said what and where

rmSync(path.join(dist, '.compiled'), { recursive: true, force: true })
const written = new Set(Object.keys(metafile.outputs).map((file) => path.resolve(root, file)))
for (const name of readdirSync(path.join(dist, 'chunks'))) {
  const file = path.join(dist, 'chunks', name)
  if (!written.has(file)) rmSync(file)
}
