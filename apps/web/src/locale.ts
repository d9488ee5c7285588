import { type Locale, locales } from '@comptoir/domain'

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

/** The first of the reader's languages that the shop speaks; French when it speaks none of them. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const code = language.slice(0, 2).toLowerCase()
    if (isLocale(code)) return code
  }
  return 'fr'
}
export const otherLocale = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr')
