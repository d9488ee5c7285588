import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import type { Messages } from '../src/messages.ts'

/** Which pages a part of the words serves, and which parts are loaded with it. */
const parts = {
  first: {
    pages: /^(?:main|storefront\/(?:layout|home-page|catalog\/(?:list|product)-page|cart\/cart-page))\.tsx$/,
    beside: [],
  },
  shop: { pages: /^storefront\/.*(?:layout|-page)\.tsx$/, beside: ['first'] },
  console: { pages: /^(?:main|admin\/.*(?:layout|frame|failure|-page))\.tsx$/, beside: [] },
} satisfies Record<string, { pages: RegExp; beside: string[] }>
export type Part = keyof typeof parts

/** The sources that pages are made of, with all that they import; what routes load later is another page. */
function textsOf(src: string, pages: RegExp): string[] {
  const seen = new Map<string, string>()
  const visit = (file: string) => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return
    const text = readFileSync(path.join(src, file), 'utf8')
    seen.set(file, text)
    const later = /(?:^|\/)(?:routes\.tsx?|main\.tsx)$/.test(file) ? '' : String.raw`|\bimport\(`
    for (const [, to = ''] of text.matchAll(new RegExp(String.raw`(?:\bfrom ${later})\s*'(\.[^']+)'`, 'g')))
      visit(path.join(path.dirname(file), to).split(path.sep).join('/'))
  }
  for (const file of globSync('**/*.tsx', { cwd: src })) if (pages.test(file.split(path.sep).join('/'))) visit(file)
  return [...seen.values()]
}

/** Whether a text says a key: whole, or as a beginning or an end that it puts together. */
function saidBy(text: string): (key: string) => boolean {
  const whole = new Set([...text.matchAll(/['"`](\w+)['"`]/g)].map(([, key]) => key))
  const starts = [...text.matchAll(/`(\w+_)\$\{/g)].map(([, start]) => start ?? '')
  const ends = [...text.matchAll(/\$\{[^}`]+\}(_\w+)`/g)].map(([, end]) => end ?? '')
  return (key) =>
    whole.has(key) || starts.some((start) => key.startsWith(start)) || ends.some((end) => key.endsWith(end))
}

/** The words of one part: all that its pages may say, without what is loaded beside it. */
export function partOf(src: string, messages: Messages, part: Part): Partial<Messages> {
  const saidIn = (name: Part) => saidBy(textsOf(src, parts[name].pages).join('\n'))
  const said = saidIn(part)
  const beside = parts[part].beside.map((name) => saidIn(name as Part))
  return Object.fromEntries(
    Object.entries(messages).filter(([key]) => said(key) && !beside.some((other) => other(key))),
  )
}

/** Which parts of the words a page of the shop needs. */
export const partsFor = (page: string): Part[] => (parts.first.pages.test(page) ? ['first'] : ['first', 'shop'])

/** `fr.json?part=first` is the part of the words that those pages may say. */
export const messageParts = (src: string): Plugin => ({
  name: 'message-parts',
  enforce: 'pre',
  load(id) {
    const [, file, part] = /^(.*\/messages\/(?:fr|en)\.json)\?part=(first|shop|console)$/.exec(id) ?? []
    if (!file) return null
    this.addWatchFile(file)
    const words = partOf(src, JSON.parse(readFileSync(file, 'utf8')) as Messages, part as Part)
    return { code: `export default ${JSON.stringify(words)}`, moduleType: 'js' }
  },
})
