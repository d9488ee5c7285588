import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

/** Runs some lines in a process of their own, under the watch; what it wrote and how it ended. */
function underWatch(lines: string) {
  const file = pathToFileURL(path.join(import.meta.dirname, 'last-resort.ts')).href
  const script = `
    import pino from 'pino'
    import { watchLastResort } from ${JSON.stringify(file)}
    watchLastResort(pino())
    ${lines}`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  return { status, stdout }
}

test('a failure that nobody waited for is written in the log, and the shop stays open', () => {
  const { status, stdout } = underWatch(`
    void Promise.reject(new Error('the line was cut'))
    setImmediate(() => console.log('still open'))`)
  expect(stdout).toContain('"level":50')
  expect(stdout).toContain('the line was cut')
  expect(stdout).toContain('still open')
  expect(status).toBe(0)
})

test('an error that nobody caught is written in the log, and the process ends as failed', () => {
  const { status, stdout } = underWatch(`
    setTimeout(() => console.log('still open'), 60_000)
    setImmediate(() => { throw new Error('half a thought') })`)
  expect(stdout).toContain('"level":60')
  expect(stdout).toContain('half a thought')
  expect(stdout).not.toContain('still open')
  expect(status).toBe(1)
})
