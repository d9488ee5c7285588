import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, openReader } from '@comptoir/db'
import { expect, onTestFinished, test } from 'vitest'
import { explainStartError } from './start-error.ts'

const failed = (code: string, of: object = {}, message = code) => Object.assign(new Error(message), { code, ...of })

test.each([
  [failed('EADDRINUSE', { port: 4000 }), 'Port 4000 is taken by another program: stop it, or set PORT to a free one.'],
  [failed('EACCES', { port: 80 }), 'This account may not listen on port 80: set PORT to one above 1024.'],
  [
    failed('EACCES', {}, "EACCES: permission denied, mkdir '/srv/shop'"),
    /^EACCES: permission denied, mkdir '\/srv\/shop'/,
  ],
  [failed('SQLITE_READONLY', {}, 'attempt to write a readonly database'), /readonly database.*this account may write/],
  [failed('ECONNREFUSED'), 'The database does not answer: check DATABASE_URL, and that PostgreSQL runs.'],
])('%s is said so that a person knows what to do', (error, words) => {
  expect(explainStartError(error)).toMatch(words)
  expect(explainStartError(error)).not.toContain('\n')
})

test('a database that cannot be opened is named, with what to look at', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const error: unknown = await openDatabase(`file:${folder}`).catch((thrown: unknown) => thrown)
  expect(explainStartError(error)).toBe(
    `${folder}: unable to open database file. Check DATABASE_URL, and that this account may write the file and its folder.`,
  )
  expect(() => openReader(path.join(folder, 'none.db'))).toThrow(`${path.join(folder, 'none.db')}: unable to open`)
})
