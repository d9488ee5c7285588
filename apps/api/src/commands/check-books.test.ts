import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { copySqlite, pathOf, repoRoot } from '@comptoir/db'
import { openTestDatabase } from '@comptoir/db/testing'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

const checkBooks = (databaseUrl: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(repoRoot(), 'apps/api/src/commands/check-books.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  })

const clean =
  /^The books are clean\.\n0 orders were looked at in \d+\.\d s, with [1-9]\d* MB of memory beside the program’s own \d+ MB\.\n$/

test('says that clean books are clean, and names what a stray hand did to them', async () => {
  await using db = await openTestDatabase('sqlite')
  expect(checkBooks(db.url)).toMatchObject({ status: 0, stdout: expect.stringMatching(clean) as string })
  await db.execute(`insert into ledger_entries (id, event, event_id, order_id, account, amount_cents, currency, at)
    values ('entry_1', 'sale', 'invoice_1', 'order_1', 'sales', -100, 'EUR', 0)`)
  const { status, stdout } = checkBooks(db.url)
  expect(status).toBe(1)
  expect(stdout).toMatch(/^INV-04 /m)
})

test('does not make a database where there is none', () => {
  expect(checkBooks('file:/nowhere/at/all.db')).toMatchObject({ status: 2, stdout: '' })
})

test('leaves a shop of an older release as it is, and says what to do', async () => {
  await using db = await openTestDatabase('sqlite')
  await db.execute(`delete from schema_migrations where position = (select max(position) from schema_migrations)`)
  const release = () =>
    db.read
      .select({ last: sql<number>`max(position)` })
      .from(sql`schema_migrations`)
      .then(([row]) => row?.last)
  const before = await release()
  for (const args of [[], ['--file', pathOf(db.url)]])
    expect(checkBooks(db.url, ...args)).toMatchObject({
      ...{ status: 2, stdout: '', stderr: expect.stringMatching(/of an older release.*\n$/) as string },
    })
  expect(await release()).toBe(before)
})

test('looks at any copy, and leaves it as it is', async () => {
  await using db = await openTestDatabase('sqlite')
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'comptoir-books-')), 'copy.db')
  await copySqlite(pathOf(db.url), file)
  const before = await readFile(file)
  expect(checkBooks('', '--file', file)).toMatchObject({ status: 0, stdout: expect.stringMatching(clean) as string })
  expect(before.equals(await readFile(file))).toBe(true)
  expect(checkBooks('', '--file', '/nowhere/at/all.db')).toMatchObject({ status: 2, stdout: '' })
  await rm(path.dirname(file), { recursive: true })
})
