import { existsSync, readFileSync } from 'node:fs'
import type { Outcome } from './checks.ts'

interface Report {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: unknown[] }[]
}

interface Run {
  code: number
  report: string
  projects: string[]
}

/** Where each vitest project keeps its tests. */
const homes: Record<string, string> = {
  domain: '/packages/domain/',
  db: '/packages/db/',
  client: '/packages/client/',
  api: '/apps/api/',
  web: '/apps/web/src/',
  e2e: '/apps/web/e2e/',
  scripts: '/scripts/',
  rigs: '/rigs/src/crash/',
  'rigs-alone': '/rigs/src/drain/',
}

/**
 * Counts a test run. A skipped or unwritten test counts as failed, and so does a run that crashed, a file without a test,
 * a project without a file, and an error outside every test.
 */
export function testOutcome({ code, report, projects }: Run): Outcome {
  if (!existsSync(report)) return { passed: 0, failed: 1, note: `the run ended with code ${code} and left no report` }
  const result: Report = JSON.parse(readFileSync(report, 'utf8'))
  const notes: string[] = []
  const skipped = result.numPendingTests + result.numTodoTests
  if (skipped > 0) notes.push(`${skipped} skipped, which counts as failed`)
  const emptyFiles = result.testResults.filter((file) => file.assertionResults.length === 0)
  for (const file of emptyFiles) notes.push(`${file.name} ran no test`)
  const emptyProjects = projects.filter(
    (project) => !result.testResults.some(({ name }) => name.includes(homes[project] ?? project)),
  )
  for (const project of emptyProjects) notes.push(`project ${project} has no tests`)
  const counted = result.numFailedTests + skipped + emptyFiles.length + emptyProjects.length
  const outside = counted === 0 && (code !== 0 || !result.success) ? 1 : 0
  if (outside === 1) notes.push(`the run ended with code ${code} though no test failed: an error outside the tests`)
  const failed = counted + outside
  return { passed: result.numPassedTests, failed, ...(notes.length > 0 && { note: notes.join('\n  ') }) }
}
