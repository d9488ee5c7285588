import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './bring-node.mjs'
import { capture } from './lib/step.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-walls-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), `${text}\n`)
  }
}

const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)

describe('a file that climbs over a wall is reported by the wall’s name', () => {
  const api = 'apps/api/src'
  const web = 'apps/web/src'
  const climbers: [wall: string, file: string, imports: string][] = [
    ['domain-is-pure', 'packages/domain/src/orders/reads-a-file.ts', `import 'node:fs'`],
    ['domain-zod-only-in-inputs', 'packages/domain/src/orders/order.ts', `import * as z from 'zod'`],
    ['db-knows-no-api', 'packages/db/src/upwards.ts', `import '../../../apps/api/src/change.ts'`],
    ['api-knows-no-web', `${api}/page.ts`, `import '../../web/src/ui/button.ts'`],
    ['web-knows-no-db', `${web}/ui/table.ts`, `import type { a } from '../../../../packages/db/src/orders.ts'`],
    ['web-knows-no-api', `${web}/ui/code.ts`, `import { a } from '../../../api/src/client-types.ts'`],
    [
      'only-client-types-crosses',
      'packages/client/src/inside.ts',
      `import type { a } from '../../../apps/api/src/change.ts'`,
    ],
    [
      'client-takes-types-only',
      'packages/client/src/code.ts',
      `import { a } from '../../../apps/api/src/client-types.ts'`,
    ],
    ['shop-knows-no-admin', `${web}/storefront/console.ts`, `import '../admin/rail.ts'`],
    ['admin-knows-no-shop', `${web}/admin/shop.ts`, `import '../storefront/header.ts'`],
    ['no-router-to-router', `${api}/features/billing/bill.ts`, `import '../orders/order-view.ts'`],
    ['verbs-know-no-router', `${api}/features/orders/ship-order.ts`, `import './orders.shop.ts'`],
    ['no-circular', `${api}/features/cart/first.ts`, `import { a } from './second.ts'; export const b = a`],
    ['no-tests-in-products', `${api}/tested.ts`, `import './change.test.ts'`],
    ['no-unresolvable', `${api}/lost.ts`, `import './nowhere.ts'`],
  ]
  const walkers: Record<string, string> = {
    'packages/domain/src/orders/inputs.ts': `import * as z from 'zod'; import './status.ts'`,
    'packages/domain/src/orders/status.ts': '',
    'packages/db/src/orders.ts': `import '../../domain/src/orders/status.ts'; export const a = 1`,
    'packages/client/src/index.ts': `import type { a } from '../../../apps/api/src/client-types.ts'`,
    [`${web}/rpc.ts`]: `import type { a } from '../../api/src/client-types.ts'`,
    [`${web}/storefront/header.ts`]: `import '../ui/button.ts'`,
    [`${web}/admin/rail.ts`]: `import '../ui/button.ts'`,
    [`${web}/ui/button.ts`]: '',
    [`${api}/client-types.ts`]: 'export const a = 1',
    [`${api}/change.ts`]: 'export const a = 1',
    [`${api}/change.test.ts`]: `import './change.ts'`,
    [`${api}/features/orders/orders.shop.ts`]: `import './order-view.ts'; import '../cart/clear-cart.ts'`,
    [`${api}/features/orders/order-view.ts`]: '',
    [`${api}/features/cart/clear-cart.ts`]: `import '../../change.ts'`,
    [`${api}/features/cart/second.ts`]: `import { b } from './first.ts'; export const a = b`,
    // Two features that need each other, without any two files that do.
    [`${api}/features/stats/overview.ts`]: `import '../support/threads.ts'`,
    [`${api}/features/stats/days.ts`]: '',
    [`${api}/features/support/threads.ts`]: '',
    [`${api}/features/support/counts.ts`]: `import '../stats/days.ts'`,
  }
  let reported: { rule: { name: string }; from: string }[]

  beforeAll(async () => {
    write(walkers)
    write(Object.fromEntries(climbers.map(([, file, imports]) => [file, imports])))
    write({
      'tsconfig.base.json': '{}',
      'node_modules/zod/index.js': '',
      'node_modules/zod/package.json': '{ "name": "zod" }',
    })
    const config = path.join(root, '.dependency-cruiser.cjs')
    const { output } = await capture(bin('depcruise'), ['apps', 'packages', '--config', config, '-T', 'json'], {
      cwd: folder,
    })
    reported = JSON.parse(output).summary.violations
  })

  test.each(climbers)('%s', (wall, file) => {
    expect(reported.filter(({ from }) => from === file).map(({ rule }) => rule.name)).toContain(wall)
  })

  test('no-feature-cycles', () => {
    const cycles = reported.filter(({ rule }) => rule.name === 'no-feature-cycles').map(({ from }) => from)
    expect(cycles.toSorted()).toEqual([`${api}/features/stats`, `${api}/features/support`])
  })

  test('who stays on the paths is not reported', () => {
    const others = reported.filter(({ rule }) => rule.name !== 'no-feature-cycles' && rule.name !== 'no-circular')
    expect(others.map(({ from }) => from).filter((file) => file in walkers)).toEqual([])
  })
})

