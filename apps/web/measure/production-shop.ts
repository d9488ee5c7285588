import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')

export interface ProductionShop {
  /** As `http://localhost:41234`. */
  address: string
  /** The cookie of a guest whose cart holds one thing. */
  cartCookie: string
  close(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function run(args: string[], env: Record<string, string>): { child: ChildProcess; end: Promise<number | null> } {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return { child, end: new Promise((resolve) => child.once('close', resolve)) }
}

async function answering(address: string, end: Promise<unknown>): Promise<void> {
  let over = false
  void end.then(() => (over = true))
  while (!over) {
    const answer = await fetch(`${address}/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the shop ended before it was ready')
}

/** The built product in production mode, on a database of its own that holds the demo shop. */
export async function openProductionShop(): Promise<ProductionShop> {
  const built = await run(['scripts/build.ts'], {}).end
  if (built !== 0) throw new Error('the build failed')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-measure-'))
  const DATABASE_URL = `file:${path.join(folder, 'shop.db')}`
  const server = async (NODE_ENV: string) => {
    const port = await freePort()
    const address = `http://localhost:${port}`
    const { child, end } = run(['apps/api/dist/main.mjs'], {
      ...{ NODE_ENV, DATABASE_URL, PORT: String(port), PUBLIC_URL: address },
    })
    await answering(address.replace('localhost', '127.0.0.1'), end)
    return { address, close: () => (child.kill('SIGTERM'), end) }
  }
  // The demo is never laid out in production: it is there when production begins.
  await (await server('development')).close()
  const { address, close } = await server('production')
  return {
    address,
    cartCookie: await cartOf(address),
    close: () => close().then(() => rmSync(folder, { recursive: true, force: true })),
  }
}

async function cartOf(address: string): Promise<string> {
  const page = await (await fetch(`${address}/fr/products/creme-pour-les-mains`)).text()
  const variantId = /name="variantId" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await fetch(`${address}/do/cart/add`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ locale: 'fr', variantId, quantity: '1' }),
  })
  const [cookie] = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  if (cookie === undefined) throw new Error(`nothing could be put into the cart: ${answer.status}`)
  return cookie
}
