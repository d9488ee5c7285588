import { getRouteApi, Link } from '@tanstack/react-router'
import { useWords } from '../words.tsx'
import { useCartCount } from './cart/use-cart.ts'
import { LanguageLink } from './language-link.tsx'
import { useProfile } from './people/use-profile.ts'
import { SearchField } from './search-field.tsx'

const route = getRouteApi('/$locale')

/** The head of every page: the name, the shelves, the search, what is mine. At checkout and payment it keeps only the name. */
export function Masthead({ at }: { at: 'shelves' | 'checkout' | 'pay' }) {
  const { locale, m } = useWords()
  const name = (
    <Link to="/$locale" params={{ locale }} className="wordmark">
      Comptoir
    </Link>
  )
  if (at !== 'shelves')
    return (
      <header className="masthead is-quiet">
        {name}
        {at === 'checkout' && (
          <Link to="/$locale/cart" params={{ locale }}>
            {m('back_to_cart')}
          </Link>
        )}
      </header>
    )
  return (
    <header className="masthead">
      {name}
      <SearchField />
      <Mine />
      <Shelves />
    </header>
  )
}

function Shelves() {
  const { locale, m } = useWords()
  const { items } = route.useLoaderData()
  return (
    <nav className="shelves" aria-label={m('shelves')}>
      <ul>
        {items.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              to="/$locale/products"
              params={{ locale }}
              search={{ category: slug }}
              activeProps={{ className: 'is-here' }}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Mine() {
  const { locale, m } = useWords()
  const { profile } = useProfile()
  const count = useCartCount()
  return (
    <nav className="mine" aria-label={m('mine')}>
      <LanguageLink short />
      {profile ? (
        <Link to="/$locale/account" params={{ locale }}>
          {m('my_account')}
        </Link>
      ) : (
        <Link to="/$locale/sign-in" params={{ locale }}>
          {m('sign_in')}
        </Link>
      )}
      <Link to="/$locale/cart" params={{ locale }} className="cart-link">
        {m('cart')}{' '}
        <span className={count > 0 ? 'cart-count' : 'cart-count is-none'} aria-hidden>
          {count}
        </span>
        <span className="unseen">{m('cart_count', { count })}</span>
      </Link>
    </nav>
  )
}
