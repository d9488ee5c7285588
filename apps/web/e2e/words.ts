import type { Locale } from '@comptoir/domain'
import { price } from '../src/formats.ts'
import { type MessageKey, type Places, say } from '../src/messages.ts'
import en from '../src/messages/en.json' with { type: 'json' }
import fr from '../src/messages/fr.json' with { type: 'json' }

/** The words and amounts that a page of one language shows. */
export interface Words {
  m(key: MessageKey, places?: Places): string
  money(cents: number): string
}
export const wordsIn = (locale: Locale): Words => ({
  m: (key, places) => say(locale === 'fr' ? fr : en, locale, key, places),
  money: (cents) => price(locale, cents, 'EUR'),
})

/** The words that a French page shows. */
export const m = wordsIn('fr').m
/** The words that an English page shows. */
export const inEnglish = wordsIn('en').m
/** An amount as a French page shows it. */
export const euros = wordsIn('fr').money
