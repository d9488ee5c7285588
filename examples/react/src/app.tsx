import type { OrderView, ProductCardView } from '@comptoir/client'
import { problemOf } from '@comptoir/client'
import { useState } from 'react'
import { shop } from './shop.ts'

const price = (cents: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)

/** What is on the shelves, and a way to order one piece of it. */
export function App() {
  const [order, setOrder] = useState<OrderView | null>(null)
  const list = shop.catalog.list.useQuery({ sort: 'price_asc', limit: 6 })
  if (list.isPending) return <p>One moment…</p>
  if (list.isError) return <Problem error={list.error} />
  return (
    <main>
      <h1>On our shelves</h1>
      <ul>
        {list.data.items.map((product) => (
          <Product key={product.id} product={product} onOrder={setOrder} />
        ))}
      </ul>
      {order && (
        <p role="status">
          Order {order.reference} is {order.status}: {price(order.totalCents, order.currency)}
        </p>
      )}
    </main>
  )
}

function Product({ product, onOrder }: { product: ProductCardView; onOrder: (order: OrderView) => void }) {
  const { client } = shop.useUtils()
  const add = shop.cart.add.useMutation()
  const checkout = shop.orders.checkout.useMutation()
  const pay = shop.orders.pay.useMutation()
  const buy = async () => {
    const { variants } = await client.catalog.get.query({ id: product.slug })
    const variant = variants.find(({ stock }) => stock !== 'out_of_stock')
    if (!variant) return
    const { quote, termsVersion } = await add.mutateAsync({ variantId: variant.id, quantity: 1 })
    const { order, accessToken } = await checkout.mutateAsync({
      email: 'camille@email.test',
      address: { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' },
      quote: { hash: quote.hash, totalCents: quote.totalCents },
      termsVersion,
    })
    const paid = await pay.mutateAsync({
      id: order.id,
      ...(accessToken !== null && { accessToken }),
      card: 'card_success',
    })
    onOrder(paid.order)
  }
  const busy = add.isPending || checkout.isPending || pay.isPending
  const error = add.error ?? checkout.error ?? pay.error
  return (
    <li>
      {product.name}, {price(product.priceCents, product.currency)}{' '}
      <button disabled={busy} onClick={() => void buy().catch(() => {})}>
        Order {product.name}
      </button>
      {error && <Problem error={error} />}
    </li>
  )
}

function Problem({ error }: { error: unknown }) {
  return <p role="alert">{problemOf(error)?.message ?? 'The shop could not be reached.'}</p>
}
