import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { copySqlite, openDatabase, pathOf } from '@comptoir/db'
import { afterAll, expect, test } from 'vitest'
import { addProduct, orderPaid } from './testing-orders.ts'
import { openTestShop } from './testing.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-damaged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the shop on a file as `npm start` does; it is expected to end at once. */
function start(file: string) {
  const env = { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `file:${file}` }
  return spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { ...env, PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'silent' },
    encoding: 'utf8',
  })
}

/** A closed shop with an order, in one file. */
async function aShop(name: string): Promise<string> {
  await using shop = await openTestShop()
  await orderPaid(await shop.customer(), await addProduct(shop))
  const file = path.join(folder, name)
  await copySqlite(pathOf(shop.url), file)
  return file
}
/** The same file with something written over it. */
function spoiled(file: string, from: number, bytes: Uint8Array): void {
  const whole = readFileSync(file)
  whole.set(bytes, from)
  writeFileSync(file, whole)
}
const garbage = (length: number) => new Uint8Array(length).fill(0xa5)

/** What the folder holds of a shop, by name. */
const held = (file: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.startsWith(path.basename(file)) && !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  )

/** How a start on a file ended, in the words that count. */
function startOn(file: string) {
  const before = held(file)
  const { status, stdout, stderr } = start(file)
  return {
    open: status === 0 || stdout.includes('is open'),
    lines: stderr.trim().split('\n').length,
    says: /damaged.*Nothing was changed.*pnpm restore/.test(stderr),
    changed: JSON.stringify(held(file)) !== JSON.stringify(before),
  }
}
const refused = { open: false, lines: 1, says: true, changed: false }

test('a file that is no database is refused in one line that says what to do, and stays as it is', async () => {
  const file = path.join(folder, 'letter.db')
  writeFileSync(file, 'Dear shop, this is not a database at all.'.repeat(300))
  expect(startOn(file)).toEqual(refused)
})

test('so is one whose first page was written over', async () => {
  const file = await aShop('first-page.db')
  spoiled(file, 0, garbage(4096))
  expect(startOn(file)).toEqual(refused)
})

test('so is one of which only the first half is left', async () => {
  const file = await aShop('half.db')
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2 / 4096) * 4096))
  expect(startOn(file)).toEqual(refused)
})

test('so is one whose pages were garbled in a power cut: the log that was left behind is kept too', async () => {
  const closed = await aShop('cut-closed.db')
  const open = await openDatabase(`file:${closed}`)
  await open.write((tx) => tx.insert(tx.tables.settings).values({ key: 'last', value: 1 }))
  const file = path.join(folder, 'cut.db')
  copyFileSync(closed, file)
  copyFileSync(`${closed}-wal`, `${file}-wal`)
  await open.close()
  spoiled(file, 20 * 4096, garbage(40 * 4096))
  expect(startOn(file)).toEqual(refused)
})
