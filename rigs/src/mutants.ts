// pnpm rig:mutants [word]: takes one control after the other out of a copy of the repository, and expects the rig that guards it to
// go red. Long: each control costs one run of its rig. What a rig starts is built first.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { repoRoot } from '@comptoir/db'
import { type Control, controls } from './controls.ts'
import { copyOfTree } from './copy-of-tree.ts'

function run(copy: string, { rig, test, env }: Control): { red: boolean; words: string } {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--project', 'rigs*', `rigs/src/${rig}`, '-t', test, ...reporters]
  const { stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin/vitest'), args, {
    ...{ cwd: copy, encoding: 'utf8', env: { ...process.env, ...env, NO_COLOR: '1' }, timeout: 600_000 },
  })
  const output = stripVTControlCharacters(stdout + stderr)
  const words = /^(?:\w*Error|TRPC\w*|Refusal)\b.*$/m.exec(output)?.[0] ?? output.trim().split('\n').at(-1) ?? ''
  return { red: failedTests(report) > 0, words }
}

const serverStamp = 'apps/api/dist/.server-built'
const build = (tree: string, ...what: string[]) =>
  execFileSync(process.execPath, ['scripts/build.ts', ...what], { cwd: tree, stdio: ['ignore', 'inherit', 'inherit'] })

/** Puts the mutant into the built server alone: the sources are whole again when it starts, so nothing is built anew then. */
function buildMutant(copy: string, path: string, { source, mutated }: { source: string; mutated: string }): void {
  const stamp = readFileSync(join(copy, serverStamp))
  writeFileSync(path, mutated)
  build(copy, 'server')
  writeFileSync(path, source)
  writeFileSync(join(copy, serverStamp), stamp)
}

/** Tests that ran and failed: a rig that could not even begin proves nothing. */
function failedTests(report: string): number {
  if (!existsSync(report)) return 0
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'failed')
    .length
}

interface Report {
  testResults: { assertionResults: { status: string }[] }[]
}

const wanted = process.argv.slice(2).filter((word) => word !== '--')
const chosen = controls.filter(({ without, rig }) => wanted.every((word) => `${without} ${rig}`.includes(word)))
if (chosen.some(({ built }) => built)) build(repoRoot())
const copy = copyOfTree(repoRoot())
let green = 0
try {
  for (const mutant of chosen) {
    const path = join(copy, mutant.file)
    const source = readFileSync(path, 'utf8')
    if (source.split(mutant.find).length !== 2) throw new Error(`${mutant.file}: the control has moved: ${mutant.find}`)
    const mutated = source.replace(mutant.find, () => mutant.replace)
    if (mutant.built) buildMutant(copy, path, { source, mutated })
    else writeFileSync(path, mutated)
    const { red, words } = run(copy, mutant)
    writeFileSync(path, source)
    if (!red) green++
    console.log(
      `${red ? 'red, as it must be' : 'GREEN OR BROKEN'}: ${mutant.rig} without ${mutant.without}\n    ${words}`,
    )
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${chosen.length - green} of ${chosen.length} missing controls were seen`)
process.exitCode = green > 0 || chosen.length === 0 ? 1 : 0
