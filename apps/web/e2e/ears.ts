import type { Page } from 'playwright-core'

export interface Heard {
  how: 'polite' | 'assertive'
  words: string
}

// Runs in the page before its scripts: as a screen reader does, it hears a region that stood there before its words came, and an alert that
// comes with them; what a modal dialog or `inert` hides it does not hear.
function listen(): void {
  const heard: Heard[] = []
  const known = new WeakSet<Element>()
  const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]'
  const howOf = (one: Element) =>
    one.matches('[role=alert], [aria-live=assertive]') ? ('assertive' as const) : ('polite' as const)
  const silent = (one: Element) => {
    const modal = document.querySelector('dialog:modal')
    return one.closest('[inert], [aria-hidden=true]') !== null || (modal !== null && !modal.contains(one))
  }
  const note = (one: Element) => {
    const words = one.textContent.trim()
    if (words !== '' && !silent(one)) heard.push({ how: howOf(one), words })
  }
  const look = (records: MutationRecord[]) => {
    const touched = new Set<Element>()
    for (const { target } of records) {
      const within = target instanceof Element ? target : target.parentElement
      const region = within?.closest(regions)
      if (region && known.has(region)) touched.add(region)
    }
    for (const one of document.querySelectorAll(regions)) {
      if (!known.has(one) && howOf(one) === 'assertive') touched.add(one)
      known.add(one)
    }
    for (const one of touched) if (one.isConnected) note(one)
  }
  addEventListener('DOMContentLoaded', () => {
    for (const one of document.querySelectorAll(regions)) known.add(one)
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  Object.assign(globalThis, { heard })
}

/** Hears what a page says to whoever cannot see it; `next` waits for words and then forgets all that was heard. */
export async function earsOn(page: Page) {
  await page.addInitScript(listen)
  const all = () => page.evaluate(() => [...(globalThis as typeof globalThis & { heard: Heard[] }).heard])
  return {
    all,
    forget: () => page.evaluate(() => void ((globalThis as typeof globalThis & { heard: Heard[] }).heard.length = 0)),
    /** Waits until the words were said, anywhere in what was said. */
    waitFor: async (words: string) => {
      await page.waitForFunction(
        (wanted) =>
          (globalThis as typeof globalThis & { heard: Heard[] }).heard.some((one) => one.words.includes(wanted)),
        words,
      )
    },
  }
}
