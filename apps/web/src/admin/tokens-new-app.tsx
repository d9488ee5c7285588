import { checksIn } from '../checks.ts'
import { fieldErrorsIn } from '../problems.ts'
import { admin } from '../rpc.ts'
import { DialogForm } from '../ui/dialog-form.tsx'
import { Field } from '../ui/field.tsx'
import { useFields } from '../ui/fields.ts'
import { useWords } from '../words.tsx'
import { RoleField, staffRole } from './role-choice.tsx'

/** A new app: its name and what it may do at most. */
export function TokensNewApp({ onClose }: { onClose: () => void }) {
  const { m } = useWords()
  const utils = admin.useUtils()
  const create = admin.apps.create.useMutation({
    onSuccess: (now) => {
      utils.apps.list.setData(undefined, now)
      onClose()
    },
  })
  const { form, field, submit } = useFields(
    { name: '', role: 'support' },
    { name: checksIn(m).needed('check_app_name') },
    fieldErrorsIn(create.error),
  )
  return (
    <DialogForm
      form={form}
      onSubmit={submit(({ name, role }) => create.mutate({ name: name.trim(), role: staffRole(role) }))}
      onClose={onClose}
      does={m('app_new')}
      sending={create}
    >
      <Field {...field('name')} label={m('name')} maxLength={60} autoComplete="off" />
      <RoleField {...field('role')} />
    </DialogForm>
  )
}
