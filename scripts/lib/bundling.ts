import { readFileSync } from 'node:fs'
import type { BuildOptions, Plugin } from 'esbuild'
import path from 'node:path'

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

/** How the server is bundled, and whatever is measured in its place: one file and lazily loaded chunks, the compiled natives stay outside. */
export const asServed = {
  absWorkingDir: path.resolve(import.meta.dirname, '../..'),
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
  logLevel: 'error',
} satisfies BuildOptions
