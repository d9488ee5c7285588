import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from './lib/testing-contents.ts'
import { descendantsOf, freePort, isAlive, isFree, npmStart } from './lib/testing-shop.ts'
import type { Shop } from './lib/testing-shop.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-start-'))
const file = path.join(folder, 'shop.db')
const shops: Shop[] = []
const processes: number[] = []

async function open(port: number): Promise<Shop> {
  const shop = npmStart({ PORT: String(port), DATABASE_URL: `file:${file}` })
  shops.push(shop)
  await shop.said(`http://localhost:${port}`)
  processes.push(...descendantsOf(shop.npm.pid))
  return shop
}

/** The lines that a shop which refuses to open says about a variable. */
async function refusal(variable: string, env: Record<string, string>): Promise<string[]> {
  const shop = npmStart(env)
  shops.push(shop)
  expect(await shop.exited).not.toBe(0)
  await shop.silent
  const lines = shop.output().split('\n')
  expect(lines.join('\n')).toContain(variable)
  return lines.filter((line) => line.includes(variable))
}

/** Ends the shop the way a service manager does: one SIGTERM to npm itself. */
async function close(shop: Shop) {
  shop.npm.kill('SIGTERM')
  return await shop.exited
}

// Only a test that failed leaves something to end here.
afterEach(async () => {
  for (const { npm, exited } of shops.splice(0)) {
    if (npm.exitCode === null && npm.signalCode === null) npm.kill('SIGTERM')
    await exited
  }
  for (const pid of processes.splice(0).filter(isAlive)) process.kill(pid, 'SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm start', () => {
  let port: number
  beforeAll(async () => {
    port = await freePort()
  })

  test('opens a filled shop and closes it with nothing left behind', async () => {
    const shop = await open(port)
    for (const address of ['/', '/fr', '/admin']) {
      const page = await fetch(`http://localhost:${port}${address}`)
      expect(page.status, address).toBe(200)
      expect(await page.text()).toContain('<!doctype html>')
    }
    expect((await fetch(`http://localhost:${port}/ready`)).status).toBe(200)

    expect(processes.length).toBeGreaterThanOrEqual(2)
    expect(await close(shop)).toBe(0)
    await expect.poll(() => processes.filter(isAlive)).toEqual([])
    await expect.poll(() => isFree(port)).toBe(true)
    expect(contentsOf(file)['orders']?.rows).toBeGreaterThan(0)
  })

  test('opens the same shop again and changes nothing in its books', async () => {
    const before = contentsOf(file)
    const shop = await open(port)
    expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200)
    expect(await close(shop)).toBe(0)
    expect(contentsOf(file)).toEqual(before)
  })

  test('names the variable that a shop in production lacks, in one line', async () => {
    const database = `file:${path.join(folder, 'production.db')}`
    expect(
      await refusal('PUBLIC_URL', { NODE_ENV: 'production', PORT: String(port), DATABASE_URL: database }),
    ).toHaveLength(1)
  })

  test('names a database address it cannot use, in one line', async () => {
    expect(await refusal('DATABASE_URL', { PORT: String(port), DATABASE_URL: 'mysql://localhost/shop' })).toHaveLength(
      1,
    )
  })
})
