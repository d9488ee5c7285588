import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Messages } from '../../ui/messages.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Reply } from '../../ui/reply.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'

const route = getRouteApi('/admin/staff/support/$id')

/** One conversation, live, with the answer and the end. */
export function ThreadPage() {
  const { m } = useWords()
  const may = useMay()
  const { id } = route.useParams()
  const [thread] = admin.support.get.useSuspenseQuery({ id })
  const utils = admin.useUtils()
  const settled = {
    onSuccess: (now: typeof thread) => {
      utils.support.get.setData({ id }, now)
      void utils.support.list.invalidate()
    },
  }
  admin.support.onMessage.useSubscription({ id }, { onData: () => void utils.support.get.invalidate({ id }) })
  const reply = admin.support.reply.useMutation(settled)
  const close = admin.support.close.useMutation(settled)
  const open = thread.state === 'open'
  return (
    <Page
      title={thread.subject}
      className="console-narrow"
      aside={
        open &&
        may('support:write') && (
          <Button busy={close.isPending} onClick={() => close.mutate({ id })}>
            {m('close_thread')}
          </Button>
        )
      }
    >
      <p className="console-order-state">
        <Link to="/admin/support">{m('messages')}</Link>
        <State tone={open ? 'good' : 'gone'}>{m(`thread_${thread.state}`)}</State>
        <span>
          {thread.customerName} {thread.customerEmail}
        </span>
        {thread.orderId !== null && (
          <Link to="/admin/orders/$id" params={{ id: thread.orderId }}>
            {m('order_title', { reference: thread.orderReference ?? '' })}
          </Link>
        )}
      </p>
      <ProblemNotice error={close.error} />
      <Messages messages={thread.messages} mine="staff" />
      {open && may('support:write') ? (
        <Reply
          busy={reply.isPending}
          error={reply.error}
          onSend={(body, done) => reply.mutate({ id, body }, { onSuccess: done })}
        />
      ) : (
        !open && <p className="field-hint">{m('closed_for_staff')}</p>
      )}
    </Page>
  )
}
