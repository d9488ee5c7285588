import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../bring-node.mjs'
import { step } from './step.mjs'

export interface Build {
  /** What happens, as a person would say it. */
  title: string
  /** Files and folders, from the repository's root. */
  sources: string[]
  /** Where the fingerprint of what was built is kept: beside the output, so that both go together. */
  stamp: string
  /** A file that must be there afterwards. */
  output?: string
  command: string
  args: string[]
  env?: Record<string, string>
}

const made = new Set(['node_modules', 'dist', 'build', '.turbo', 'public/pictures'])
const isTest = /\.(test|test-d|e2e)\.tsx?$/

function filesIn(source: string): string[] {
  const full = path.join(root, source)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [source]
  return readdirSync(full)
    .toSorted()
    .filter((name) => !made.has(name) && !made.has(`${path.basename(source)}/${name}`) && !isTest.test(name))
    .flatMap((name) => filesIn(path.join(source, name)))
}

/** One hash over names and contents. */
export function fingerprint(sources: string[]): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of sources.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** Runs a build unless its output was made from the same sources. Ends the process when the build fails or leaves no output. */
export async function buildOnce({ title, sources, stamp, output = stamp, command, args, env = {} }: Build) {
  const wanted = fingerprint([...sources, 'scripts/build.ts'])
  const stampFile = path.join(root, stamp)
  const outputFile = path.join(root, output)
  if (existsSync(outputFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  rmSync(stampFile, { force: true })
  await step(title, {
    command,
    args,
    cwd: root,
    env: { ...process.env, ...env },
    whatToDo: 'The lines above name the file and the reason. `pnpm verify` says more about a change of your own.',
  })
  if (output !== stamp && !existsSync(outputFile)) {
    console.error(`${title}: it ended well but left no ${output}.`)
    process.exit(1)
  }
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}
