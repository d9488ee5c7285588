import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from './lib/testing-contents.ts'
import { descendantsOf, freePort, isAlive, isFree, npmStart } from './lib/testing-shop.ts'
import type { Shop } from './lib/testing-shop.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-start-'))
const file = path.join(folder, 'shop.db')
const shops: Shop[] = []

async function open(port: number): Promise<Shop> {
  const shop = npmStart({ PORT: String(port), DATABASE_URL: `file:${file}` })
  shops.push(shop)
  await shop.said(`http://localhost:${port}`)
  return shop
}

/** Ends the shop the way a service manager does: one SIGTERM to npm itself. */
async function close(shop: Shop) {
  shop.npm.kill('SIGTERM')
  return await shop.ended
}

afterAll(async () => {
  for (const { npm, ended } of shops) {
    if (npm.exitCode === null) npm.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true })
})

describe('npm start', () => {
  let port: number
  beforeAll(async () => {
    port = await freePort()
  })

  test('opens a filled shop and closes it with nothing left behind', async () => {
    const shop = await open(port)
    const page = await fetch(`http://localhost:${port}/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<!doctype html>')
    expect((await fetch(`http://localhost:${port}/ready`)).status).toBe(200)

    const processes = descendantsOf(shop.npm.pid)
    expect(processes.length).toBeGreaterThanOrEqual(2)
    expect(await close(shop)).toBe(0)
    expect(processes.filter(isAlive)).toEqual([])
    expect(await isFree(port)).toBe(true)
    expect(contentsOf(file)['orders']?.rows).toBeGreaterThan(0)
  })

  test('opens the same shop again and changes nothing in its books', async () => {
    const before = contentsOf(file)
    const shop = await open(port)
    expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200)
    expect(await close(shop)).toBe(0)
    expect(contentsOf(file)).toEqual(before)
  })

  test('names the variable that a shop in production lacks', async () => {
    const shop = npmStart({
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: `file:${path.join(folder, 'production.db')}`,
    })
    shops.push(shop)
    expect(await shop.ended).not.toBe(0)
    expect(
      shop
        .output()
        .split('\n')
        .filter((line) => line.includes('PUBLIC_URL')),
    ).toHaveLength(1)
  })

  test('names a database address it cannot use', async () => {
    const shop = npmStart({ PORT: String(port), DATABASE_URL: 'mysql://localhost/shop' })
    shops.push(shop)
    expect(await shop.ended).not.toBe(0)
    expect(
      shop
        .output()
        .split('\n')
        .filter((line) => line.includes('DATABASE_URL')),
    ).toHaveLength(1)
  })
})
