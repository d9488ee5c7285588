import * as z from 'zod'
import { amount, email, NoInput, words } from '../input-kinds.ts'
import { vatCategories } from '../vat.ts'

/** The mentions that an invoice must carry; each one is needed. SAFETY 8. */
const SellerInput = z.strictObject({
  name: words(100),
  legalForm: words(100),
  address: z.array(words(200)).min(1).max(5),
  country: z
    .string()
    .length(2)
    .regex(/^[A-Z]{2}$/),
  siren: z
    .string()
    .max(14)
    .regex(/^\d{3} ?\d{3} ?\d{3}$/),
  vatNumber: z
    .string()
    .max(20)
    .regex(/^[A-Z]{2} ?[A-Z0-9 ]{2,16}$/),
  email,
})
const DeliveryInput = z.strictObject({
  names: z.strictObject({ fr: words(60), en: words(60) }),
  amountCents: amount,
  /** From this total of goods on delivery costs nothing; null: never. */
  freeFromCents: amount.nullable(),
  vatCategory: z.enum(vatCategories),
})

export const SettingsInput = NoInput
/** What is not given stays as it is. */
export const UpdateSettingsInput = z.strictObject({
  shopName: words(60).optional(),
  seller: SellerInput.optional(),
  delivery: DeliveryInput.optional(),
  /** A new version is asked of every buyer from then on, and stands on their orders. */
  termsVersion: words(40).optional(),
})
export type UpdateSettingsInput = z.infer<typeof UpdateSettingsInput>
export const ShopInfoInput = NoInput
