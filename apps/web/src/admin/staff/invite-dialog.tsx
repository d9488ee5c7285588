import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useWords } from '../../words.tsx'
import { RoleField, staffRole } from '../role-choice.tsx'
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
    <DialogForm
      form={form}
      onSubmit={submit(({ email, name, role }) => invite.mutate({ email: email.trim(), name, role: staffRole(role) }))}
      onClose={onClose}
      does={m('make_link')}
      sending={invite}
    >
      <p>{m('invite_words')}</p>
      <Field {...field('email')} label={m('email')} type="email" autoComplete="off" />
      <Field {...field('name')} label={m('name')} maxLength={100} autoComplete="off" optional />
      <RoleField {...field('role')} />
    </DialogForm>
  )
}
