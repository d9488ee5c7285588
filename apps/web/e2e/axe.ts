import core, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** WCAG 2.2 at levels A and AA, and what a screen reader's user finds their way by. */
const everything: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true } },
}
/** What can change with the window and the colours alone. */
const looks: RunOptions = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
  },
}
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
const rules = { everything, looks, colours }

/** What axe finds wrong on the page as it stands: one line for each rule, with where. */
export async function findings(page: Page, which: keyof typeof rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(core.source)
  return page.evaluate(runAxe, rules[which])
}

// Runs in the page.
async function runAxe(options: RunOptions): Promise<string[]> {
  // Where the bar at the lower edge lies over nothing that has scrolled beneath it.
  if (document.querySelector('.save-bar')) scrollTo(0, document.documentElement.scrollHeight)
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.scrollTo(0, dialog.scrollHeight)
  const { axe } = globalThis as typeof globalThis & { axe: typeof core }
  const { violations } = await axe.run(document, {
    ...options,
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  })
  return violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}) at ${nodes
        .slice(0, 4)
        .map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
        .join(' | ')}`,
  )
}
