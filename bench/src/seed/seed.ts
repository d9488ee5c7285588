import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openShop } from '@comptoir/api/open-shop'
import { seedDemo } from '@comptoir/api/demo'
import { checkBooks, openDatabase, repoRoot, sqliteTextIndex } from '@comptoir/db'
import Sqlite from 'better-sqlite3'
import pino from 'pino'
import { multiplyOrders } from './multiply-orders.ts'
import { copiedTables, multiplyProducts } from './multiply-products.ts'

const day = 24 * 3600 * 1000
const sources = [
  'packages/db/migrations/sqlite',
  'packages/db/src/guards.ts',
  'packages/db/src/demo',
  'apps/api/src/demo',
  'bench/src/seed',
]

/** Where the bench keeps what it made, between runs; ignored by git. */
export const dataFolder = path.join(repoRoot(), 'bench/data')

/** A shop in one file with so many products and orders, its books clean: made once per schema and generator. Answers the file. */
export async function seededFile(products: number, orders: number, say: (line: string) => void): Promise<string> {
  const name = `${products}-${orders}-${fingerprint()}`
  const file = path.join(dataFolder, 'seeds', `${name}.db`)
  if (existsSync(file)) return file
  const draft = path.join(dataFolder, 'seeds', `draft-${process.pid}`, 'shop.db')
  mkdirSync(path.dirname(draft), { recursive: true })
  try {
    say(`Seeding ${products} products and ${orders} orders…`)
    const now = Date.now()
    await openDemo(draft, now - 200 * day)
    multiply(draft, { products, orders, until: new Date(now - 60_000) })
    const db = await openDatabase(`file:${draft}`)
    const breaches = await checkBooks(db.read)
    await db.close()
    for (const breach of breaches.slice(0, 10)) say(`${breach.invariant} ${breach.subject}: ${breach.words}`)
    if (breaches.length > 0)
      throw new Error(`the seed has ${breaches.length} breaches: its generator no longer fits the schema`)
    renameSync(draft, file)
    say(`Seeded in ${((Date.now() - now) / 1000).toFixed(0)} s; the books are clean.`)
    return file
  } finally {
    rmSync(path.dirname(draft), { recursive: true, force: true })
  }
}

/** A copy to write on, where a shop's own file would lie. */
export function workingCopy(seed: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'comptoir.db')
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  cpSync(seed, file)
  return file
}

/** The example shop as its own code makes it, opened on a day in the past. */
async function openDemo(file: string, at: number): Promise<void> {
  const began = Date.now()
  const clock = () => new Date(at + Date.now() - began)
  const db = await openDatabase(`file:${file}`)
  const shop = await openShop(db, { log: pino({ level: 'error' }), secure: false, clock, pollMs: null })
  await seedDemo(shop.services)
  await shop.services.events.settled()
  await shop.close()
}

function multiply(file: string, { products, orders, until }: { products: number; orders: number; until: Date }): void {
  const db = new Sqlite(file)
  try {
    // A draft that fails is thrown away: it needs no journal, and the books are checked when it is whole.
    db.unsafeMode()
    for (const setting of ['journal_mode = delete', 'journal_mode = off', 'synchronous = off', 'foreign_keys = off'])
      db.pragma(setting)
    db.pragma('cache_size = -2000000')
    db.pragma('temp_store = memory')
    db.exec('begin')
    withoutIndexes(db, copiedTables, () => multiplyProducts(db, products))
    if (orders > 2) multiplyOrders(db, orders, until)
    db.exec('commit')
    // Its rows come by popularity, as a text index wants them; in any other order each would be a segment of its own.
    const tellIndex = (told: string) =>
      db.exec(`insert into product_words_fts(product_words_fts, rank) values (${told})`)
    tellIndex(`'hashsize', 64000000`)
    db.exec(`insert into product_words_fts(product_words_fts) values ('delete-all')`)
    db.exec(sqliteTextIndex.fill)
    db.exec(`insert into product_words_fts(product_words_fts) values ('optimize')`)
    tellIndex(`'hashsize', 1048576`)
    db.pragma('journal_mode = wal')
  } finally {
    db.close()
  }
}

/** Fills tables whose indexes and triggers come back afterwards, sorted in one go. */
function withoutIndexes(db: Sqlite.Database, tables: readonly string[], fill: () => void): void {
  const parts = db
    .prepare<[string], { type: string; name: string; sql: string }>(
      `select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null
        and tbl_name in (select value from json_each(?))`,
    )
    .all(JSON.stringify(tables))
  for (const { type, name } of parts) db.exec(`drop ${type} "${name}"`)
  fill()
  for (const { sql } of parts) db.exec(sql)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (file: string) => hash.update(path.basename(file)).update(readFileSync(file))
  for (const source of sources) {
    const at = path.join(repoRoot(), source)
    if (source.endsWith('.ts')) add(at)
    else
      for (const entry of readdirSync(at, { recursive: true, withFileTypes: true }).toSorted((a, b) =>
        a.name < b.name ? -1 : 1,
      ))
        if (entry.isFile() && /\.(?:ts|sql)$/.test(entry.name)) add(path.join(entry.parentPath, entry.name))
  }
  return hash.digest('hex').slice(0, 12)
}
