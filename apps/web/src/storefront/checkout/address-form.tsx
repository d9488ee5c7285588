import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { checksIn } from '../../checks.ts'
import type { ShopOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field, Select } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { CheckoutProblem } from './checkout-problem.tsx'
import { TermsDialog } from './terms-dialog.tsx'

interface Props {
  cart: ShopOutputs['cart']['get']
  profile: ShopOutputs['auth']['profile'] | null
}

/** Where it goes, and the order itself: at most eight fields, each wrong one named where it stands. */
export function AddressForm({ cart, profile }: Props) {
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const utils = shop.useUtils()
  const [terms, setTerms] = useState(false)
  const [reading, setReading] = useState(false)
  const order = shop.orders.checkout.useMutation({
    onSuccess: async ({ order: { id } }) => {
      await navigate({ to: '/$locale/orders/$id/pay', params: { locale, id }, replace: true })
      await Promise.all([utils.cart.invalidate(), utils.orders.list.invalidate()])
    },
    // The cart says what changed: a price, a line, the terms.
    onError: () => void utils.cart.get.invalidate(),
  })
  const checks = checksIn(m)
  const { form, values, field, submit, errorOf } = useFields(
    {
      email: '',
      name: profile?.name ?? '',
      line1: '',
      line2: '',
      postcode: '',
      city: '',
      phone: profile?.phone ?? '',
      terms: '',
    },
    {
      ...(profile ? {} : { email: checks.email }),
      name: checks.needed('check_name'),
      line1: checks.needed('check_line1'),
      postcode: checks.postcode,
      city: checks.needed('check_city'),
      phone: checks.phone,
    },
    fieldErrorsIn(order.error),
  )
  const send = ({ email, terms: _, ...address }: typeof values) =>
    order.mutate({
      ...(cart.id === null ? {} : { cartId: cart.id }),
      ...(profile ? {} : { email: email.trim() }),
      address: { ...address, postcode: address.postcode.replaceAll(' ', ''), country: 'FR' },
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
      <Field {...field('name')} label={m('full_name')} autoComplete="shipping name" maxLength={100} />
      <Field {...field('line1')} label={m('line1')} autoComplete="shipping address-line1" maxLength={200} />
      <Field {...field('line2')} label={m('line2')} autoComplete="shipping address-line2" maxLength={200} optional />
      <div className="field-pair">
        <Field
          {...field('postcode')}
          label={m('postcode')}
          autoComplete="shipping postal-code"
          inputMode="numeric"
          maxLength={6}
        />
        <Field {...field('city')} label={m('city')} autoComplete="shipping address-level2" maxLength={100} />
      </div>
      <Select label={m('country')} autoComplete="shipping country" defaultValue="FR" hint={m('country_why')}>
        <option value="FR">{m('france')}</option>
      </Select>
      <Field
        {...field('phone')}
        label={m('phone')}
        hint={m('phone_why')}
        type="tel"
        autoComplete="shipping tel"
        inputMode="tel"
        maxLength={30}
        optional
      />
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
        <Button type="submit" kind="primary" wide busy={order.isPending}>
          {m('order_with_obligation')}
        </Button>
        <p className="field-hint">{m('pay_next')}</p>
      </div>
      <TermsDialog open={reading} onClose={() => setReading(false)} />
    </form>
  )
}
