import { useNavigate } from '@tanstack/react-router'
import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

/** An order without an account: its number and its e-mail, both, open it for reading. */
export function FindOrderPage() {
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const find = shop.orders.lookUp.useMutation({
    onSuccess: ({ order: { id } }) => void navigate({ to: '/$locale/orders/$id', params: { locale, id } }),
  })
  const { needed, email } = checksIn(m)
  const { form, field, submit } = useFields(
    { reference: '', email: '' },
    { reference: needed('check_reference'), email },
    fieldErrorsIn(find.error),
  )
  return (
    <Page title={m('find_order')} lead={m('find_order_lead')} className="narrow-page">
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={submit((typed) =>
          find.mutate({ reference: typed.reference.trim().toUpperCase(), email: typed.email.trim() }),
        )}
      >
        <Field
          {...field('reference')}
          label={m('order_reference')}
          hint={m('order_reference_hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
        />
        <Field
          {...field('email')}
          label={m('email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
        />
        <ProblemNotice error={find.error} />
        <Button type="submit" kind="primary" wide busy={find.isPending}>
          {m('open_order')}
        </Button>
      </form>
    </Page>
  )
}
