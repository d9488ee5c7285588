// Bundles apps/api/src/main.ts into apps/api/dist: one file and lazily loaded chunks, the compiled natives stay outside.
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './bring-node.mjs'
import { asServed } from './lib/bundling.ts'

const dist = path.join(root, 'apps/api/dist')

const { metafile } = await build({
  ...asServed,
  entryPoints: {
    main: 'apps/api/src/main.ts',
    'long-reads.worker': 'apps/api/src/services/long-reads.worker.ts',
  },
  outdir: dist,
  metafile: true,
}).catch(() => process.exit(1)) // esbuild has said what and where

rmSync(path.join(dist, '.compiled'), { recursive: true, force: true })
const written = new Set(Object.keys(metafile.outputs).map((file) => path.resolve(root, file)))
for (const name of readdirSync(path.join(dist, 'chunks'))) {
  const file = path.join(dist, 'chunks', name)
  if (!written.has(file)) rmSync(file)
}
