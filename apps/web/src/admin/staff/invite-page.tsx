import { useRouter, useRouterState } from '@tanstack/react-router'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Field, PasswordField } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { Title } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

const leastCharacters = 12

/** Where a new colleague arrives with the one-time link, and chooses a password. */
export function InvitePage() {
  const { m } = useWords()
  const token = useRouterState({ select: ({ location }) => location.hash })
  const whole = /^[A-Za-z0-9_-]{20,100}$/.test(token)
  return (
    <main className="console-door" id="content" tabIndex={-1}>
      <Title>{m('console')}</Title>
      <p className="wordmark">Comptoir</p>
      <h1>{m('welcome')}</h1>
      {whole ? <AcceptForm token={token} /> : <p className="notice">{m('no_link')}</p>}
    </main>
  )
}

function AcceptForm({ token }: { token: string }) {
  const { m } = useWords()
  const router = useRouter()
  const utils = admin.useUtils()
  const accept = admin.auth.acceptInvite.useMutation({
    onSuccess: async () => {
      await utils.invalidate()
      router.history.replace('/admin')
    },
  })
  const { form, field, submit } = useFields(
    { name: '', password: '' },
    { password: (value) => ([...value].length >= leastCharacters ? null : m('check_password_staff')) },
    fieldErrorsIn(accept.error),
  )
  return (
    <form
      ref={form}
      className="account-form"
      noValidate
      onSubmit={submit(({ name, password }) => accept.mutate({ token, name: name.trim(), password }))}
    >
      <p>{m('welcome_words')}</p>
      <Field {...field('name')} label={m('name')} autoComplete="name" maxLength={100} optional />
      <PasswordField
        {...field('password')}
        label={m('new_password')}
        hint={m('password_hint_staff')}
        autoComplete="new-password"
      />
      <ProblemNotice error={accept.error} />
      <Button type="submit" kind="primary" wide busy={accept.isPending}>
        {m('enter')}
      </Button>
    </form>
  )
}
