import type { Page } from 'playwright-core'
import type { Message, Messages } from '../src/messages.ts'
import en from '../src/messages/en.json' with { type: 'json' }
import fr from '../src/messages/fr.json' with { type: 'json' }

const marked = (text: string) => `⟦${text}⟧`
const pseudo = (messages: Messages): Record<string, Message> =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === 'string' ? marked(message) : { one: marked(message.one), other: marked(message.other) },
    ]),
  )

/** Gives the page the same messages, each in brackets: the built files of both languages are answered by this test. */
export async function speakPseudo(page: Page): Promise<void> {
  // A page that came rendered would speak the words of the server: here it is made in the browser, as the console is.
  await page.route(
    ({ pathname }) => /^\/(?:fr|en)(?:\/|$)/.test(pathname),
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback()
      await route.fulfill({ response: await route.fetch({ url: new URL('/admin', route.request().url()).href }) })
    },
  )
  for (const [language, messages] of Object.entries({ fr, en }))
    await page.route(new RegExp(`/assets/${language}-[^/]+\\.js$`), (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `const words = ${JSON.stringify(pseudo(messages))}; export { words as default }`,
      }),
    )
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /\p{L}/u.test(word))

/** The words of everything that the server answered to a page, and of what the device kept of that: what it shows of them is data, not its own. */
export function listen(page: Page): { words(): Promise<ReadonlySet<string>> } {
  const heard: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/rpc/') && response.headers()['content-type']?.includes('json'))
      heard.push(response.text().catch(() => ''))
  })
  const kept = () => page.evaluate(() => Object.values(localStorage))
  return {
    words: async () => new Set([...(await Promise.all(heard)), ...(await kept())].flatMap(stringsIn).flatMap(wordsOf)),
  }
}

function stringsIn(text: string): string[] {
  const found: string[] = []
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') found.push(value)
      return value
    })
  } catch {
    // A page that was left in the middle of an answer heard half of it.
  }
  return found
}

// Runs in the page: what can be read or heard there outside the brackets.
export function wordsOutside(): string[] {
  const unread = 'script, style, noscript, template, code, [hidden], [translate=no]'
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (!node.parentElement?.closest(unread)) texts.push(node.nodeValue ?? '')
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const one of document.querySelectorAll(`[${name}]`)) texts.push(one.getAttribute(name) ?? '')
  texts.push(document.title)
  const outside = (text: string) => {
    let depth = 0
    let rest = ''
    for (const letter of text) {
      if (letter === '⟦') depth++
      else if (letter === '⟧') depth--
      else if (depth === 0) rest += letter
    }
    return rest.trim()
  }
  return texts.map(outside).filter((text) => /\p{L}/u.test(text))
}

const months = (language: string) =>
  Array.from({ length: 12 }, (_, month) =>
    (['long', 'short'] as const).map((form) =>
      new Intl.DateTimeFormat(language, { month: form }).format(new Date(Date.UTC(2026, month, 15))).toLowerCase(),
    ),
  ).flat()
const dates = new Set([...months('fr-FR'), ...months('en-GB')].map((name) => name.replace('.', '')))
/** Names that are the same in every language, or say themselves in their own. */
const names = new Set(['comptoir', 'français', 'english', 'fr', 'en', 'pdf'])

/** The words of a text that neither the messages nor the server said, and that are no date. */
export const strangeWords = (text: string, heard: ReadonlySet<string>): string[] =>
  wordsOf(text).filter((word) => !dates.has(word) && !names.has(word) && !heard.has(word) && !endsAnId(word, heard))

const endsAnId = (word: string, heard: ReadonlySet<string>) =>
  word.length >= 4 && [...heard].some((one) => one.length >= 20 && /\d/.test(one) && one.endsWith(word))
