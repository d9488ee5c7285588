import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBooks, copySqlite, fileFaults, openDatabase, openReader, pathOf } from '@comptoir/db'
import { afterAll, expect, test } from 'vitest'
import { runLongTask } from './services/long-tasks.ts'
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

test('wherever it is damaged, the look at the file of an open shop says so, also where the engine cannot read on', async () => {
  const file = await aShop('closed-well.db')
  const whole = readFileSync(file)
  let damaged = 0
  for (let page = 0; page < whole.length / 4096 - 10; page += 20) {
    const spoilt = path.join(folder, `page-${page}.db`)
    writeFileSync(spoilt, whole)
    spoiled(spoilt, page * 4096, garbage(10 * 4096))
    const sound = fileFaults(spoilt, 'quick').length === 0
    const { read, close } = openReader(spoilt)
    const found = await runLongTask(read, 'fileFaults', null)
    const breaches = await checkBooks(read).finally(close)
    expect([page, found.length === 0, breaches.length === 0]).toEqual([page, sound, sound])
    if (!sound) expect(breaches).toContainEqual(expect.objectContaining({ invariant: 'INV-71', subject: 'the file' }))
    if (!sound) damaged++
  }
  expect(damaged).toBeGreaterThan(3)
})
