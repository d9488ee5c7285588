import { Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Price } from '../../ui/price.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import type { Added } from './cart-drawer.tsx'
import { CartLine } from './cart-line.tsx'
import { FreeDelivery } from './free-delivery.tsx'
import { newestFirst } from './newest-first.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** The cart beside the page, with what was just added in front. */
export function DrawerBody({ added, onClose }: { added: Added; onClose: () => void }) {
  const { locale, m } = useWords()
  const { data: cart, error, refetch } = shop.cart.get.useQuery()
  const list = useKeptFocus(cart?.lines.length ?? 0)
  if (!cart) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Waiting rows={3} />
  const blocked = cart.lines.some((line) => !line.counted)
  return (
    <div className="drawer-body">
      <p className="drawer-added">{m('added', { name: added.name })}</p>
      <ul ref={list} tabIndex={-1} className="cart-lines" aria-label={m('cart')}>
        {newestFirst(cart.lines, added.variantId).map((line) => (
          <CartLine key={line.id} line={line} currency={cart.currency} onLeave={onClose} />
        ))}
      </ul>
      <div className="drawer-foot">
        <FreeDelivery cart={cart} />
        <p className="drawer-total">
          <span>{m('goods')}</span> <Price cents={cart.quote.goodsCents} currency={cart.currency} />
        </p>
        {blocked ? (
          <p className="slip-note">{m('cart_blocked')}</p>
        ) : (
          cart.lines.length > 0 && (
            <Link to="/$locale/checkout" params={{ locale }} className={buttonClass('primary', true)} onClick={onClose}>
              {m('to_checkout')}
            </Link>
          )
        )}
        <Link to="/$locale/cart" params={{ locale }} className={buttonClass('plain', true)} onClick={onClose}>
          {m('see_cart')}
        </Link>
      </div>
    </div>
  )
}
