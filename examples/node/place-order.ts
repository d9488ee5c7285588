// Orders one piece of what a word finds, pays with a test card, and follows the order until it is paid.
//   SHOP=http://localhost:4000 TOKEN=cpt_… node place-order.ts honey
// The token needs catalog:read, cart:write and orders:write, orders:read. Without one, the order is a guest's.
import { createShopClient, problemOf, type ProductView, type Tokens } from '@comptoir/client'

const { SHOP: url = 'http://localhost:4000', TOKEN: bearer } = process.env
const word = process.argv[2] ?? ''
const tokens: Tokens = { bearer }
const shop = createShopClient({ url, tokens, locale: 'en' })

/** The first product that the word finds with a piece on the shelf. */
async function findProduct(): Promise<{ product: ProductView; variantId: string }> {
  const { items } = await shop.catalog.list.query({ search: word, limit: 10 })
  for (const { slug } of items) {
    const product = await shop.catalog.get.query({ id: slug })
    const variant = product.variants.find(({ stock }) => stock !== 'out_of_stock')
    if (variant) return { product, variantId: variant.id }
  }
  throw new Error(`Nothing on the shelves for “${word}”.`)
}

const price = (cents: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)

try {
  const { product, variantId } = await findProduct()
  const { quote, termsVersion } = await shop.cart.add.mutate({ variantId, quantity: 1 })
  console.log(`${product.name}: ${price(quote.totalCents, quote.currency)} with delivery`)

  const { order, accessToken } = await shop.orders.checkout.mutate({
    email: 'camille@email.test',
    address: { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' },
    quote: { hash: quote.hash, totalCents: quote.totalCents },
    termsVersion,
  })
  console.log(`order ${order.reference} is placed`)

  const access = { id: order.id, ...(accessToken !== null && { accessToken }) }
  const paid = new Promise<void>((resolve, reject) => {
    const stream = shop.orders.onChange.subscribe(access, {
      onStarted: () => void shop.orders.pay.mutate({ ...access, card: 'card_success' }).catch(reject),
      onData({ data }) {
        console.log(`order ${order.reference}: ${data.kind}`)
        if (data.kind !== 'paid') return
        stream.unsubscribe()
        resolve()
      },
      onError: reject,
    })
  })
  await paid
} catch (error) {
  const problem = problemOf(error)
  if (problem === null) throw error
  console.error(`${problem.code}: ${problem.message}`)
  process.exitCode = 1
}
