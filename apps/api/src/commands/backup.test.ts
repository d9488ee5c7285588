import { spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileFaults, OlderSchema, openReader, pathOf, refuseOtherFile, repoRoot } from '@comptoir/db'
import { findBackup } from '@comptoir/db/stores/upkeep'
import { makeOlderShop, openTestDatabase } from '@comptoir/db/testing'
import { afterAll, expect, test, vi } from 'vitest'
import { addProduct, orderPaid } from '../testing-orders.ts'
import { openTestShop } from '../testing.ts'

// Each test starts up to six whole programs from their source, one after the other: as patient as the tests of scripts/.
vi.setConfig({ testTimeout: 180_000 })

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let serial = 0
const newFile = () => path.join(folder, `backup-${++serial}.db`)

interface Ended {
  code: number | null
  said: string
}
/** Runs the command as a person would, in a process of its own. */
const run = (command: 'backup' | 'restore' | 'check-books', args: string[], databaseUrl: string): Promise<Ended> =>
  new Promise((resolve) => {
    const file = path.join(repoRoot(), `apps/api/src/commands/${command}.ts`)
    const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, DATABASE_URL: databaseUrl } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('close', (code) => resolve({ code, said }))
  })

const ordersIn = async (file: string): Promise<string[]> => {
  const { read, close } = openReader(file)
  const rows = await read.select({ id: read.tables.orders.id }).from(read.tables.orders)
  close()
  return rows.map(({ id }) => id)
}
const openFiles = () => readdirSync(folder).filter((name) => name.includes('.part-'))

test('a shop that sells is backed up: every order from before is in the copy, whole', async () => {
  await using shop = await openTestShop()
  const product = await addProduct(shop, { stock: 5000 })
  const before: string[] = []
  const meanwhile: string[] = []
  for (let i = 0; i < 5; i++) before.push((await orderPaid(shop.guest(), product)).id)
  const file = newFile()
  let over = false
  const backup = run('backup', [file], shop.database.url).finally(() => (over = true))
  while (!over) {
    meanwhile.push((await orderPaid(shop.guest(), product)).id)
    // Shoppers come one after the other; the command is another program that wants its turn at the file.
    await pause(5)
  }
  expect(await backup).toMatchObject({ code: 0, said: expect.stringContaining('its books are clean') })
  const kept = await ordersIn(file)
  expect(kept).toEqual(expect.arrayContaining(before))
  // The command itself checks the books of the copy; whatever is beyond the start was placed meanwhile.
  expect(meanwhile).toEqual(expect.arrayContaining(kept.filter((id) => !before.includes(id))))
  expect(meanwhile.length).toBeGreaterThan(0)
  expect(await findBackup(shop.db.read)).toMatchObject({ result: { file } })
  expect(openFiles()).toEqual([])
})

test('a backup never overwrites, and leaves nothing behind when it cannot', async () => {
  await using shop = await openTestShop()
  const file = newFile()
  writeFileSync(file, 'mine')
  expect(await run('backup', [file], shop.database.url)).toMatchObject({
    code: 2,
    said: expect.stringContaining('never'),
  })
  expect(await run('backup', [], shop.database.url)).toMatchObject({ code: 2, said: expect.stringContaining('Usage') })
  expect(await run('backup', [newFile()], 'file:/nowhere/at/all.db')).toMatchObject({ code: 2 })
  expect(openFiles()).toEqual([])
})

test('a shop whose books are not clean gets no backup that says so', async () => {
  await using shop = await openTestShop({ checked: false })
  await addProduct(shop, { stock: 5 })
  await shop.services.events.settled()
  await shop.database.execute('update variants set on_hand = on_hand + 1')
  const file = newFile()
  expect(await run('backup', [file], shop.database.url)).toMatchObject({
    code: 2,
    said: expect.stringContaining('INV-11'),
  })
  expect(existsSync(file)).toBe(false)
})

test('on PostgreSQL both commands name the tool to use', async () => {
  expect(await run('backup', [newFile()], 'postgres://shop')).toMatchObject({
    code: 2,
    said: expect.stringContaining('pg_dump'),
  })
  expect(await run('restore', [newFile()], 'postgres://shop')).toMatchObject({
    code: 2,
    said: expect.stringContaining('pg_restore'),
  })
})

/** A shop of one order that was backed up, then sold once more, then closed; its file lies at `file`. */
async function aBackedUpShop() {
  const backup = newFile()
  const file = newFile()
  await using shop = await openTestShop()
  const product = await addProduct(shop, { stock: 5 })
  const kept = await orderPaid(shop.guest(), product)
  expect(await run('backup', [backup], shop.database.url)).toMatchObject({ code: 0 })
  shop.clock.advance(60_000)
  const later = await orderPaid(shop.guest(), product)
  expect(await run('backup', [file], shop.database.url)).toMatchObject({ code: 0 })
  const open = await run('restore', [backup, '--replace'], shop.database.url)
  return { backup, file, kept: kept.id, later: later.id, open }
}

test('a backup takes the place of a shop only when it is closed, and of a newer one only when told to', async () => {
  const { backup, file, kept, later, open } = await aBackedUpShop()
  expect(open).toMatchObject({ code: 2, said: expect.stringContaining('stop the shop first') })
  const url = `file:${file}`
  const refused = await run('restore', [backup], url)
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('--replace') })
  expect(await ordersIn(file)).toEqual([kept, later])

  expect(await run('restore', [backup, '--replace'], url)).toMatchObject({ code: 0 })
  expect(await ordersIn(file)).toEqual([kept])
  const aside = readdirSync(folder).find((name) => name.startsWith(`${path.basename(file)}.before-restore-`))
  expect(await ordersIn(path.join(folder, aside ?? ''))).toEqual([kept, later])
  expect(openFiles()).toEqual([])
  expect(await ordersIn(backup)).toEqual([kept])
})

