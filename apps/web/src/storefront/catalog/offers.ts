import { currencies, type Currency } from '@comptoir/domain'
import type { ShopOutputs } from '../../outputs.ts'

type Product = ShopOutputs['catalog']['get']
type Delivery = Pick<ShopOutputs['shop']['info']['delivery'], 'amountCents' | 'freeFromCents'>

const availability = { in_stock: 'InStock', few_left: 'LimitedAvailability', out_of_stock: 'OutOfStock' } as const
const schema = (name: string) => `https://schema.org/${name}`
const amount = (minor: number, currency: Currency) => (minor / 10 ** currencies[currency]).toFixed(currencies[currency])

// The countries and days of the terms that the shop shows (legal/legal-texts.ts).
const country = 'FR'
const returns = (link: string) => ({
  ...{ '@type': 'MerchantReturnPolicy', applicableCountry: country, returnPolicyCountry: country },
  ...{ returnPolicyCategory: schema('MerchantReturnFiniteReturnWindow'), merchantReturnDays: 14 },
  ...{ returnMethod: schema('ReturnByMail'), returnFees: schema('ReturnFeesCustomerResponsibility') },
  merchantReturnLink: link,
})
const shipping = (value: string, currency: Currency) => ({
  '@type': 'OfferShippingDetails',
  shippingRate: { '@type': 'MonetaryAmount', value, currency },
  shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
})

/** Each article of a product as an offer of schema.org: its price and stock, what it costs to have it sent alone, and how it may be given back. */
export function offersOf(
  { variants, currency }: Pick<Product, 'variants' | 'currency'>,
  { url, returnsAt, delivery }: { url: string; returnsAt: string; delivery: Delivery | undefined },
): Record<string, unknown>[] {
  return variants.map(({ priceCents, optionWords, sku, stock }) => {
    const free = delivery?.freeFromCents != null && priceCents >= delivery.freeFromCents
    return {
      ...{ '@type': 'Offer', url, price: amount(priceCents, currency), priceCurrency: currency },
      ...(optionWords && { name: optionWords }),
      ...(sku && { sku }),
      ...{ availability: schema(availability[stock]), itemCondition: schema('NewCondition') },
      ...(delivery && { shippingDetails: shipping(amount(free ? 0 : delivery.amountCents, currency), currency) }),
      hasMerchantReturnPolicy: returns(returnsAt),
    }
  })
}
