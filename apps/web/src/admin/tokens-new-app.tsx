import { staffRoles } from '@comptoir/domain/people'
import { checksIn } from '../checks.ts'
import { fieldErrorsIn } from '../problems.ts'
import { admin } from '../rpc.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select } from '../ui/field.tsx'
import { useFields } from '../ui/fields.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useWords } from '../words.tsx'

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
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit(({ name, role }) =>
        create.mutate({ name: name.trim(), role: staffRoles.find((one) => one === role) ?? 'support' }),
      )}
    >
      <Field {...field('name')} label={m('name')} maxLength={60} autoComplete="off" />
      <Select {...field('role')} label={m('role')}>
        {staffRoles.map((one) => (
          <option key={one} value={one}>
            {m(`role_${one}`)}
          </option>
        ))}
      </Select>
      <ProblemNotice error={create.error} />
      <div className="dialog-foot">
        <Button type="submit" kind="primary" busy={create.isPending}>
          {m('app_new')}
        </Button>
        <Button onClick={onClose}>{m('go_back')}</Button>
      </div>
    </form>
  )
}