test('a restored shop opens, and an empty place needs no telling', async () => {
  const { backup, kept } = await aBackedUpShop()
  const file = newFile()
  expect(await run('restore', [backup], `file:${file}`)).toMatchObject({ code: 0 })
  expect(await ordersIn(file)).toEqual([kept])
  expect(fileFaults(file, 'whole')).toEqual([])
})

test('where a lost shop left its log behind, the restored one never reads it', async () => {
  const { backup, kept } = await aBackedUpShop()
  const file = newFile()
  {
    await using shop = await openTestShop()
    await orderPaid(shop.guest(), await addProduct(shop))
    copyFileSync(`${pathOf(shop.database.url)}-wal`, `${file}-wal`)
  }
  expect(await run('restore', [backup], `file:${file}`)).toMatchObject({
    code: 0,
    said: expect.stringContaining('is kept as'),
  })
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(await ordersIn(file)).toEqual([kept])
  expect(fileFaults(file, 'whole')).toEqual([])
})

test('a damaged backup is refused, and a damaged shop is replaced with its leftovers put aside', async () => {
  const { backup, file, kept } = await aBackedUpShop()
  const broken = newFile()
  copyFileSync(backup, broken)
  truncateSync(broken, 200_000)
  expect(await run('restore', [broken, '--replace'], `file:${file}`)).toMatchObject({
    code: 2,
    said: expect.stringContaining('no sound backup'),
  })
  writeFileSync(broken, 'not a database at all')
  expect(await run('restore', [broken], `file:${file}`)).toMatchObject({ code: 2 })

  truncateSync(file, 200_000)
  writeFileSync(`${file}-wal`, 'old')
  expect(await run('restore', [backup], `file:${file}`)).toMatchObject({ code: 0 })
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(await ordersIn(file)).toEqual([kept])
})

test('a backup is one file that opens where nothing can be written, and stays as it is whatever is done with it', async () => {
  await using shop = await openTestShop()
  const { id } = await orderPaid(shop.guest(), await addProduct(shop))
  const backup = newFile()
  expect(await run('backup', [backup], shop.database.url)).toMatchObject({ code: 0 })
  const bytes = readFileSync(backup)
  // A file that says that it has a log is opened only where one can be made beside it.
  expect([...bytes.subarray(18, 20)]).toEqual([1, 1])

  const file = newFile()
  chmodSync(backup, 0o444)
  expect(await run('check-books', ['--file', backup], '')).toMatchObject({ code: 0 })
  expect(await run('restore', [backup], `file:${file}`)).toMatchObject({ code: 0 })
  // The shop writes into its own file, whatever was done to keep the backup from harm.
  expect((statSync(file).mode & 0o200) > 0).toBe(true)
  expect(await ordersIn(file)).toEqual([id])
  expect(readFileSync(backup).equals(bytes)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.startsWith(path.basename(backup)))).toEqual([path.basename(backup)])
})

test('a backup before an upgrade stays of the release that may need it, and so does the shop', async () => {
  const [shop, backup, restored] = [newFile(), newFile(), newFile()]
  makeOlderShop(shop)
  const { code, said } = await run('backup', [backup], `file:${shop}`)
  expect([code, said]).toEqual([0, expect.stringContaining('its books are clean') as string])
  expect(said).toMatch(/could not note this backup.*of an older release/)
  for (const file of [shop, backup]) expect(() => refuseOtherFile(file)).toThrow(OlderSchema)
  expect(openFiles()).toEqual([])

  expect(await run('restore', [backup], `file:${restored}`)).toMatchObject({ code: 0 })
  expect(() => refuseOtherFile(restored)).not.toThrow()
  expect(() => refuseOtherFile(backup)).toThrow(OlderSchema)
})

test('what cannot be backed up or restored is said in one line, and nothing is left behind', async () => {
  await using shop = await openTestShop()
  await using newer = await openTestDatabase('sqlite')
  await newer.execute(`insert into schema_migrations values (9999, '9999_later', 'x', '2030-01-01')`)
  const files = readdirSync(folder)
  const refused: [Parameters<typeof run>, RegExp][] = [
    [['restore', [pathOf(newer.url)], `file:${newFile()}`], /newer schema.*start the release that made it/],
    [['backup', [newFile()], newer.url], /newer schema/],
    [['restore', [folder], `file:${newFile()}`], /There is no backup at/],
    [['restore', [newFile()], `file:${newFile()}`], /There is no backup at/],
    [['backup', [path.join(folder, 'none/at-all.db')], shop.database.url], /There is no folder/],
    [['backup', [folder], shop.database.url], /is there already/],
    [['backup', [newFile()], `file:${folder}`], /There is no shop at/],
    [['restore', [pathOf(shop.database.url)], `file:${folder}`], /is no file: set DATABASE_URL/],
    [['check-books', [], `file:${folder}`], /There is no database at/],
    [['check-books', ['--file', folder], ''], /There is no database at/],
  ]
  for (const [call, words] of refused)
    expect(await run(...call)).toEqual({ code: 2, said: expect.stringMatching(new RegExp(`^.*${words.source}.*\n$`)) })
  expect(readdirSync(folder)).toEqual(files)
})
