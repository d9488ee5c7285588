import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field, PasswordField } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useForgetEverything } from './use-profile.ts'

export type AccountMode = 'sign-in' | 'register'

interface Props {
  mode: AccountMode
  onMode: (mode: AccountMode) => void
  onDone: () => void
  /** Where a form that is sent without a script leads afterwards: a path of ours. */
  back?: string | undefined
  /** What was said of oneself before, not to be typed again. */
  known?: { email: string; name: string }
}

/** Sign in or register, in one small form; the guest's cart joins the account either way. */
export function AccountForm({ mode, onMode, onDone, back, known = { email: '', name: '' } }: Props) {
  const { locale, m } = useWords()
  const forget = useForgetEverything()
  const tell = useToast()
  const registering = mode === 'register'
  const done = {
    onSuccess: async ({ cartNotices }: { cartNotices: readonly unknown[] }) => {
      await forget()
      if (cartNotices.length > 0) tell(m('cart_merged_partly'))
      onDone()
    },
  }
  const login = shop.auth.login.useMutation(done)
  const register = shop.auth.register.useMutation(done)
  const asked = registering ? register : login
  const checks = checksIn(m)
  const { form, field, submit } = useFields(
    { ...known, password: '' },
    { email: checks.email, password: registering ? checks.newPassword : checks.needed('check_password_needed') },
    fieldErrorsIn(asked.error),
  )
  const send = ({ email, password, name }: { email: string; password: string; name: string }) =>
    registering
      ? register.mutate({ email: email.trim(), password, name: name.trim() })
      : login.mutate({ email: email.trim(), password })
  return (
    <form
      ref={form}
      method="post"
      action={registering ? undefined : '/do/sign-in'}
      className="account-form"
      noValidate
      onSubmit={submit(send)}
    >
      <input type="hidden" name="locale" value={locale} />
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      <Field
        {...field('email')}
        label={m('email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
      />
      <PasswordField
        {...field('password')}
        label={m('password')}
        autoComplete={registering ? 'new-password' : 'current-password'}
        hint={registering ? m('password_hint') : undefined}
      />
      {registering && <Field {...field('name')} label={m('name')} autoComplete="name" optional />}
      <ProblemNotice error={asked.error}>
        {registering && asked.error && <LinkButton onClick={() => onMode('sign-in')}>{m('sign_in')}</LinkButton>}
      </ProblemNotice>
      <Button type="submit" kind="primary" wide busy={asked.isPending}>
        {m(registering ? 'register' : 'sign_in')}
      </Button>
      <p className="account-other">
        {m(registering ? 'have_account' : 'no_account')}{' '}
        <LinkButton onClick={() => onMode(registering ? 'sign-in' : 'register')}>
          {m(registering ? 'sign_in' : 'register')}
        </LinkButton>
      </p>
    </form>
  )
}
