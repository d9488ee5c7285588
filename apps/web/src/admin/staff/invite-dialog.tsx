import { staffRoles } from '@comptoir/domain/people'
import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import type { HandedOver } from './link-dialog.tsx'

interface Props {
  open: boolean
  onClose: () => void
  onLink: (made: HandedOver) => void
}

/** A new colleague: the answer is a link to hand over. */
export function InviteDialog({ open, onClose, onLink }: Props) {
  const { m } = useWords()
  return (
    <Dialog title={m('invite')} open={open} onClose={onClose}>
      <InviteForm onClose={onClose} onLink={onLink} />
    </Dialog>
  )
}

function InviteForm({ onClose, onLink }: Omit<Props, 'open'>) {
  const { m } = useWords()
  const invite = admin.staff.invite.useMutation({ onSuccess: onLink })
  const { form, field, submit } = useFields(
    { email: '', name: '', role: 'support' },
    { email: checksIn(m).email },
    fieldErrorsIn(invite.error),
  )
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit(({ email, name, role }) =>
        invite.mutate({ email: email.trim(), name, role: staffRoles.find((one) => one === role) ?? 'support' }),
      )}
    >
      <p>{m('invite_words')}</p>
      <Field {...field('email')} label={m('email')} type="email" autoComplete="off" />
      <Field {...field('name')} label={m('name')} maxLength={100} autoComplete="off" optional />
      <Select {...field('role')} label={m('role')}>
        {staffRoles.map((one) => (
          <option key={one} value={one}>
            {m(`role_${one}`)}
          </option>
        ))}
      </Select>
      <ProblemNotice error={invite.error} />
      <div className="dialog-foot">
        <Button type="submit" kind="primary" busy={invite.isPending}>
          {m('make_link')}
        </Button>
        <Button onClick={onClose}>{m('go_back')}</Button>
      </div>
    </form>
  )
}
