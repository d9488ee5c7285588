import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { checksIn } from '../../checks.ts'
import type { ShopOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { OfflineHint } from '../../ui/offline-hint.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { legalTitles } from '../legal/legal-titles.ts'
import { AddressFields, blankAddress } from '../people/address-fields.tsx'
import { addressChecks, addressOf, typedOf } from '../people/address-values.ts'
import { tellOtherTabs } from '../tabs.ts'
import { CheckoutProblem } from './checkout-problem.tsx'
import { ChooseAddress } from './choose-address.tsx'
import { forgetDraft, keepDraft } from './draft.ts'
import { TermsDialog } from './terms-dialog.tsx'

type SavedAddress = ShopOutputs['addresses']['list']['items'][number]

/** A checkout in which nothing was typed yet. */
export const blankForm = { ...blankAddress, email: '', terms: '' }
export type Typed = typeof blankForm

function firstValues({ profile, book, typed }: Props): Typed {
  if (typed !== null && [typed.line1, typed.postcode, typed.city].some((text) => text.trim() !== '')) return typed
  const saved = book[0] ? typedOf(book[0]) : { ...blankAddress, name: profile?.name ?? '', phone: profile?.phone ?? '' }
  return { email: typed?.email ?? '', terms: '', ...saved, name: saved.name || (typed?.name ?? '') }
}

interface Props {
  cart: ShopOutputs['cart']['get']
  profile: ShopOutputs['auth']['me']['user']
  /** The buyer's saved addresses, the default first. */
  book: readonly SavedAddress[]
  /** What was typed, for the form that takes over from this one. */
  typed: Typed | null
  onTyped: (typed: Typed) => void
}

/** Where it goes, and the order itself: at most eight fields, each wrong one named where it stands. */
export function AddressForm(props: Props) {
  const { cart, profile, book, onTyped } = props
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const utils = shop.useUtils()
  const [terms, setTerms] = useState(false)
  const [reading, setReading] = useState(false)
  const order = shop.orders.checkout.useMutation({
    onSuccess: async ({ order: { id } }) => {
      forgetDraft()
      await navigate({ to: '/$locale/orders/$id/pay', params: { locale, id }, replace: true })
      tellOtherTabs('cart')
      await Promise.all([utils.cart.invalidate(), utils.orders.list.invalidate()])
    },
    // The cart says what changed: a price, a line, the terms.
    onError: () => void utils.cart.get.invalidate(),
  })
  const checks = checksIn(m)
  const { form, values, field, submit, errorOf, setAll } = useFields(
    firstValues(props),
    {
      ...(profile ? {} : { email: checks.email }),
      ...addressChecks(m),
    },
    fieldErrorsIn(order.error),
  )
  const first = useRef(values)
  useEffect(() => {
    onTyped(values)
    if (values !== first.current) keepDraft(values)
  }, [onTyped, values])
  const send = ({ email, terms: _, ...address }: typeof values) =>
    order.mutate({
      ...(cart.id === null ? {} : { cartId: cart.id }),
      ...(profile ? {} : { email: email.trim() }),
      address: addressOf(address),
      quote: { hash: cart.quote.hash, totalCents: cart.quote.totalCents },
      termsVersion: cart.termsVersion,
    })
  return (
    <form
      ref={form}
      className="checkout-form"
      noValidate
      onSubmit={(event) => submit(send, terms ? {} : { terms: m('check_terms') })(event)}
    >
      {!profile && (
        <Field
          {...field('email')}
          label={m('email')}
          hint={m('email_why')}
          type="email"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
        />
      )}
      <ChooseAddress book={book} onChoose={(chosen) => setAll((typed) => ({ ...typed, ...typedOf(chosen) }))} />
      <AddressFields field={field} />
      <div className="checkout-end">
        <Checkbox
          label={
            <>
              {m('accept_terms')}{' '}
              <button type="button" className="link" onClick={() => setReading(true)}>
                {m('terms')}
              </button>
            </>
          }
          checked={terms}
          error={terms ? undefined : errorOf('terms')}
          onChange={({ target }) => setTerms(target.checked)}
        />
        <CheckoutProblem error={order.error} quote={cart.quote} />
        <p className="checkout-total">
          <span>{m('total_with_tax')}</span> <Price cents={cart.quote.totalCents} currency={cart.currency} />
        </p>
        <OfflineHint />
        <Button type="submit" kind="primary" wide busy={order.isPending}>
          {m('order_with_obligation')}
        </Button>
        <p className="field-hint">{m('pay_next')}</p>
        <p className="field-hint checkout-legal">
          {(['withdrawal', 'privacy'] as const).map((text) => (
            <Link key={text} to="/$locale/legal/$text" params={{ locale, text }} target="_blank">
              {m(legalTitles[text])}
            </Link>
          ))}
        </p>
      </div>
      <TermsDialog open={reading} onClose={() => setReading(false)} />
    </form>
  )
}
