import { convert } from 'html-to-text'

const longest = 200_000
const heading = { options: { uppercase: false } }
const settings = {
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['script', 'style', 'iframe', 'svg'].map((selector) => ({ selector, format: 'skip' })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
    { selector: 'ul', options: { itemPrefix: '– ' } },
  ],
  // What lies deeper would need more of the stack than there is.
  limits: { maxDepth: 200 },
} as const

/** The words of a description that may be HTML; line breaks stay, control characters go. */
export function plainText(body: string): string {
  const isHtml = /<[a-z!/]/i.test(body)
  const text = convert(body.slice(0, longest).toWellFormed(), {
    ...settings,
    selectors: [...settings.selectors],
    preserveNewlines: !isHtml,
  })
  return text
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
