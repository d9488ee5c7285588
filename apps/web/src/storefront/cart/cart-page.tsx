import { Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { CartLine } from './cart-line.tsx'
import { FreeDelivery } from './free-delivery.tsx'
import { Sums } from './sums.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** The cart, read like a bill. */
export function CartPage() {
  const { locale, m } = useWords()
  const [cart] = shop.cart.get.useSuspenseQuery()
  const list = useKeptFocus(cart.lines.length)
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
      <ul ref={list} tabIndex={-1} className="cart-lines" aria-label={m('cart')}>
        {cart.lines.map((line, place) => (
          <CartLine key={line.id} line={line} currency={cart.currency} eager={place === 0} />
        ))}
      </ul>
      <aside className="slip" aria-label={m('bill')}>
        <FreeDelivery cart={cart} />
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