describe('lint reports', () => {
  const mistakes: [mistake: string, code: string, rule: string][] = [
    [
      'a query that nobody awaits',
      'export const forget = (query: PromiseLike<void>) => { query.then(); query }',
      'no-floating-promises',
    ],
    [
      'an update built and left',
      'declare function update(): PromiseLike<number>\nexport function forget() { update() }',
      'no-floating-promises',
    ],
    [
      'text made into SQL',
      `declare const sql: { raw(text: string): unknown }\nexport const open = (text: string) => sql.raw(text)`,
      'no-restricted-properties',
    ],
    ['a setting read outside env.ts', `export const port = process.env['PORT']`, 'no-process-env'],
    [
      'a driver outside its door',
      `import Database from 'better-sqlite3'\nexport const db = new Database('x')`,
      'no-restricted-imports',
    ],
    [
      'a dialect outside its door',
      `import { text } from 'drizzle-orm/sqlite-core'\nexport const name = text()`,
      'no-restricted-imports',
    ],
    ['zod by a named import', `import { z } from 'zod'\nexport const schema = z.string()`, 'zod-as-namespace'],
    ['a cast through unknown', `export const n = 'one' as unknown as number`, 'no-double-cast'],
    ['any', 'export const n: any = 1', 'no-explicit-any'],
    [
      'a type imported as code',
      `import { Url } from './0.ts'\nexport const u = (url: Url) => url`,
      'consistent-type-imports',
    ],
  ]
  let reported: { code: string; filename: string }[]

  beforeAll(async () => {
    write(Object.fromEntries(mistakes.map(([, code], i) => [`lint/${i}.ts`, code])))
    write({
      'lint/skips.test.ts': `import { test } from 'vitest'\ntest.skip('later', () => {})\ntest.only('now', () => {})\ntest.runIf(true)('here', () => {})`,
    })
    write({
      'lint/tsconfig.json':
        '{ "compilerOptions": { "strict": true, "allowImportingTsExtensions": true, "noEmit": true, "types": [] } }',
    })
    const options = ['--type-aware', '-c', path.join(root, '.oxlintrc.json'), '-f', 'json', '.']
    const { output } = await capture(bin('oxlint'), options, { cwd: path.join(folder, 'lint') })
    reported = JSON.parse(output).diagnostics
  })
  const rulesFor = (file: string) => reported.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code)

  test.each(mistakes.map(([mistake, , rule], i) => [mistake, rule, `${i}.ts`] as const))('%s', (_, rule, file) => {
    expect(rulesFor(file)).toContainEqual(expect.stringContaining(`(${rule})`))
  })

  test('a test that is skipped, here or everywhere, and one that runs alone', () => {
    const rules = rulesFor('skips.test.ts')
    expect(rules).toContainEqual(expect.stringContaining('(no-disabled-tests)'))
    expect(rules).toContainEqual(expect.stringContaining('(no-focused-tests)'))
    expect(rules).toContainEqual(expect.stringContaining('(no-restricted-properties)'))
  })
})
