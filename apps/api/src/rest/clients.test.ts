import { execFile, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'
import { addProduct, stockOf } from '../testing-orders.ts'
import { listen } from '../testing-server.ts'
import { openTestShop } from '../testing.ts'

const root = path.join(import.meta.dirname, '../../../..')
const run = promisify(execFile)
const said = /^C\w+ paid (\d+) (\S+)\s*$/

/** A shop with one product, behind a port; the program buys a piece, and the shelf knows. */
async function buysWith(program: (url: string) => Promise<{ stdout: string }>): Promise<void> {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const bowl = await addProduct(shop, { stock: 3, priceCents: 1200 })
  const { stdout } = await program(server.url)
  expect(stdout).toMatch(said)
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 3, allocated: 1 })
  const orders = await shop.db.read.select().from(shop.db.read.tables.orders)
  expect(orders.map(({ status, totalCents }) => [status, String(totalCents)])).toEqual([
    ['paid', said.exec(stdout)?.[1]],
  ])
}

test('a TypeScript program whose types are generated from the document compiles and buys a product', async () => {
  // Below what it imports, as if it were installed there.
  mkdirSync(path.join(root, 'apps/api/dist'), { recursive: true })
  const folder = mkdtempSync(path.join(root, 'apps/api/dist/example-'))
  try {
    cpSync(path.join(root, 'examples/openapi-fetch'), folder, { recursive: true })
    const document = readFileSync(path.join(root, 'docs/openapi.json'), 'utf8')
    writeFileSync(path.join(folder, 'shop.d.ts'), astToString(await openapiTS(document)))
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    const checked = await run(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error)
    expect(checked.stdout).toBe('')
    await buysWith((url) => run(process.execPath, [path.join(folder, 'buy.ts'), url]))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a Python program with the standard library alone buys a product', async () => {
  const python = spawnSync('python3', ['--version'])
  if (python.error !== undefined) {
    process.stdout.write('python3 is not on this machine: its program was not run\n')
    expect(python.error.message).toContain('ENOENT')
    return
  }
  await buysWith((url) => run('python3', [path.join(root, 'examples/python/buy.py'), url]))
})
