import { getRouteApi, useRouter } from '@tanstack/react-router'
import { checksIn } from '../checks.ts'
import { fieldErrorsIn } from '../problems.ts'
import { admin } from '../rpc.ts'
import { Button } from '../ui/button.tsx'
import { Field, PasswordField } from '../ui/field.tsx'
import { useFields } from '../ui/fields.ts'
import { Title } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useWords } from '../words.tsx'

const route = getRouteApi('/admin/sign-in')

/** The door behind the counter. */
export function SignInPage() {
  const { m } = useWords()
  const { back } = route.useSearch()
  const router = useRouter()
  const utils = admin.useUtils()
  const login = admin.auth.login.useMutation({
    onSuccess: async () => {
      await utils.invalidate()
      router.history.replace(back ?? '/admin')
    },
  })
  const checks = checksIn(m)
  const { form, field, submit } = useFields(
    { email: '', password: '' },
    { email: checks.email, password: checks.needed('check_password_needed') },
    fieldErrorsIn(login.error),
  )
  return (
    <main className="console-door" id="content" tabIndex={-1}>
      <Title>{m('console')}</Title>
      <p className="wordmark">Comptoir</p>
      <h1>{m('console_sign_in')}</h1>
      <form
        ref={form}
        className="account-form"
        noValidate
        onSubmit={submit(({ email, password }) => login.mutate({ email: email.trim(), password }))}
      >
        <Field {...field('email')} label={m('email')} type="email" autoComplete="username" inputMode="email" />
        <PasswordField {...field('password')} label={m('password')} autoComplete="current-password" />
        <ProblemNotice error={login.error} />
        <Button type="submit" kind="primary" wide busy={login.isPending}>
          {m('sign_in')}
        </Button>
      </form>
    </main>
  )
}
