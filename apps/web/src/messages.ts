import type { Locale } from '@comptoir/domain'
import { isOne, number } from './formats.ts'
import type fr from './messages/fr.json'

export type MessageKey = keyof typeof fr
/** A text, or one text per plural category of its `count`; other places are written `{name}`. */
export type Message = string | { one: string; other: string }
export type Messages = Record<MessageKey, Message>
export type Places = Record<string, string | number>

/** Which pages words are for: those a shopper comes to first, all of the shop's, the console's (`bundle/message-parts.ts`). */
export type Part = 'first' | 'shop' | 'console'

const files = {
  fr: {
    first: () => import('./messages/fr.json?part=first'),
    shop: () => import('./messages/fr.json?part=shop'),
    console: () => import('./messages/fr.json?part=console'),
  },
  en: {
    first: () => import('./messages/en.json?part=first'),
    shop: () => import('./messages/en.json?part=shop'),
    console: () => import('./messages/en.json?part=console'),
  },
}

/** The words of one language that a part of the pages says: a page loads no others. */
export async function loadMessages(locale: Locale, part: Part): Promise<Messages> {
  const wanted = part === 'shop' ? (['first', 'shop'] as const) : ([part] as const)
  const loaded = await Promise.all(wanted.map((one) => files[locale][one]()))
  // Typed as whole: what a part leaves out, its pages do not say.
  return Object.assign({}, ...loaded.map((file) => file.default)) as Messages
}

/** French spaces, none of which breaks: narrow before ; ! ? % and inside numbers, whole before a colon and €, and inside « ». */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[;!?])|(?<=\d) (?=%|\d{3}(?!\d))/g, '\u202f')
    .replace(/ (?=»|:(?:\s|$))|(?<=«) |(?<=\d) (?=€)/g, '\u00a0')

/** A message in words, with its places filled. */
export function say(messages: Messages, locale: Locale, key: MessageKey, places: Places = {}): string {
  const message = messages[key]
  const text = typeof message === 'string' ? message : message[pluralOf(locale, places['count'])]
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => shown(places[name], locale))
  return locale === 'fr' ? frenchSpaces(filled) : filled
}

const shown = (value: string | number | undefined, locale: Locale): string =>
  typeof value === 'number' ? number(locale, value) : (value ?? '')

function pluralOf(locale: Locale, count: string | number | undefined): 'one' | 'other' {
  if (typeof count !== 'number') throw new RangeError('a plural message needs its count as a number')
  return isOne(locale, count) ? 'one' : 'other'
}
