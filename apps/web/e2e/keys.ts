import type { Locator, Page } from 'playwright-core'

/** Hands that touch nothing but a keyboard. */
export interface Keys {
  /** Presses Tab until the focus is on it. */
  to(locator: Locator): Promise<void>
  press(...keys: string[]): Promise<void>
  type(text: string): Promise<void>
}

const mostTabs = 120

/** Where the keyboard is on a page: told by what has the focus alone, never by a pointer. */
export function keysOn(page: Page): Keys {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return {
    press,
    type: (text) => page.keyboard.type(text),
    async to(locator) {
      await locator.waitFor({ state: 'attached' })
      for (let tabs = 0; tabs < mostTabs; tabs++) {
        await press('Tab')
        if (await locator.evaluate((wanted) => wanted === document.activeElement)) return
      }
      throw new Error(`no Tab leads to ${String(locator)}`)
    },
  }
}
