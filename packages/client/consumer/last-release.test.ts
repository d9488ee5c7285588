import { execFile } from 'node:child_process'
import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, inject, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { openTestServer } from '../src/testing.ts'
import { compile } from './testing-compile.ts'
import { roomOf } from './testing-outsider.ts'

const run = promisify(execFile)
const releases = path.join(import.meta.dirname, '../releases')
const minutes = 60_000
const outsider = inject('outsider')
let release = ''

/** Today's answers must do for a program of the last release, and what that sends must do today: one line for each. */
const contract = `
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type * as last from './last/index.js'
import type * as today from './today/index.js'

declare const shopAnswers: inferRouterOutputs<today.ShopRouter>
export const shopAnswersStill: inferRouterOutputs<last.ShopRouter> = shopAnswers
declare const adminAnswers: inferRouterOutputs<today.AdminRouter>
export const adminAnswersStill: inferRouterOutputs<last.AdminRouter> = adminAnswers

/** Today's inputs of the procedures that the last release knew. */
type Known<Today, Last> = {
  [F in keyof Last]: F extends keyof Today
    ? { [P in keyof Last[F]]: P extends keyof Today[F] ? Today[F][P] : never }
    : never
}
declare const sentToShop: inferRouterInputs<last.ShopRouter>
export const shopStillTakes: Known<inferRouterInputs<today.ShopRouter>, typeof sentToShop> = sentToShop
declare const sentToAdmin: inferRouterInputs<last.AdminRouter>
export const adminStillTakes: Known<inferRouterInputs<today.AdminRouter>, typeof sentToAdmin> = sentToAdmin
`

beforeAll(async () => {
  const [version = '', ...others] = await readdir(releases)
  if (others.length > 0) throw new Error(`one release is kept, the last: what are ${others.join(', ')}?`)
  release = path.join(releases, version)
})

/** What the compiler says where today's declarations, changed by `change`, meet those of the last release. */
async function broken(name: string, change: (declarations: string) => string): Promise<string> {
  const room = await roomOf(outsider, name)
  await cp(release, path.join(room, 'last'), { recursive: true })
  const today = await roomOf(room, 'today')
  const declarations = await readFile(path.join(outsider, 'node_modules/@comptoir/client/dist/index.d.ts'), 'utf8')
  await writeFile(path.join(today, 'index.d.ts'), change(declarations))
  await writeFile(path.join(room, 'contract.ts'), contract)
  const { complaints } = await compile('6.0', room, ['contract.ts'], { skipLibCheck: true, noErrorTruncation: true })
  return complaints.get('contract.ts') ?? ''
}

/** Replaces one line of an interface; it must be there. */
const inInterface = (name: string, line: string, by: string) => (declarations: string) => {
  const changed = declarations.replace(new RegExp(`(interface ${name} [^}]*?\\n\\s*)${line}\\n`), `$1${by}\n`)
  if (changed === declarations) throw new Error(`${name} has no line "${line}"`)
  return changed
}

test('nothing that the last release promised is gone or narrower', { timeout: 2 * minutes }, async () => {
  expect(await broken('contract', (declarations) => declarations)).toBe('')
})

test('a removed field would be named, and a narrowed one', { timeout: 2 * minutes }, async () => {
  expect(await broken('removed', inInterface('OrderView', 'totalCents: number;', ''))).toMatch(
    /Property 'totalCents' is missing/,
  )
  expect(await broken('narrowed', inInterface('CartLineView', 'quantity: number;', 'quantity: 1 | null;'))).toMatch(
    /'(?:[\w.]*\.)?quantity'/,
  )
})

test('an input that asks for more than before would be named', { timeout: 2 * minutes }, async () => {
  const more = (declarations: string) =>
    declarations.replace(/variantId: string;(?=\s*quantity\?: number)/, 'variantId: string; giftWrap: boolean;')
  expect(await broken('more', more)).toMatch(/Property 'giftWrap' is missing/)
})

test("the last release's program compiles on today's types", { timeout: 2 * minutes }, async () => {
  const room = await roomOf(outsider, 'last-program')
  await copyFile(path.join(release, 'use-client.ts'), path.join(room, 'use-client.ts'))
  const { complaints } = await compile('6.0', room, ['use-client.ts'], { skipLibCheck: true })
  expect(Object.fromEntries(complaints)).toEqual({})
})

test("the last release's client buys something in today's shop", async () => {
  await using server = await openTestServer()
  await addProduct(server.shop)
  const room = await roomOf(outsider, 'last-client')
  await cp(release, path.join(room, 'node_modules/@comptoir/client'), { recursive: true })
  await copyFile(path.join(release, 'use-client.ts'), path.join(room, 'use-client.ts'))
  await writeFile(
    path.join(room, 'buy.mjs'),
    `import { buySomething } from './use-client.ts'\nprocess.stdout.write(JSON.stringify(await buySomething('${server.url}')))\n`,
  )
  const { stdout } = await run(process.execPath, ['buy.mjs'], { cwd: room })
  const told: string[] = JSON.parse(stdout)
  expect(told).toContain('paid 1690 EUR')
  expect(told.at(-1)).toBe('order paid')
})
