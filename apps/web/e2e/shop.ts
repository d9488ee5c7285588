import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createAdminClient, createShopClient, type Tokens } from '@comptoir/client'
import { makeId } from '@comptoir/domain'

const root = path.resolve(import.meta.dirname, '../../..')

export interface BuiltShop {
  /** As `http://localhost:41234`. */
  address: string
  /** A program that is nobody in particular. */
  guest: ReturnType<typeof createShopClient>
  /** A program that is signed in as the demo's administrator. */
  staff: ReturnType<typeof createAdminClient>
  /** What `pnpm check-books` says of this shop's database, with its exit code. */
  checkBooks(): Promise<Ended>
  /** What the test gateway's own ledger took for an order: the amounts in cents, one for each charge. */
  charged(orderId: string): number[]
  /** Puts 25.00 € aside that came for an order and do not fit it, under the gateway's name for them. */
  putAside(orderId: string, reference: string): void
  /** SIGTERM, as a host sends it; answers the exit code and what was printed after the start. */
  close(): Promise<Ended>
}
interface Ended {
  code: number
  output: string
}

/** Builds what changed. */
export async function buildShop(): Promise<void> {
  const built = await ended(start(['scripts/build.ts']))
  if (built.code !== 0) throw new Error(`the build ended with ${built.code}:\n${built.output}`)
}

/** Names the database that every shop of a test run begins with a copy of; where it is not set, each shop fills its own. */
export const templateName = 'COMPTOIR_E2E_TEMPLATE'

/** Lets the product fill a database with the demo shop and close it; answers its path. */
export async function fillTemplate(file: string): Promise<string> {
  const child = start(['apps/api/dist/main.mjs'], { DATABASE_URL: `file:${file}`, PORT: '0' })
  const end = ended(child)
  await addressOf(child, end)
  child.kill('SIGTERM')
  const { code, output } = await end
  if (code !== 0) throw new Error(`the shop ended with ${code}:\n${output}`)
  return file
}

/** Runs the built product on a fresh database with the demo shop, with more settings where a story needs them. */
export async function openShop(settings: Record<string, string> = {}): Promise<BuiltShop> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-shop-'))
  const file = path.join(folder, 'shop.db')
  const template = process.env[templateName]
  if (template !== undefined) copyFileSync(template, file)
  const env = { DATABASE_URL: `file:${file}`, PORT: '0', ...settings }
  const child = start(['apps/api/dist/main.mjs'], env)
  const end = ended(child).finally(() => rmSync(folder, { recursive: true, force: true }))
  const close = () => {
    child.kill('SIGTERM')
    return end
  }
  try {
    const address = await addressOf(child, end)
    return {
      address,
      guest: createShopClient({ url: address, tokens: {} }),
      staff: await signedInStaff(address),
      checkBooks: () => ended(start(['apps/api/src/commands/check-books.ts'], env)),
      charged: (orderId) => chargesIn(file, orderId),
      putAside: (orderId, reference) => putAside(file, orderId, reference),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

// No procedure tells what the gateway knows, so its ledger is read where it lies.
function chargesIn(file: string, orderId: string): number[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database
      .prepare(
        `select gateway_charges.amount_cents as cents from gateway_charges
         join payments on payments.key = gateway_charges.key
         where payments.order_id = ? and gateway_charges.state = 'captured'`,
      )
      .all(orderId)
      .map(({ cents }) => Number(cents))
  } finally {
    database.close()
  }
}

// The test gateway takes what it is asked for, so money that fits no order is written where the shop would write it.
function putAside(file: string, orderId: string, reference: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 })
  try {
    const at = Date.now()
    const key = makeId('payment', at, crypto.getRandomValues(new Uint8Array(16)))
    database
      .prepare(
        `insert into unmatched_money (key, order_id, amount_cents, currency, reference, at) values (?, ?, 2500, 'EUR', ?, ?)`,
      )
      .run(key, orderId, reference, at)
    const told = JSON.stringify({ status: 'paid', kind: 'money_aside' })
    database
      .prepare(`insert into outbox (id, topic, subject_id, data, at) values (?, 'money.changed', ?, ?, ?)`)
      .run(makeId('event', at, crypto.getRandomValues(new Uint8Array(16))), orderId, told, at)
  } finally {
    database.close()
  }
}

async function signedInStaff(url: string) {
  const tokens: Tokens = {}
  const staff = createAdminClient({ url, tokens })
  const session = await staff.auth.login.mutate({ email: 'admin@ecom.test', password: 'admin123', session: 'token' })
  tokens.bearer = session.token
  return staff
}

// What the test runner says to its own children must not reach the shop.
const ours =
  /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|PORT|HOST|DATABASE_URL|PUBLIC_URL|CORS_ORIGINS|LOG_LEVEL|COMPTOIR_E2E.*)$/
const plainEnvironment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))

const start = (args: string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: root,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** The exit code (128 for an end by signal) and everything that was printed. */
function ended(child: ChildProcess): Promise<Ended> {
  let output = ''
  const take = (text: string) => (output += text)
  child.stdout?.setEncoding('utf8').on('data', take)
  child.stderr?.setEncoding('utf8').on('data', take)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? 128, output })))
}

async function addressOf(child: ChildProcess, end: Promise<Ended>): Promise<string> {
  const said = new Promise<string>((resolve) => {
    let heard = ''
    child.stdout?.on('data', (text: string) => {
      heard += text
      const address = /Comptoir is open: (http:\S+)/.exec(heard)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
  const early = end.then(({ code, output }) => {
    throw new Error(`the shop ended with ${code} before it opened:\n${output}`)
  })
  return Promise.race([said, early])
}
