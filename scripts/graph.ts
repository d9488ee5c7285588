import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const page = path.join(root, 'docs/architecture.md')
const marks = /<!-- graph -->[\s\S]*<!-- \/graph -->/

interface Cruised {
  modules: { source: string; dependencies: { resolved: string }[] }[]
}

interface Room {
  home: string
  folder: string | null
}

/** Package and folder of a file: `{ home: 'api', folder: 'orders' }`; null for tests and for what is not ours. */
function roomOf(file: string): Room | null {
  if (/\.(test|test-d|e2e)\.tsx?$|\/testing|\/generated\//.test(file)) return null
  const found = /^(?:apps|packages)\/(\w+)\/src\/(?:features\/)?([\w-]+)(\/)?/.exec(file)
  if (found === null) return null
  const [, home = '', first = '', slash] = found
  return { home, folder: slash === '/' ? first : null }
}

const flowchart = (title: string, arrows: Iterable<string>) =>
  [`${title}:`, '', '```mermaid', 'flowchart LR', ...[...new Set(arrows)].toSorted(), '```'].join('\n')

/** Who imports whom: between packages, and between the folders of each package. */
function drawGraph(): string {
  const json = execFileSync(
    path.join(root, 'node_modules/.bin/depcruise'),
    ['apps', 'packages', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--no-progress'],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  const { modules }: Cruised = JSON.parse(json)
  const packages: string[] = []
  const inside = new Map<string, string[]>()
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)]
      if (from === null || to === null) continue
      if (from.home !== to.home) packages.push(`  ${from.home} --> ${to.home}`)
      else if (from.folder !== null && to.folder !== null && from.folder !== to.folder)
        inside.set(from.home, [...(inside.get(from.home) ?? []), `  ${from.folder} --> ${to.folder}`])
    }
  const rooms = [...inside].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    flowchart('Between the packages', packages),
    ...rooms.map(([home, arrows]) => flowchart(`Inside \`${home}\``, arrows)),
  ].join('\n\n')
}

const before = readFileSync(page, 'utf8')
const after = before.replace(marks, () => `<!-- graph -->\n${drawGraph()}\n<!-- /graph -->`)
if (process.argv.includes('--check')) {
  if (after !== before) {
    process.stderr.write('The import graph in docs/architecture.md is not up to date: run pnpm graph.\n')
    process.exitCode = 1
  }
} else writeFileSync(page, after)
