import type { ShopSettings } from '@comptoir/db/stores/settings'
import type { Currency } from '@comptoir/domain'
import { type VatCategory, vatCategories } from '@comptoir/domain/cart'
import * as z from 'zod'

/** The delivery method, in the shop's currency; `freeFromCents` null means that it is never free. */
export interface ShopDeliveryView {
  names: { fr: string; en: string }
  amountCents: number
  freeFromCents: number | null
  vatCategory: VatCategory
  rateBp: number
}
export interface SettingsView {
  shopName: string
  currency: Currency
  termsVersion: string
  timeZone: string
  payMinutes: number
  seller: SellerView
  delivery: ShopDeliveryView
}
/** Who sells, as invoices and the legal pages print it. */
export interface SellerView {
  name: string
  legalForm: string
  address: string[]
  country: string
  siren: string
  vatNumber: string
  email: string
}
/** What anybody may know of the shop. */
export interface ShopInfoView {
  name: string
  currency: Currency
  termsVersion: string
  /** Minutes in which an order may be paid. */
  payMinutes: number
  seller: SellerView
  delivery: ShopDeliveryView
}

const currency = z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD'])
const SellerView: z.ZodType<SellerView, SellerView> = z.object({
  ...{ name: z.string(), legalForm: z.string(), address: z.array(z.string()), country: z.string() },
  ...{ siren: z.string(), vatNumber: z.string(), email: z.string() },
})
const ShopDeliveryView: z.ZodType<ShopDeliveryView, ShopDeliveryView> = z.object({
  ...{ names: z.object({ fr: z.string(), en: z.string() }), amountCents: z.int(), freeFromCents: z.int().nullable() },
  ...{ vatCategory: z.enum(vatCategories), rateBp: z.int() },
})
const both = {
  currency,
  termsVersion: z.string(),
  payMinutes: z.int(),
  seller: SellerView,
  delivery: ShopDeliveryView,
}
export const SettingsView: z.ZodType<SettingsView, SettingsView> = z.object({
  ...both,
  ...{ shopName: z.string(), timeZone: z.string() },
})
export const ShopInfoView: z.ZodType<ShopInfoView, ShopInfoView> = z.object({ ...both, name: z.string() })

const shared = ({ currency: of, termsVersion, payMinutes, seller, delivery }: ShopSettings) => ({
  ...{ currency: of, termsVersion, payMinutes },
  seller: { ...seller, address: [...seller.address] },
  delivery: {
    ...{ names: delivery.names, amountCents: delivery.amountCents, freeFromCents: delivery.freeFromCents },
    ...{ vatCategory: delivery.vat.category, rateBp: delivery.vat.rateBp },
  },
})
export const settingsView = (settings: ShopSettings): SettingsView => ({
  ...shared(settings),
  ...{ shopName: settings.shopName, timeZone: settings.timeZone },
})
export const shopInfoView = (settings: ShopSettings): ShopInfoView => ({ ...shared(settings), name: settings.shopName })
