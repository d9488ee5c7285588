import { permissions, type Role } from '@comptoir/domain/people'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'

type Thread = AdminOutputs['support']['get']

const answerers: readonly Role[] = permissions['support:write']

/** Who looks after a conversation: one takes it, an admin gives it to anybody who may answer. */
export function Assignee({ thread, settled }: { thread: Thread; settled: { onSuccess: (now: Thread) => void } }) {
  const { m } = useWords()
  const may = useMay()
  const [me] = admin.auth.profile.useSuspenseQuery()
  const staff = admin.staff.list.useQuery(undefined, { enabled: may('staff:write') })
  const assign = admin.support.assign.useMutation(settled)
  const give = (assigneeId: string | null) => assign.mutate({ id: thread.id, assigneeId })
  const colleagues = staff.data?.items.filter(({ role, disabled }) => !disabled && answerers.includes(role))
  return (
    <div className="assignee">
      {may('staff:write') && colleagues ? (
        <label>
          <span>{m('assignee')}</span>{' '}
          <select
            className="control"
            value={thread.assigneeId ?? ''}
            onChange={({ target }) => give(target.value === '' ? null : target.value)}
          >
            <option value="">{m('assigned_nobody')}</option>
            {colleagues.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name || email}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <span>
          {thread.assigneeId === null ? m('nobody_assigned') : `${m('assignee')} ${thread.assigneeName ?? ''}`}
        </span>
      )}
      {may('support:write') && (
        <LinkButton disabled={assign.isPending} onClick={() => give(thread.assigneeId === me.id ? null : me.id)}>
          {m(thread.assigneeId === me.id ? 'leave_thread' : 'take_thread')}
        </LinkButton>
      )}
      <ProblemNotice error={assign.error} />
    </div>
  )
}
