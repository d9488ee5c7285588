import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { openTestServer } from '../src/testing.ts'
import { compile, type Compiler, compilers, resolutions } from './testing-compile.ts'
import { roomOf } from './testing-outsider.ts'

const here = import.meta.dirname
const run = promisify(execFile)
const minutes = 60_000

const outsider = inject('outsider')
let room = ''
const inside = (...names: string[]) => path.join(room, ...names)
const installed = (name: string) => path.join(outsider, 'node_modules/@comptoir/client', name)
const versionOf = async (name: string) => {
  const manifest: { version: string } = JSON.parse(
    await readFile(path.join(outsider, 'node_modules', name, 'package.json'), 'utf8'),
  )
  return manifest.version
}
const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

beforeAll(async () => {
  room = await roomOf(outsider, 'consumer')
  await copyFile(path.join(here, 'use-client.ts'), inside('use-client.ts'))
  await cp(path.join(here, 'wrong-calls'), inside('wrong-calls'), { recursive: true })
})

/** What tRPC's own declarations ask for and an outsider need not have: Node's types, `ws`, and explicit resource management. */
const namesThatTrpcLacks = ['http', 'http2', 'ws', 'Disposable', 'AsyncDisposable']
/** The names that complaints miss; a complaint of another kind whole. */
const amiss = (complaints: string) =>
  complaints
    .trim()
    .split('\n')
    .map((words) => /Cannot find (?:module|name|global type) '(\w+)'/.exec(words)?.[1] ?? words)

const ways = Object.keys(compilers).flatMap((compiler) =>
  Object.keys(resolutions).map((resolution) => [compiler as Compiler, resolution as keyof typeof resolutions] as const),
)

describe.each(ways)('an outsider with TypeScript %s whose modules are resolved by %s', (compiler, resolution) => {
  test(
    'compiles a program on the packed client with all its declarations, and no wrong call',
    { timeout: 2 * minutes },
    async () => {
      const { complaints } = await compile(compiler, room, ['use-client.ts', 'wrong-calls'], {
        ...resolutions[resolution],
        skipLibCheck: false,
      })
      const files = await readdir(path.join(here, 'wrong-calls'))
      expect(files.length).toBeGreaterThan(9)
      const ours = [...complaints.keys()].filter((file) => !file.includes('node_modules/@trpc/'))
      expect(ours.toSorted()).toEqual(files.map((file) => `wrong-calls/${file}`).toSorted())
      for (const file of files) {
        const [first = ''] = (await readFile(path.join(here, 'wrong-calls', file), 'utf8')).split('\n')
        const [, codes = '', words = ''] = /^\/\/ (TS[\d|TS]+): (.+)$/.exec(first) ?? []
        const said = complaints.get(`wrong-calls/${file}`)
        expect(said, file).toMatch(new RegExp(`^(?:${codes}): `))
        expect(said, file).toContain(words)
      }
      const theirs = [...complaints].filter(([file]) => file.includes('node_modules/@trpc/'))
      expect(new Set(theirs.flatMap(([, words]) => amiss(words)))).toEqual(new Set(namesThatTrpcLacks))
    },
  )
})

test('what the declarations cost an outsider stays within the budget', { timeout: 2 * minutes }, async () => {
  const { size } = await stat(installed('dist/index.d.ts'))
  const lines = [`declarations: ${(size / 1024).toFixed(1)} KB of 120`]
  const trpc = await versionOf('@trpc/server')
  lines.push(`complaints inside @trpc/server ${trpc} with skipLibCheck off: ${namesThatTrpcLacks.join(', ')} not found`)
  for (const compiler of Object.keys(compilers) as Compiler[]) {
    const { instantiations, checkSeconds } = await compile(compiler, room, ['use-client.ts'], { skipLibCheck: true })
    lines.push(`TypeScript ${compiler}: ${instantiations} instantiations, checked in ${checkSeconds} s`)
    expect(instantiations, `instantiations of TypeScript ${compiler}`).toBeLessThan(40_000)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
  expect(size).toBeLessThan(120 * 1024)
})

test('the declarations carry nothing of the server', async () => {
  const types = withoutComments(await readFile(installed('dist/index.d.ts'), 'utf8'))
  const words = types.replaceAll(/'[^'\n]*'|"[^"\n]*"/g, '')
  expect(words.match(/drizzle|sqlite|\bpg\b|postgres|fastify|\bzod\b|\bz\.|Context|\bany\b/gi)).toBeNull()
  for (const view of ['OrderView', 'CartView', 'ProductView', 'AdminOrderView'])
    expect(types).toContain(`interface ${view} `)
  const imports = [...types.matchAll(/(?<!["'\w])(?:from|import)\s*\(?["']([^"'\n]+)["']/g)].map(([, name]) => name)
  expect(new Set(imports.map((name) => name?.split('/').slice(0, 2).join('/')))).toEqual(
    new Set(['@trpc/client', '@trpc/server']),
  )
})

test('the code needs nothing but the tRPC client, and no Node', async () => {
  const code = withoutComments(await readFile(installed('dist/index.js'), 'utf8'))
  expect([...code.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map(([, name]) => name)).toEqual(['@trpc/client'])
  expect(code).not.toMatch(/\b(?:process|Buffer|require)\b/)
  const manifest: { dependencies: object } = JSON.parse(await readFile(installed('package.json'), 'utf8'))
  expect(manifest.dependencies).toEqual({ '@trpc/client': '11.19.0', '@trpc/server': '11.19.0' })
})

test("an outsider's program buys something", async () => {
  await using server = await openTestServer()
  await addProduct(server.shop)
  await mkdir(inside('run'))
  const script = `import { buySomething } from '../use-client.ts'\nprocess.stdout.write(JSON.stringify(await buySomething('${server.url}')))\n`
  await writeFile(inside('run/buy.mjs'), script)
  const { stdout } = await run(process.execPath, [inside('run/buy.mjs')], { cwd: room })
  const told: string[] = JSON.parse(stdout)
  expect(told.filter((line) => !line.startsWith('live'))).toEqual([
    'The total went from 1689 to 1690 EUR.',
    'declined: insufficient_funds',
    'paid 1690 EUR',
    'order paid',
  ])
  expect(told.filter((line) => line.startsWith('live'))).toEqual([
    'live: payment_requested',
    'live: payment_declined',
    'live: payment_requested',
    'live: paid',
  ])
})
