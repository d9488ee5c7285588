import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core'

export interface VisitorOptions {
  phone?: boolean
  dark?: boolean
  language?: 'fr-FR' | 'en-GB'
  /** True for a browser that may keep the shop for when there is no network. */
  installs?: boolean
  /** False for a browser that runs no script. */
  scripts?: boolean
}

/** Somebody with a browser of their own: no cookie is shared with anybody else. */
export interface Visitor {
  page: Page
  /** How often a whole page was loaded: unchanged while a page follows by itself. */
  loads(): number
  /** What reaches beyond the window's sides, when the page can be scrolled sideways. */
  tooWide(): Promise<string[]>
  leave(): Promise<void>
}

/** Each step of a page takes at most this long, then the story fails. */
const patienceMs = 30_000

/** A visitor of the shop at `address`; whatever no visitor should ever meet is written down in `faults`. */
export async function visit(
  browser: Browser,
  address: string,
  faults: string[],
  { phone = false, dark = false, language = 'fr-FR', scripts = true, installs = false }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    locale: language,
    timezoneId: 'Europe/Paris',
    javaScriptEnabled: scripts,
    // What a worker answers or fetches ahead would be no request of the page: stories that count or break those have none.
    serviceWorkers: installs ? 'allow' : 'block',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(phone
      ? { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
      : { viewport: { width: 1280, height: 900 } }),
  })
  context.setDefaultTimeout(patienceMs)
  if (scripts) {
    await context.addInitScript(hearReact)
    const { newPage } = context
    context.newPage = async () => usedOnceTakenOver(await newPage.call(context))
  }
  let loads = 0
  const page = await watched(context, address, faults)
  page.on('load', () => loads++)
  return {
    page,
    loads: () => loads,
    tooWide: () => tooWide(page),
    leave: () => context.close(),
  }
}

// Runs in the page before its scripts: React tells whoever develops with it when the effects of what it shows have run.
function hearReact(): void {
  const nothing = () => undefined
  const shown = () => void Object.assign(globalThis, { pageIsTakenOver: true })
  const hook = { supportsFiber: true, inject: () => 1, onCommitFiberRoot: nothing, onCommitFiberUnmount: nothing }
  Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: { ...hook, onPostCommitFiberRoot: shown } })
}

/** Until a page that came rendered is taken over by its scripts: before that, a form is sent and a link is followed by the browser itself. */
const takenOver = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const root = document.getElementById('root')
    return !root || (root.firstElementChild !== null && 'pageIsTakenOver' in globalThis)
  })

/** Whoever opens a page, goes back to it or loads it again uses it when its scripts have it, unless they say how long they wait. */
function usedOnceTakenOver(page: Page): Page {
  const { goto, reload, goBack, goForward } = page
  page.goto = async (url, options) => {
    const answer = await goto.call(page, url, options)
    if (options?.waitUntil === undefined) await takenOver(page)
    return answer
  }
  for (const [name, go] of Object.entries({ reload, goBack, goForward }))
    Object.assign(page, {
      [name]: async (options?: Parameters<typeof go>[0]) => {
        const answer = await go.call(page, options)
        await takenOver(page)
        return answer
      },
    })
  return page
}

/** What reaches beyond the window's sides, when the page can be scrolled sideways. */
export const tooWide = (page: Page): Promise<string[]> => page.evaluate(widerThan, page.viewportSize()?.width ?? 0)

// Runs in the page. A phone widens its window to what overflows, so the width it was opened with is the measure.
async function widerThan(width: number): Promise<string[]> {
  await document.fonts.ready
  if (document.documentElement.scrollWidth <= width) return []
  const scrollsInside = (one: Element | null): boolean =>
    one !== null &&
    one !== document.body &&
    (getComputedStyle(one).overflowX !== 'visible' || scrollsInside(one.parentElement))
  const rightOf = (one: Element) => Math.round(one.getBoundingClientRect().right)
  return [...document.querySelectorAll('body *')]
    .filter((one) => rightOf(one) > width && !scrollsInside(one.parentElement))
    .map((one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class')}"> to ${rightOf(one)}px`)
}

async function watched(context: BrowserContext, address: string, faults: string[]): Promise<Page> {
  const page = await context.newPage()
  const isOwn = (url: string) => /^(data|blob):/.test(url) || new URL(url).origin === address
  context.on('request', (request: Request) => {
    if (!isOwn(request.url())) faults.push(`a request to another host: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`)
  })
  page.on('websocket', (socket) => faults.push(`a web socket: ${socket.url()}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message)) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`))
  return page
}

/** A procedure or a page that says no answers 4xx; the browser notes it as an error though the page deals with it. */
const isRefusal = (message: ConsoleMessage) =>
  (/\/(rpc\/(shop|admin)|do)\//.test(message.location().url) && /status of 4\d\d/.test(message.text())) ||
  (/\/(fr|en)\//.test(message.location().url) && /status of 4(04|10)/.test(message.text()))
