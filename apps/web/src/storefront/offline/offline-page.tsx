import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { shop } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { useOffline } from '../../ui/use-offline.ts'
import { useWords } from '../../words.tsx'
import { Bill } from '../checkout/recap.tsx'
import { Found } from '../found.tsx'
import { type SeenProduct, seenProducts } from '../seen-products.ts'

/** What can be shown without the shop: the cart and the last products, as this device saw them. */
export function OfflinePage() {
  const { locale, m } = useWords()
  const offline = useOffline()
  const { data: cart } = shop.cart.get.useQuery(undefined, { enabled: false })
  // What lies in the browser is not known where the page is rendered.
  const [seen, setSeen] = useState<SeenProduct[] | null>(null)
  useEffect(() => setSeen(seenProducts(locale)), [locale])
  const filled = cart !== undefined && cart.lines.length > 0
  return (
    <Page
      title={m(offline ? 'offline_title' : 'offline_ready_title')}
      lead={m('offline_words')}
      className="narrow-page offline-page"
    >
      <Found title={m('offline_ready_title')} description={m('offline_words')} hidden />
      {filled && (
        <section aria-labelledby="cart-lately">
          <h2 id="cart-lately">{m('cart_lately')}</h2>
          <div className="slip">
            <Bill cart={cart} />
          </div>
          <Link to="/$locale/cart" params={{ locale }}>
            {m('see_cart')}
          </Link>
        </section>
      )}
      {seen !== null && seen.length > 0 && (
        <section aria-labelledby="seen-lately">
          <h2 id="seen-lately">{m('seen_lately')}</h2>
          <ul className="seen-lately">
            {seen.map(({ slug, name, line, path }) => (
              <li key={slug}>
                <Link to="/$locale/products/$slug" params={{ locale, slug }}>
                  <Picture path={path} alt="" sizes="4rem" />
                  <span>
                    {name} <small>{line}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {seen?.length === 0 && !filled && <p>{m('offline_nothing')}</p>}
    </Page>
  )
}
