import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { shop } from '../../rpc.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { useAddresses } from '../people/use-addresses.ts'
import { useProfile } from '../people/use-profile.ts'
import { AddressForm, blankForm, type Typed } from './address-form.tsx'
import { draftOf } from './draft.ts'
import { OfferAccount } from './offer-account.tsx'
import { Recap } from './recap.tsx'

/** One column of fields, the bill beside it: everything that will be paid is known before the button. */
export function CheckoutPage() {
  const { locale, m } = useWords()
  const [cart] = shop.cart.get.useSuspenseQuery()
  const { profile } = useProfile()
  const book = useAddresses(profile)
  // Whoever signs in half-way finds what they typed as a guest.
  const [typed, setTyped] = useState<Typed | null>(null)
  const [isAgain, setAgain] = useState(false)
  // After a reload the form stands there blank, as the server wrote it, and then as it was left.
  useEffect(() => {
    const draft = draftOf(blankForm)
    if (draft === null) return
    setTyped(draft)
    setAgain(true)
  }, [])
  if (cart.lines.length === 0)
    return (
      <Page title={m('checkout')}>
        <Empty title={m('cart_empty_title')}>
          <Link to="/$locale/products" params={{ locale }} className={buttonClass('primary')}>
            {m('see_shelves')}
          </Link>
        </Empty>
      </Page>
    )
  return (
    <Page title={m('checkout')} className="checkout-page">
      <Recap cart={cart} />
      <div className="checkout-column">
        <OfferAccount profile={profile} typed={typed} />
        {profile !== undefined && book !== undefined && (
          <AddressForm
            key={`${profile?.id ?? 'guest'} ${isAgain}`}
            cart={cart}
            profile={profile}
            book={book}
            typed={typed}
            onTyped={setTyped}
          />
        )}
      </div>
    </Page>
  )
}
