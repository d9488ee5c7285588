import { Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { CartLine } from './cart-line.tsx'
import { Sums } from './sums.tsx'

/** The cart, read like a bill. */
export function CartPage() {
  const { locale, m } = useWords()
  const [cart] = shop.cart.get.useSuspenseQuery()
  if (cart.lines.length === 0)
    return (
      <Page title={m('cart')}>
        <Empty title={m('cart_empty_title')}>
          <p>{m('cart_empty_words')}</p>
          <Link to="/$locale/products" params={{ locale }} className={buttonClass('primary')}>
            {m('see_shelves')}
          </Link>
        </Empty>
      </Page>
    )
  const blocked = cart.lines.some((line) => !line.counted)
  return (
    <Page
      title={m('cart')}
      aside={<p className="page-count">{m('pieces', { count: cart.count })}</p>}
      className="cart-page"
    >
      <ul className="cart-lines" aria-label={m('cart')}>
        {cart.lines.map((line) => (
          <CartLine key={line.id} line={line} currency={cart.currency} />
        ))}
      </ul>
      <aside className="slip" aria-label={m('bill')}>
        <FreeDelivery />
        {cart.quote.lines.length > 0 && <Sums of={cart.quote} />}
        {blocked ? (
          <>
            <p className="slip-note">{m('cart_blocked')}</p>
            <Button kind="primary" wide disabled>
              {m('to_checkout')}
            </Button>
          </>
        ) : (
          <Link to="/$locale/checkout" params={{ locale }} className={buttonClass('primary', true)}>
            {m('to_checkout')}
          </Link>
        )}
      </aside>
    </Page>
  )
}

function FreeDelivery() {
  const { m, price } = useWords()
  const [{ quote, currency }] = shop.cart.get.useSuspenseQuery()
  const from = quote.freeDeliveryFromCents
  if (from === null || quote.lines.length === 0) return null
  const goods = quote.goodsCents - quote.discountCents
  const missing = from - goods
  return (
    <p className="free-delivery" role="status">
      {missing > 0 ? m('free_delivery_in', { price: price(missing, currency) }) : m('free_delivery_reached')}
      <progress max={from} value={Math.min(goods, from)} aria-hidden />
    </p>
  )
}
