import { Link } from '@tanstack/react-router'
import { focusContent } from '../../arrival.tsx'
import { checksIn } from '../../checks.ts'
import type { ShopOutputs } from '../../outputs.ts'
import { fieldErrorsIn, problemIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useForgetEverything } from '../people/use-profile.ts'

/** After a guest has paid: one password makes an account that keeps this order. An e-mail that has an account signs in. */
export function KeepOrder({ order }: { order: ShopOutputs['orders']['get'] }) {
  const { locale, m } = useWords()
  const forget = useForgetEverything()
  const tell = useToast()
  const keep = shop.auth.keepOrder.useMutation({
    onSuccess: async () => {
      await forget()
      tell(m('order_kept'))
      focusContent()
    },
  })
  const { form, field, submit } = useFields(
    { password: '' },
    { password: checksIn(m).newPassword },
    fieldErrorsIn(keep.error),
  )
  return (
    <section className="slip keep-order" aria-labelledby="keep-order">
      <h2 id="keep-order">{m('keep_my_order')}</h2>
      <p>{m('keep_my_order_words', { email: order.email })}</p>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={submit(({ password }) => keep.mutate({ orderId: order.id, password }))}
      >
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={order.email} readOnly hidden />
        <PasswordField
          {...field('password')}
          label={m('choose_password')}
          autoComplete="new-password"
          hint={m('password_hint')}
        />
        <ProblemNotice error={keep.error}>
          {problemIn(keep.error)?.code === 'email_taken' && (
            <Link to="/$locale/sign-in" params={{ locale }} search={{ back: `/${locale}/orders/${order.id}` }}>
              {m('sign_in')}
            </Link>
          )}
        </ProblemNotice>
        <Button type="submit" kind="primary" busy={keep.isPending}>
          {m('keep_my_order')}
        </Button>
      </form>
    </section>
  )
}
