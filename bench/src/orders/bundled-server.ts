import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import { build } from 'esbuild'
import { asServed } from '../../../scripts/lib/bundling.ts'

let made: Promise<string> | undefined

/** The shop of the order cases as one bundle, as `npm start` runs it; what stays outside is found from beside the product's own. */
export const bundledServer = (): Promise<string> => (made ??= bundle())

async function bundle(): Promise<string> {
  const outdir = path.join(repoRoot(), 'apps/api/dist/bench')
  await build({ ...asServed, entryPoints: { orders: path.join(import.meta.dirname, 'server.ts') }, outdir })
  return path.join(outdir, 'orders.mjs')
}
