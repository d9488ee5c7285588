import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testOutcome } from './test-outcome.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-outcome-'))
afterAll(() => rmSync(folder, { recursive: true }))

const files = [{ name: '/shop/packages/domain/src/money.test.ts', status: 'passed', assertionResults: [{}, {}, {}] }]
const good = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files,
}

function outcome(said: Partial<typeof good>, code = 0) {
  const report = path.join(folder, 'report.json')
  writeFileSync(report, JSON.stringify({ ...good, ...said }))
  const { passed, failed } = testOutcome({ code, report, projects: ['domain'] })
  return { passed, failed }
}

test('counts the tests that passed and those that failed', () => {
  expect(outcome({})).toEqual({ passed: 3, failed: 0 })
  expect(outcome({ success: false, numPassedTests: 2, numFailedTests: 1 }, 1)).toEqual({ passed: 2, failed: 1 })
})

test('counts a skipped test and an unwritten one as failed', () => {
  expect(outcome({ numPassedTests: 1, numPendingTests: 1, numTodoTests: 1 })).toEqual({ passed: 1, failed: 2 })
})

test('fails when a file held no test, as when it could not be loaded', () => {
  const broken = { name: '/shop/packages/domain/src/broken.test.ts', status: 'failed', assertionResults: [] }
  expect(outcome({ success: false, testResults: [...files, broken] }, 1)).toEqual({ passed: 3, failed: 1 })
})

test('fails when a project found no tests', () => {
  expect(outcome({ numPassedTests: 0, testResults: [] })).toEqual({ passed: 0, failed: 1 })
})

test('fails when all tests passed but the run did not', () => {
  expect(outcome({}, 1)).toEqual({ passed: 3, failed: 1 })
})

test('fails when the run left no report', () => {
  const report = path.join(folder, 'never-written.json')
  expect(testOutcome({ code: 137, report, projects: ['domain'] })).toMatchObject({ passed: 0, failed: 1 })
})
