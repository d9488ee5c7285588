import { execFile } from 'node:child_process'
import { cp, readFile, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, inject, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { openTestServer } from '../src/testing.ts'
import { compile } from './testing-compile.ts'
import { roomOf } from './testing-outsider.ts'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '../../..')
const pages = ['README.md', 'packages/client/README.md', 'docs/developers.md', 'docs/client.md']
const files = ['first-order.ts', 'refused.ts'].map((name) => `examples/first-hour/${name}`)

interface Snippet {
  name: string
  code: string
}

/** Every block of TypeScript that a page shows. */
async function snippetsOf(page: string): Promise<Snippet[]> {
  const text = await readFile(path.join(root, page), 'utf8')
  const blocks = [...text.matchAll(/^```tsx?\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
  return blocks.map((code, at) => ({ name: `${page.replaceAll(/\W/g, '-')}-${at + 1}.ts`, code }))
}

/** What an outsider who uses React has besides: copies of what the web has installed, so that they find this room's client. */
async function bringReact(): Promise<void> {
  const web = path.join(root, 'apps/web/node_modules')
  const beside = async (name: string, other: string) => path.join(await realpath(path.join(web, name)), other)
  const packages = {
    '@trpc/react-query': path.join(web, '@trpc/react-query'),
    '@tanstack/react-query': path.join(web, '@tanstack/react-query'),
    '@tanstack/query-core': await beside('@tanstack/react-query', '../query-core'),
    react: path.join(web, 'react'),
    '@types/react': path.join(web, '@types/react'),
    csstype: await beside('@types/react', '../../csstype'),
  }
  for (const [name, from] of Object.entries(packages))
    await cp(from, path.join(room, 'node_modules', name), { recursive: true, dereference: true })
}

let room = ''
let snippets: Snippet[] = []

beforeAll(async () => {
  room = await roomOf(inject('outsider'), 'snippets')
  await bringReact()
  snippets = (await Promise.all(pages.map(snippetsOf))).flat()
})

/** A shop with something on its shelves, somebody's token, and an order of theirs that is paid. */
async function aShop() {
  const server = await openTestServer()
  const text = { name: 'Miel', line: '', description: '', facts: [], keywords: '' }
  await addProduct(server.shop, { texts: { fr: text, en: { ...text, name: 'Honey' } } })
  const alice = await server.shop.customer({ email: 'alice@email.test' })
  const { secret } = await alice.shop.tokens.create({
    ...{ name: 'first hour', password: 'correct horse', endsOn: '2026-12-24' },
    scopes: ['catalog:read', 'cart:write', 'orders:read', 'orders:write'],
  })
  return { server, alice, secret }
}

test('every piece of TypeScript on the pages compiles as it stands', { timeout: 60_000 }, async () => {
  expect(snippets.length).toBeGreaterThan(9)
  for (const { name, code } of snippets) await writeFile(path.join(room, name), code)
  const typeRoots = [path.join(root, 'node_modules/@types')]
  const names = snippets.map(({ name }) => name)
  const { complaints } = await compile('6.0', room, names, { types: ['node'], typeRoots, skipLibCheck: true })
  expect(Object.fromEntries(complaints)).toEqual({})
})

test('every piece of TypeScript on the pages runs against a shop, with a token put in', async () => {
  const { server, alice, secret } = await aShop()
  await using _ = server
  const told: Record<string, string> = {}
  // One after the other: the page follows the order that its first piece has placed.
  for (const { name, code } of snippets) {
    const ran = code.replaceAll('http://localhost:4000', server.url).replaceAll('cpt_…', secret)
    await writeFile(path.join(room, name), ran)
    const { stdout, stderr } = await run(process.execPath, [name], { cwd: room, timeout: 30_000 })
    expect(stderr, name).toBe('')
    told[name] = stdout.trim()
  }
  expect(told['docs-developers-md-1.ts']).toMatch(/^Honey, order \S+: paid$/)
  expect(told['docs-developers-md-2.ts']).toBe('This product does not exist or is no longer on the shelf.')
  expect(told['docs-developers-md-4.ts']).toMatch(/^\d+ created\n\d+ payment_requested\n\d+ paid$/)
  expect(told['docs-client-md-3.ts']).toBe('true')
  expect((await alice.shop.orders.list({})).items.map(({ status }) => status)).toEqual(['paid'])
})

test('the page of the running shop and the page of the docs show the same code', async () => {
  const [first, second] = await snippetsOf('docs/developers.md')
  expect([first?.code, second?.code]).toEqual(
    await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8'))),
  )
})
