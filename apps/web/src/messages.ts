import type { Locale } from '@comptoir/domain'
import type fr from './messages/fr.json'

export type MessageKey = keyof typeof fr
/** A text, or one text per plural category of its `count`; other places are written `{name}`. */
export type Message = string | { one: string; other: string }
export type Messages = Record<MessageKey, Message>
export type Places = Record<string, string | number>

/** The words of one language; each language is a file of its own, so a page loads only its own. */
export const loadMessages = async (locale: Locale): Promise<Messages> =>
  locale === 'fr' ? (await import('./messages/fr.json')).default : (await import('./messages/en.json')).default

/** French spaces: narrow and unbreakable before ; ! ? € %, inside « » and inside numbers, unbreakable before a colon. */
export const frenchSpaces = (text: string): string =>
  text.replace(/ (?=[;!?»])|(?<=«) |(?<=\d) (?=[€%]|\d{3}(?!\d))/g, '\u202f').replace(/ (?=:(?:\s|$))/g, '\u00a0')

/** A message in words, with its places filled. */
export function say(messages: Messages, locale: Locale, key: MessageKey, places: Places = {}): string {
  const message = messages[key]
  const text = typeof message === 'string' ? message : message[pluralOf(locale, places['count'])]
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => shown(places[name], locale))
  return locale === 'fr' ? frenchSpaces(filled) : filled
}

const shown = (value: string | number | undefined, locale: Locale): string =>
  typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '')

function pluralOf(locale: Locale, count: string | number | undefined): 'one' | 'other' {
  if (typeof count !== 'number') throw new RangeError('a plural message needs its count as a number')
  return new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other'
}
