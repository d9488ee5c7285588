import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'

type Thread = AdminOutputs['support']['get']

/** Who looks after a conversation: one takes it, or gives it to a colleague who may answer. */
export function Assignee({ thread, settled }: { thread: Thread; settled: { onSuccess: (now: Thread) => void } }) {
  const { m } = useWords()
  const may = useMay()
  const [me] = admin.auth.profile.useSuspenseQuery()
  const mayWrite = may('support:write')
  const { data: assignable } = admin.support.assignable.useQuery(undefined, { enabled: mayWrite })
  const assign = admin.support.assign.useMutation(settled)
  const give = (assigneeId: string | null) => assign.mutate({ id: thread.id, assigneeId })
  return (
    <div className="assignee">
      {mayWrite && assignable ? (
        <label>
          <span>{m('assignee')}</span>{' '}
          <select
            className="control"
            value={thread.assigneeId ?? ''}
            onChange={({ target }) => give(target.value === '' ? null : target.value)}
          >
            <option value="">{m('assigned_nobody')}</option>
            {thread.assigneeId !== null && !assignable.items.some(({ id }) => id === thread.assigneeId) && (
              <option value={thread.assigneeId}>{thread.assigneeName || m('colleague_unnamed')}</option>
            )}
            {assignable.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name || m('colleague_unnamed')}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <span>
          {thread.assigneeId === null ? m('nobody_assigned') : `${m('assignee')} ${thread.assigneeName ?? ''}`}
        </span>
      )}
      {mayWrite && (
        <LinkButton disabled={assign.isPending} onClick={() => give(thread.assigneeId === me.id ? null : me.id)}>
          {m(thread.assigneeId === me.id ? 'leave_thread' : 'take_thread')}
        </LinkButton>
      )}
      <ProblemNotice error={assign.error} />
    </div>
  )
}
