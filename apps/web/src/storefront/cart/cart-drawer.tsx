import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { shop } from '../../rpc.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Price } from '../../ui/price.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { speak } from '../../ui/speak.ts'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { CartLine } from './cart-line.tsx'
import { FreeDelivery } from './free-delivery.tsx'
import { newestFirst } from './newest-first.ts'
import { useKeptFocus } from './use-kept-focus.ts'

interface Added {
  variantId: string
  name: string
}
const Showing = createContext<(added: Added) => void>(() => undefined)

/** Opens the drawer on what was just added. */
export const useCartDrawer = (): ((added: Added) => void) => useContext(Showing)

/** The shop around its cart drawer. */
export function CartDrawerProvider({ children }: { children: ReactNode }) {
  const { m } = useWords()
  const [added, setAdded] = useState<Added | null>(null)
  const close = useCallback(() => setAdded(null), [])
  useEffect(() => {
    if (added) speak(m('added', { name: added.name }))
  }, [added, m])
  return (
    <Showing value={setAdded}>
      {children}
      <Dialog title={m('cart')} open={added !== null} onClose={close} drawer>
        {added && <Drawer added={added} onClose={close} />}
      </Dialog>
    </Showing>
  )
}

function Drawer({ added, onClose }: { added: Added; onClose: () => void }) {
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
