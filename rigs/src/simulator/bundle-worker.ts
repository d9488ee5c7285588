import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from '@comptoir/db'
import { build, type Plugin } from 'esbuild'

/** A guard of the product that is taken out, to see whether the simulator misses it. */
export interface Mutant {
  name: string
  edits: readonly { file: string; cut: string; put: string }[]
}

const mutate = ({ name, edits }: Mutant): Plugin => ({
  name: 'mutate',
  setup({ onLoad }) {
    for (const { file, cut, put } of edits)
      onLoad({ filter: new RegExp(`${file.replaceAll(/[./]/g, '\\$&')}$`) }, ({ path }) => {
        const source = readFileSync(path, 'utf8')
        if (source.split(cut).length !== 2) throw new Error(`${name}: its place in ${file} is not there once`)
        return { contents: source.replace(cut, () => put), loader: 'ts' }
      })
  },
})

/** The worker as one file, with a guard taken out when a mutant is given: no copy of the tree is needed. Answers its path. */
export async function bundleWorker(mutant: Mutant | null = null): Promise<string> {
  const root = repoRoot()
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['rigs/src/simulator/worker.ts'],
    outfile: join(root, 'apps/api/dist/rigs/worker.mjs'),
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node22', keepNames: true },
    external: ['better-sqlite3', 'pg-native', '@node-rs/argon2', 'sharp', 'pdfkit'],
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    plugins: mutant === null ? [] : [mutate(mutant)],
    ...{ write: false, logLevel: 'error' },
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error('esbuild made nothing of the worker')
  const hash = createHash('sha256').update(output.contents).digest('hex').slice(0, 16)
  const folder = join(root, 'apps/api/dist/rigs', `simulator-${hash}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'worker.mjs'), output.contents)
  return join(folder, 'worker.mjs')
}
