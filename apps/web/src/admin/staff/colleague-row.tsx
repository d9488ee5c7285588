import { staffRoles } from '@comptoir/domain/people'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import type { HandedOver } from './link-dialog.tsx'

type Colleagues = AdminOutputs['staff']['list']

interface Props {
  colleague: Colleagues['items'][number]
  settled: (now: Colleagues) => void
  onLink: (made: HandedOver) => void
}

/** A colleague with their role and access; nobody changes their own. */
export function ColleagueRow({ colleague, settled, onLink }: Props) {
  const { m, dateTime } = useWords()
  const tell = useToast()
  const { id, email, role, disabled, linkEndsAt, you } = colleague
  const name = colleague.name || email
  const setRole = admin.staff.setRole.useMutation({
    onSuccess: (now, asked) => {
      settled(now)
      tell(m('role_now', { name, role: m(`role_${asked.role}`) }))
    },
  })
  const disable = admin.staff.disable.useMutation({ onSuccess: settled })
  const renew = admin.staff.resetLink.useMutation({ onSuccess: onLink })
  return (
    <tr>
      <td>
        <strong>{colleague.name}</strong> {you && <small>{m('you')}</small>}
      </td>
      <td>{email}</td>
      <td>
        {you ? (
          m(`role_${role}`)
        ) : (
          <select
            className="control"
            aria-label={m('role_of', { name })}
            value={role}
            disabled={setRole.isPending}
            onChange={({ target }) => {
              const wanted = staffRoles.find((one) => one === target.value)
              if (wanted) setRole.mutate({ id, role: wanted })
            }}
          >
            {staffRoles.map((one) => (
              <option key={one} value={one}>
                {m(`role_${one}`)}
              </option>
            ))}
          </select>
        )}
        <ProblemNotice error={setRole.error ?? disable.error ?? renew.error} />
      </td>
      <td>
        <State tone={disabled ? 'gone' : linkEndsAt === null ? 'good' : 'few'}>
          {disabled
            ? m('access_closed')
            : linkEndsAt === null
              ? m('access_open')
              : m('access_invited', { at: dateTime(linkEndsAt) })}
        </State>
      </td>
      <td>
        {!you && (
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
        )}
      </td>
    </tr>
  )
}
