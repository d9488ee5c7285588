import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { forgetDraft } from '../checkout/draft.ts'
import { forgetSeen } from '../seen-products.ts'
import { useForgetEverything } from './use-profile.ts'

/** What the shop holds about the person: to take along as a file, or to have erased. */
export function OwnData({ email }: { email: string }) {
  const { m } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <p>{m('own_data_words')}</p>
      <p className="own-data">
        <a href="/documents/my-data.json" download className={buttonClass()}>
          {m('export_data')}
        </a>
        <Button onClick={() => setOpen(true)}>{m('erase_account')}</Button>
      </p>
      <Dialog title={m('erase_account')} open={open} onClose={() => setOpen(false)}>
        <EraseForm email={email} onKeep={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function EraseForm({ email, onKeep }: { email: string; onKeep: () => void }) {
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const forget = useForgetEverything()
  const tell = useToast()
  const erase = shop.account.erase.useMutation({
    onSuccess: async ({ outcome }) => {
      if (outcome !== 'erased') return
      forgetSeen()
      forgetDraft()
      await navigate({ to: '/$locale', params: { locale } })
      await forget()
      tell(m('account_erased'))
    },
  })
  const { form, field, submit } = useFields(
    { password: '' },
    { password: checksIn(m).needed('check_password_needed') },
    fieldErrorsIn(erase.error),
  )
  const { outcome, references = [] } = erase.data ?? {}
  return (
    <form ref={form} className="form" noValidate onSubmit={submit(({ password }) => erase.mutate({ password }))}>
      <p>{m('erase_what_goes')}</p>
      <p>{m('erase_what_stays')}</p>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField {...field('password')} label={m('current_password')} autoComplete="current-password" />
      <ProblemNotice error={erase.error} />
      {(outcome === 'orders_open' || outcome === 'colleague') && (
        <p className="notice" role="alert">
          {outcome === 'colleague'
            ? m('erase_colleague')
            : m('erase_orders_open', { references: references.join(', ') })}
        </p>
      )}
      <div className="dialog-foot">
        <Button type="submit" kind="primary" busy={erase.isPending}>
          {m('erase_for_good')}
        </Button>
        <Button onClick={onKeep}>{m('keep_account')}</Button>
      </div>
    </form>
  )
}
