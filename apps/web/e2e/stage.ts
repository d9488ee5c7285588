import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit, type VisitorOptions } from './visitor.ts'

/** What a story plays on: the built shop with a database of its own, a browser, and who is in it. */
export interface Stage {
  readonly shop: BuiltShop
  /** Somebody comes in; `name` tells their picture apart when the story breaks. `address` is another way to the shop. */
  enter(name: string, options?: VisitorOptions & { address?: string }): Promise<Visitor>
  /** What the story itself breaks in the network is no fault of the shop: from now on it is not held against it. */
  forgive(fault: RegExp): void
}

/**
 * Opens a stage before the tests of the `describe` it is called in, and closes it after them. The tests are one story: after one that
 * failed the others do not run, and each fails where a visitor met what no visitor should meet.
 */
export function openStage(title: string): Stage {
  const faults: string[] = []
  const forgiven: RegExp[] = []
  const visitors = new Map<string, Visitor>()
  let shop: BuiltShop | undefined
  let chromium: OpenBrowser | undefined
  let brokenAt: string | undefined
  const opened = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the stage opens before the first test, not earlier')
    return thing
  }
  beforeAll(async () => {
    shop = await openShop()
    chromium = await openBrowser()
  })
  beforeEach(() => {
    if (brokenAt !== undefined) throw new Error(`the story broke earlier, where "${brokenAt}"`)
  })
  afterEach(async ({ task }) => {
    if (brokenAt === undefined && task.result?.state === 'fail') {
      brokenAt = task.name
      for (const [name, { page }] of visitors)
        await page.screenshot({ path: pictureOf(`${title}-${name}`) }).catch(() => undefined)
    }
    const met = faults.splice(0).filter((fault) => !forgiven.some((one) => one.test(fault)))
    if (met.length > 0) throw new Error(`no visitor should meet this:\n${met.join('\n')}`)
  })
  afterAll(async () => {
    await chromium?.close()
    await shop?.close()
  })
  return {
    get shop() {
      return opened(shop)
    },
    async enter(name, { address, ...options } = {}) {
      const visitor = await visit(opened(chromium).browser, address ?? opened(shop).address, faults, options)
      visitors.set(name, visitor)
      return visitor
    },
    forgive: (fault) => void forgiven.push(fault),
  }
}

const pictureOf = (name: string) => path.join(import.meta.dirname, `../../../.screenshots/failed-${name}.png`)

export const see = (locator: Locator): Promise<void> => locator.waitFor()
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, level: 1, exact: true })
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
/** The order that a page is about. */
export const orderIdIn = (page: Page): string => /\/orders\/(order_\w+)/.exec(page.url())?.[1] ?? ''
