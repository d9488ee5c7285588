import { createShopClient } from '@comptoir/client'

const shop = createShopClient({ url: 'http://localhost:4000', tokens: { bearer: 'cpt_…' }, locale: 'en' })
const { items } = await shop.catalog.list.query({ inStock: true, sort: 'price_asc', limit: 1 })
const { variants } = await shop.catalog.get.query({ id: items[0].slug })
const { quote, termsVersion } = await shop.cart.add.mutate({ variantId: variants[0].id, quantity: 1 })
const { order } = await shop.orders.checkout.mutate({
  address: { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' },
  quote: { hash: quote.hash, totalCents: quote.totalCents },
  termsVersion,
})
const { outcome } = await shop.orders.pay.mutate({ id: order.id, card: 'card_success' })
console.log(`${items[0].name}, order ${order.reference}: ${outcome}`)
