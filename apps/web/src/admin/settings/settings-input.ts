import { vatCategories } from '@comptoir/domain/cart'
import type { Locale } from '@comptoir/domain'
import type { AdminOutputs } from '../../outputs.ts'
import { centsOf, typedPrice } from '../products/sheet.ts'

type Settings = AdminOutputs['settings']['get']

/** The settings as their form holds them, each field under the last name of the procedure's. */
export function fieldsOfSettings({ shopName, seller, delivery, termsVersion }: Settings, locale: Locale) {
  return {
    shopName,
    termsVersion,
    name: seller.name,
    legalForm: seller.legalForm,
    address: seller.address.join('\n'),
    country: seller.country,
    siren: seller.siren,
    vatNumber: seller.vatNumber,
    email: seller.email,
    fr: delivery.names.fr,
    en: delivery.names.en,
    amountCents: typedPrice(delivery.amountCents, locale),
    freeFromCents: delivery.freeFromCents === null ? '' : typedPrice(delivery.freeFromCents, locale),
    vatCategory: delivery.vatCategory as string,
  }
}
export type SettingsFields = ReturnType<typeof fieldsOfSettings>

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What the procedure takes; prices were checked before. An empty free-from price means never. */
export function inputOfSettings(fields: SettingsFields) {
  const { shopName, name, legalForm, address, country, siren, vatNumber, email, fr, en } = fields
  return {
    shopName: shopName.trim(),
    termsVersion: fields.termsVersion.trim(),
    seller: {
      ...{ name, legalForm, address: linesOf(address), country: country.trim() },
      ...{ siren: siren.trim(), vatNumber: vatNumber.trim(), email: email.trim() },
    },
    delivery: {
      names: { fr, en },
      amountCents: centsOf(fields.amountCents) ?? 0,
      freeFromCents: fields.freeFromCents.trim() === '' ? null : centsOf(fields.freeFromCents),
      vatCategory: vatCategories.find((one) => one === fields.vatCategory) ?? 'standard',
    },
  }
}
