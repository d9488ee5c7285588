import path from 'node:path'
import { testOutcome } from './test-outcome.ts'

export interface Outcome {
  passed: number
  failed: number
  note?: string
}

export interface Check {
  title: string
  command: string
  args: string[]
  /** How the check counts. Without it, a check counts as one. */
  outcome?: (code: number) => Outcome
}

const tool = (title: string, ...args: string[]): Check => ({ title, command: 'pnpm', args: ['exec', ...args] })
const script = (title: string, file: string, ...args: string[]): Check => ({
  title,
  command: process.execPath,
  args: [file, ...args],
})

function tests(title: string, reports: string, projects: string[]): Check {
  const report = path.join(reports, `${projects.join('-')}.json`)
  const which = projects.flatMap((project) => ['--project', project])
  return {
    ...tool(title, 'vitest', 'run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
    outcome: (code) => testOutcome({ code, report, projects }),
  }
}

/** Every check of the gate, in order: the quick ones first, the build before all that runs what was built. Test reports go to a folder. */
export function checks(reports: string): Check[] {
  return [
    tool('format', 'oxfmt', '--check'),
    tool('lint', 'oxlint', '--type-aware', '--deny-warnings'),
    tool(
      'import rules',
      'depcruise',
      'apps',
      'packages',
      'scripts',
      'rigs',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
    ),
    script('import graph', 'scripts/graph.ts', '--check'),
    tool('unused code', 'knip'),
    tool('workspace', 'sherif'),
    tool('types', 'turbo', 'run', 'typecheck', 'typecheck:root', '--continue=always', '--output-logs=errors-only'),
    script('migrations up to date', 'scripts/lib/migrations-up-to-date.ts'),
    script('refusal pages up to date', 'scripts/refusals.ts', '--check'),
    script('build', 'scripts/build.ts'),
    tests('domain, web and client tests', reports, ['domain', 'web', 'client']),
    tests('store and procedure tests', reports, ['db', 'api']),
    tests('crash, race and load rigs', reports, ['rigs', 'rigs-alone']),
    tests('start and build tests', reports, ['scripts']),
    tests('browser stories', reports, ['e2e']),
  ]
}
