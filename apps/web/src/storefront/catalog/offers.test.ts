import { expect, test } from 'vitest'
import { offersOf } from './offers.ts'

const variant = {
  ...{
    id: 'variant_a',
    sku: 'BOL',
    values: [],
    left: null,
    maxQuantity: 9,
    compareAtCents: null,
    priorPriceCents: null,
  },
}
const bowl = { ...variant, priceCents: 1580, stock: 'few_left', optionWords: 'Bleu' } as const
const places = { url: 'https://shop.test/fr/products/bol', returnsAt: 'https://shop.test/fr/legal/withdrawal' }
const delivery = { amountCents: 490, freeFromCents: 6000 }

test('an offer says its price, its stock, what sending it costs and how long it may be given back', () => {
  expect(offersOf({ variants: [bowl], currency: 'EUR' }, { ...places, delivery })).toMatchObject([
    {
      ...{ '@type': 'Offer', name: 'Bleu', price: '15.80', priceCurrency: 'EUR' },
      availability: 'https://schema.org/LimitedAvailability',
      shippingDetails: {
        shippingRate: { value: '4.90', currency: 'EUR' },
        shippingDestination: { addressCountry: 'FR' },
      },
      hasMerchantReturnPolicy: {
        ...{ returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow', merchantReturnDays: 14 },
        merchantReturnLink: places.returnsAt,
      },
    },
  ])
})

test('what is dear enough is sent for nothing', () => {
  const [offer] = offersOf({ variants: [{ ...bowl, priceCents: 6000 }], currency: 'EUR' }, { ...places, delivery })
  expect(offer).toMatchObject({ shippingDetails: { shippingRate: { value: '0.00' } } })
})

test('an amount is written with the decimals of its currency', () => {
  const priceIn = (currency: 'JPY' | 'KWD') => offersOf({ variants: [bowl], currency }, { ...places, delivery })[0]
  expect(priceIn('JPY')).toMatchObject({ price: '1580' })
  expect(priceIn('KWD')).toMatchObject({ price: '1.580' })
})
