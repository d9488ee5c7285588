import type { Currency, Locale } from '@comptoir/domain'
import { createContext, type ReactNode, useContext } from 'react'
import * as formats from './formats.ts'
import { loadMessages, type MessageKey, type Messages, type Part, type Places, say } from './messages.ts'

/** All that a page needs to speak one language: its words, and numbers, prices and days as it writes them. */
export interface Words {
  locale: Locale
  m: (key: MessageKey, places?: Places) => string
  price: (cents: number, currency: Currency) => string
  roundPrice: (cents: number, currency: Currency) => string
  rate: (bp: number) => string
  date: (instant: string) => string
  dateTime: (instant: string) => string
  shortTime: (instant: string) => string
  number: (value: number) => string
  country: (code: string) => string
}

/** The words of a language, from its messages. */
export const wordsOf = (locale: Locale, messages: Messages): Words => ({
  locale,
  m: (key, places) => say(messages, locale, key, places),
  price: (cents, currency) => formats.price(locale, cents, currency),
  roundPrice: (cents, currency) => formats.roundPrice(locale, cents, currency),
  rate: (bp) => formats.rate(locale, bp),
  date: (instant) => formats.date(locale, instant),
  dateTime: (instant) => formats.dateTime(locale, instant),
  shortTime: (instant) => formats.shortTime(locale, instant),
  number: (value) => formats.number(locale, value),
  country: (code) => formats.country(locale, code),
})

export const loadWords = async (locale: Locale, part: Part): Promise<Words> =>
  wordsOf(locale, await loadMessages(locale, part))

const Speaking = createContext<Words | null>(null)

export const WordsProvider = ({ words, children }: { words: Words; children: ReactNode }) => (
  <Speaking value={words}>{children}</Speaking>
)

export function useWords(): Words {
  const words = useContext(Speaking)
  if (words === null) throw new Error('no language here: wrap the page in WordsProvider')
  return words
}

/** The words where there may be none yet: on the last-resort pages outside both faces. */
export const useMaybeWords = (): Words | null => useContext(Speaking)
