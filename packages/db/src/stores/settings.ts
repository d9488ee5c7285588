import { cents, type Currency, type Locale } from '@comptoir/domain'
import type { DeliveryMethod, TaxBasis } from '@comptoir/domain/cart'
import { vatOf } from '@comptoir/domain/catalog'
import type { Reader, Writer } from '../database.ts'
import { prepared } from '../prepared.ts'
import { remembered } from '../remembered.ts'

/** Who sells, as invoices and the legal pages print it. */
export interface Seller {
  name: string
  legalForm: string
  address: string[]
  country: string
  siren: string
  vatNumber: string
  email: string
}

export interface ShopSettings {
  /** What the shop is called on its pages. */
  shopName: string
  currency: Currency
  basis: TaxBasis
  delivery: DeliveryMethod & { names: Record<Locale, string> }
  /** The version of the terms of sale that a checkout must accept. */
  termsVersion: string
  /** Where the shop's day begins and ends. */
  timeZone: string
  /** Minutes in which an order may be paid. RULES 4.8. */
  payMinutes: number
  seller: Seller
}

const defaults: ShopSettings = {
  shopName: 'Comptoir',
  currency: 'EUR',
  basis: 'inclusive',
  delivery: {
    code: 'standard',
    names: { fr: 'Livraison standard', en: 'Standard delivery' },
    amountCents: cents(490),
    vat: vatOf('standard'),
    freeFromCents: cents(6000),
  },
  termsVersion: '2026-11',
  timeZone: 'Europe/Paris',
  payMinutes: 60,
  seller: {
    name: 'Comptoir',
    legalForm: 'SAS au capital de 10 000 €',
    address: ['12 rue du Marché', '75002 Paris'],
    country: 'FR',
    siren: '000 000 000',
    vatNumber: 'FR00000000000',
    email: 'bonjour@comptoir.test',
  },
}

const allRows = prepared((db: Reader) => db.select().from(db.tables.settings))

/** The shop's settings: a row of the table counts, else the default. */
export const readSettings: (db: Reader) => Promise<Readonly<ShopSettings>> = remembered(async (db) => {
  const rows = await allRows(db)
  const found = rows.filter(({ key }) => Object.hasOwn(defaults, key)).map(({ key, value }) => [key, value])
  return Object.freeze({ ...defaults, ...(Object.fromEntries(found) as Partial<ShopSettings>) })
})

/** Keeps settings; the others stay as they are. */
export async function saveSettings(tx: Writer, changes: Partial<ShopSettings>): Promise<void> {
  const { settings } = tx.tables
  for (const [key, value] of Object.entries(changes))
    await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
}
