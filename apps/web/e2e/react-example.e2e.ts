import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type BuiltShop, openShop } from './shop.ts'

const run = promisify(execFile)
const example = path.join(import.meta.dirname, '../../../examples/react')
let folder = ''
let pages: { server: Server; address: string } | undefined
let shop: BuiltShop | undefined
let chromium: OpenBrowser | undefined

/** The example's own pages, told where the shop lives, on a port of their own. */
async function serve(shopAddress: () => string) {
  const server = createServer((request, response) => {
    const script = request.url === '/main.js'
    const file = path.join(folder, 'public', script ? 'main.js' : 'index.html')
    void readFile(file, 'utf8').then((text) => {
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
      response.end(script ? text : text.replace('http://localhost:4000', shopAddress()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}` }
}

/** What a stranger does: installs the client from the running shop, and builds. */
async function build(shopAddress: string): Promise<void> {
  const manifest = path.join(folder, 'package.json')
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('http://localhost:4000', shopAddress))
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  await run('npm', ['run', 'build'], { cwd: folder })
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'comptoir-react-'))
  await cp(example, folder, { recursive: true })
  pages = await serve(() => shop?.address ?? '')
  shop = await openShop({ CORS_ORIGINS: pages.address })
  await build(shop.address)
  chromium = await openBrowser()
})
afterAll(async () => {
  await chromium?.close()
  pages?.server.close()
  await shop?.close()
  await rm(folder, { recursive: true, force: true })
})

test("a React app of somebody else's, at its own origin, lists products and places an order", async () => {
  if (!chromium || !shop || !pages) throw new Error('nothing is open')
  const page = await chromium.browser.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(pages.address)
  const order = page.getByRole('button', { name: /^Order / })
  await expect.poll(() => order.count()).toBe(6)
  await order.first().click()
  const told = page.getByRole('status').filter({ hasText: /^Order \S+ is paid: €\d+\.\d\d$/ })
  await told.waitFor()
  const said = await told.textContent()
  const reference = said?.split(' ')[1] ?? ''
  const { items } = await shop.staff.orders.list.query({ reference })
  expect(items.map(({ status }) => status)).toEqual(['paid'])
  expect(faults).toEqual([])
})
