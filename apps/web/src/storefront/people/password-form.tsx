import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

const blank = { current: '', next: '' }

export function PasswordForm({ email }: { email: string }) {
  const { m } = useWords()
  const tell = useToast()
  const change = shop.auth.changePassword.useMutation({
    onSuccess: () => {
      setAll(blank)
      tell(m('password_changed'))
    },
  })
  const checks = checksIn(m)
  const { form, field, submit, setAll } = useFields(
    blank,
    { current: checks.needed('check_password_needed'), next: checks.newPassword },
    fieldErrorsIn(change.error),
  )
  return (
    <form ref={form} className="form" noValidate onSubmit={submit((values) => change.mutate(values))}>
      {/* For password managers: whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField {...field('current')} label={m('current_password')} autoComplete="current-password" />
      <PasswordField
        {...field('next')}
        label={m('new_password')}
        autoComplete="new-password"
        hint={m('password_hint')}
      />
      <ProblemNotice error={change.error} />
      <Button type="submit" busy={change.isPending}>
        {m('change_password')}
      </Button>
    </form>
  )
}
