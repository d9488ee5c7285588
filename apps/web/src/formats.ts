import { cents, type Currency, decimalText, type Locale } from '@comptoir/domain'

const regions = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>
// The shop's own days and hours, wherever the reader sits.
const timeZone = 'Europe/Paris'

type Kept = Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules
const kept = new Map<string, Kept>()
function keep<F extends Kept>(name: string, make: () => F): F {
  const found = kept.get(name) as F | undefined
  if (found) return found
  const made = make()
  kept.set(name, made)
  return made
}

/** `1 234,56 €`, with a narrow space in the number and a whole one before the sign, or `€1,234.56`; from minor units of the currency. */
export function price(locale: Locale, amount: number, currency: Currency): string {
  const format = keep(
    `${locale} ${currency}`,
    () => new Intl.NumberFormat(regions[locale], { style: 'currency', currency }),
  )
  const decimal = decimalText({ currency, cents: cents(amount) }) as Intl.StringNumericLiteral
  return format.format(decimal).replace('-', '\u2212')
}

/** A price as one types it into a filter: a round one without decimals, `60 €`, another with them, `12,50 €`. */
export function roundPrice(locale: Locale, amount: number, currency: Currency): string {
  const format = keep(
    `${locale} ${currency} round`,
    () =>
      new Intl.NumberFormat(regions[locale], { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
  )
  const decimal = decimalText({ currency, cents: cents(amount) }) as Intl.StringNumericLiteral
  return format.format(decimal).replace('-', '\u2212')
}

/** A rate in basis points: `5,5 %` or `5.5%`. */
export const rate = (locale: Locale, bp: number): string =>
  keep(`${locale} %`, () => new Intl.NumberFormat(regions[locale], { style: 'percent', maximumFractionDigits: 2 }))
    .format(bp / 10_000)
    .replaceAll('\u00a0', '\u202f')

const dated = (locale: Locale, name: string, options: Intl.DateTimeFormatOptions) => (instant: string) =>
  keep(`${locale} ${name}`, () => new Intl.DateTimeFormat(regions[locale], { timeZone, ...options })).format(
    new Date(instant),
  )

/** `22 novembre 2026`, in the shop's days. */
export const date = (locale: Locale, instant: string): string => dated(locale, 'date', { dateStyle: 'long' })(instant)
/** `22 nov. 2026, 14:05`. */
export const dateTime = (locale: Locale, instant: string): string =>
  dated(locale, 'dateTime', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })(
    instant,
  )
/** `22 nov., 14:05`: where rows stand under each other. */
export const shortTime = (locale: Locale, instant: string): string =>
  dated(locale, 'shortTime', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' })(instant)
/** A country by its code, in words. */
export const country = (locale: Locale, code: string): string =>
  new Intl.DisplayNames([regions[locale]], { type: 'region', fallback: 'code' }).of(code) ?? code
/** Whether a count takes the singular: 0 and 1 in French, 1 in English. */
export const isOne = (locale: Locale, count: number): boolean =>
  keep(`${locale} plural`, () => new Intl.PluralRules(locale)).select(count) === 'one'
export const number = (locale: Locale, value: number): string =>
  keep(locale, () => new Intl.NumberFormat(regions[locale])).format(value)
