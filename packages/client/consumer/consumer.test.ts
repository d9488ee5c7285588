import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { openTestServer } from '../src/testing.ts'

const here = import.meta.dirname
const root = path.join(here, '../../..')
const run = promisify(execFile)
const minutes = 60_000

let folder = ''
const inside = (...names: string[]) => path.join(folder, ...names)
const installed = (name: string) => readFile(inside('node_modules/@comptoir/client/dist', name), 'utf8')

const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

/** What a stranger does: a folder of their own, the packed client from a file, TypeScript, and their program. */
beforeAll(async () => {
  await run(process.execPath, [path.join(root, 'scripts/build.ts'), 'client'], { cwd: root })
  folder = await mkdtemp(path.join(tmpdir(), 'comptoir-outsider-'))
  await copyFile(path.join(root, 'apps/api/dist/client.tgz'), inside('client.tgz'))
  await writeFile(inside('package.json'), JSON.stringify({ name: 'outsider', private: true, type: 'module' }))
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['install', './client.tgz', 'typescript@6.0.3', ...quietly], { cwd: folder })
  await copyFile(path.join(here, 'use-client.ts'), inside('use-client.ts'))
  await cp(path.join(here, 'wrong-calls'), inside('wrong-calls'), { recursive: true })
}, 5 * minutes)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The complaints of the compiler, by file. */
async function compile(compilerOptions: object, include: string[]): Promise<Map<string, string>> {
  const config = inside('tsconfig.json')
  const common = { strict: true, noEmit: true, target: 'es2022', types: [] }
  await writeFile(config, JSON.stringify({ compilerOptions: { ...common, ...compilerOptions }, include }))
  const tsc = inside('node_modules/typescript/bin/tsc')
  const output = await run(process.execPath, [tsc, '-p', config, '--pretty', 'false'], { cwd: folder }).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  )
  const complaints = new Map<string, string>()
  // The lines below a complaint that begin with a space explain it.
  for (const [, file = '', words = ''] of output.matchAll(/^(\S+?)\(\d+,\d+\): error ((?:.*)(?:\n .*)*)/gm))
    complaints.set(file, `${complaints.get(file) ?? ''}${words}\n`)
  return complaints
}

const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

describe.each(Object.entries(resolutions))('an outsider whose modules are resolved by %s', (_, resolution) => {
  test('compiles a program on the packed client, and no wrong call', { timeout: 2 * minutes }, async () => {
    const complaints = await compile({ ...resolution, skipLibCheck: true }, ['use-client.ts', 'wrong-calls'])
    const files = await readdir(path.join(here, 'wrong-calls'))
    expect(files.length).toBeGreaterThan(9)
    expect([...complaints.keys()].toSorted()).toEqual(files.map((file) => `wrong-calls/${file}`).toSorted())
    for (const file of files) {
      const [first = ''] = (await readFile(path.join(here, 'wrong-calls', file), 'utf8')).split('\n')
      const [, code = '', words = ''] = /^\/\/ (TS\d+): (.+)$/.exec(first) ?? []
      const said = complaints.get(`wrong-calls/${file}`)
      expect(said, file).toMatch(new RegExp(`^${code}: `))
      expect(said, file).toContain(words)
    }
  })
})

test('the declarations are sound: no complaint points into them', { timeout: 2 * minutes }, async () => {
  const complaints = await compile({ ...resolutions.nodenext, skipLibCheck: false }, ['use-client.ts'])
  expect([...complaints.keys()].filter((file) => !file.startsWith('node_modules/@trpc/'))).toEqual([])
})

test('the declarations carry nothing of the server', async () => {
  const types = withoutComments(await installed('index.d.ts'))
  expect(types.match(/drizzle|sqlite|\bpg\b|postgres|fastify|\bzod\b|\bz\.|Context|\bany\b/gi)).toBeNull()
  for (const view of ['OrderView', 'CartView', 'ProductView', 'AdminOrderView'])
    expect(types).toContain(`interface ${view} `)
  const imports = [...types.matchAll(/(?<!["'\w])(?:from|import)\s*\(?["']([^"'\n]+)["']/g)].map(([, name]) => name)
  expect(new Set(imports.map((name) => name?.split('/').slice(0, 2).join('/')))).toEqual(
    new Set(['@trpc/client', '@trpc/server']),
  )
})

test('the code needs nothing but the tRPC client, and no Node', async () => {
  const code = withoutComments(await installed('index.js'))
  expect([...code.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map(([, name]) => name)).toEqual(['@trpc/client'])
  expect(code).not.toMatch(/\b(?:process|Buffer|require)\b/)
  const manifest: { dependencies: object } = JSON.parse(
    await readFile(inside('node_modules/@comptoir/client/package.json'), 'utf8'),
  )
  expect(manifest.dependencies).toEqual({ '@trpc/client': '11.19.0', '@trpc/server': '11.19.0' })
})

test("an outsider's program buys something", async () => {
  await using server = await openTestServer()
  await addProduct(server.shop)
  await mkdir(inside('run'))
  const script = `import { buySomething } from '../use-client.ts'\nprocess.stdout.write(JSON.stringify(await buySomething('${server.url}')))\n`
  await writeFile(inside('run/buy.mjs'), script)
  const { stdout } = await run(process.execPath, [inside('run/buy.mjs')], { cwd: folder })
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
