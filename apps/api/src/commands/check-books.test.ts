import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import { openTestDatabase } from '@comptoir/db/testing'
import { expect, test } from 'vitest'

const checkBooks = (databaseUrl: string) =>
  spawnSync(process.execPath, [path.join(repoRoot(), 'apps/api/src/commands/check-books.ts')], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  })

test('says that clean books are clean, and names what a stray hand did to them', async () => {
  await using db = await openTestDatabase('sqlite')
  expect(checkBooks(db.url)).toMatchObject({ status: 0, stdout: 'The books are clean.\n' })
  await db.execute(`insert into ledger_entries (id, event, event_id, order_id, account, amount_cents, currency, at)
    values ('entry_1', 'sale', 'invoice_1', 'order_1', 'sales', -100, 'EUR', 0)`)
  const { status, stdout } = checkBooks(db.url)
  expect(status).toBe(1)
  expect(stdout).toMatch(/^INV-04 /m)
})

test('does not make a database where there is none', () => {
  expect(checkBooks('file:/nowhere/at/all.db')).toMatchObject({ status: 2, stdout: '' })
})
