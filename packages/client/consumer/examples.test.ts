import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { openTestServer } from '../src/testing.ts'
import { compile } from './testing-compile.ts'
import { roomOf } from './testing-outsider.ts'

const run = promisify(execFile)
const example = path.join(import.meta.dirname, '../../../examples/node')
const nodeTypes = path.join(import.meta.dirname, '../../../node_modules/@types')

async function copied() {
  const room = await roomOf(inject('outsider'), 'example-node')
  await cp(example, room, { recursive: true })
  return room
}
const start = (room: string, env: Record<string, string>, word: string) =>
  run(process.execPath, ['place-order.ts', word], { cwd: room, env: { PATH: '', ...env } })

test('the example program compiles', { timeout: 60_000 }, async () => {
  const room = await copied()
  const { compilerOptions }: { compilerOptions: object } = JSON.parse(
    await readFile(path.join(example, 'tsconfig.json'), 'utf8'),
  )
  const { complaints } = await compile('6.0', room, ['place-order.ts'], {
    ...{ ...compilerOptions, skipLibCheck: true, typeRoots: [nodeTypes] },
  })
  expect([...complaints]).toEqual([])
})

test('the example program orders as a guest and follows its order', async () => {
  await using server = await openTestServer()
  await addProduct(server.shop)
  const { stdout } = await start(await copied(), { SHOP: server.url }, 'bowl')
  const [first, placed, ...later] = stdout.trim().split('\n')
  expect(first).toBe('Stoneware bowl: €16.90 with delivery')
  const reference = /^order ([\w-]{4,}) is placed$/.exec(placed ?? '')?.[1]
  expect(reference).not.toBe('undefined')
  expect(later).toEqual([`order ${reference}: payment_requested`, `order ${reference}: paid`])
})

test('the example program orders for whoever made its token, and says why a token of another shop is refused', async () => {
  await using server = await openTestServer()
  await addProduct(server.shop)
  const alice = await server.shop.customer({ email: 'alice@email.test' })
  const { secret } = await alice.shop.tokens.create({
    ...{ name: 'example', password: 'correct horse', endsOn: '2026-12-24' },
    scopes: ['catalog:read', 'cart:write', 'orders:read', 'orders:write'],
  })
  const room = await copied()
  await start(room, { SHOP: server.url, TOKEN: secret }, 'bowl')
  const { items } = await alice.shop.orders.list({})
  expect(items.map(({ status }) => status)).toEqual(['paid'])
  const other = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`
  await expect(start(room, { SHOP: server.url, TOKEN: other }, 'bowl')).rejects.toThrow('token_')
})
