import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { RoleChoice } from '../role-choice.tsx'
import type { HandedOver } from './link-dialog.tsx'

export type Colleague = AdminOutputs['staff']['list']['items'][number]

const useSettled = () => {
  const utils = admin.useUtils()
  return () => utils.staff.list.invalidate()
}

/** The role of a colleague; nobody changes their own. */
export function ColleagueRole({ colleague: { id, name, email, role, you } }: { colleague: Colleague }) {
  const { m } = useWords()
  const tell = useToast()
  const settled = useSettled()
  const shown = name || email
  const setRole = admin.staff.setRole.useMutation({
    onSuccess: async (_, asked) => {
      await settled()
      tell(m('role_now', { name: shown, role: m(`role_${asked.role}`) }))
    },
  })
  if (you) return m(`role_${role}`)
  return (
    <>
      <RoleChoice
        name={shown}
        role={role}
        busy={setRole.isPending}
        onRole={(wanted) => setRole.mutate({ id, role: wanted })}
      />
      <ProblemNotice error={setRole.error} />
    </>
  )
}

interface Props {
  colleague: Colleague
  onLink: (made: HandedOver) => void
}

/** What can be done about a colleague's access. */
export function ColleagueAccess({ colleague: { id, disabled, you }, onLink }: Props) {
  const { m } = useWords()
  const settled = useSettled()
  const disable = admin.staff.disable.useMutation({ onSuccess: settled })
  const renew = admin.staff.resetLink.useMutation({ onSuccess: onLink })
  if (you) return null
  return (
    <>
      <span className="actions">
        {!disabled && (
          <LinkButton disabled={renew.isPending} onClick={() => renew.mutate({ id })}>
            {m('new_link')}
          </LinkButton>
        )}
        <LinkButton disabled={disable.isPending} onClick={() => disable.mutate({ id, disabled: !disabled })}>
          {m(disabled ? 'access_reopen' : 'access_close')}
        </LinkButton>
      </span>
      <ProblemNotice error={disable.error ?? renew.error} />
    </>
  )
}
