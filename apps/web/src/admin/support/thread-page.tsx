import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Messages } from '../../ui/messages.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { Assignee } from './assignee.tsx'
import { StaffReply } from './staff-reply.tsx'
import { ThreadState } from './thread-state.tsx'
import { useThreadChanges } from './use-thread-changes.ts'

const route = getRouteApi('/admin/staff/support/$id')

/** One conversation, live: read, taken, answered, ended, opened again. */
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
      void utils.support.counts.invalidate()
    },
  }
  useThreadChanges()
  const { mutate: read } = admin.support.read.useMutation(settled)
  const mayWrite = may('support:write')
  const last = thread.messages.at(-1)?.id
  const unread = mayWrite && thread.unread > 0
  useEffect(() => {
    if (unread && last !== undefined) read({ id, lastMessageId: last })
  }, [unread, last, id, read])
  const close = admin.support.close.useMutation(settled)
  const reopen = admin.support.reopen.useMutation(settled)
  const open = thread.state === 'open'
  return (
    <Page
      title={thread.subject}
      className="console-narrow"
      aside={
        mayWrite &&
        (open ? (
          <Button busy={close.isPending} onClick={() => close.mutate({ id })}>
            {m('close_thread')}
          </Button>
        ) : (
          <Button busy={reopen.isPending} onClick={() => reopen.mutate({ id })}>
            {m('reopen_thread')}
          </Button>
        ))
      }
    >
      <p className="console-order-state">
        <Link to="/admin/support">{m('messages')}</Link>
        <ThreadState state={thread.state} lastAuthor={thread.messages.at(-1)?.author} />
        {may('customers:read') && thread.customerId !== null ? (
          <Link to="/admin/customers/$id" params={{ id: thread.customerId }}>
            {thread.customerName || thread.customerEmail}
          </Link>
        ) : (
          <span>{thread.customerName || thread.customerEmail}</span>
        )}
        {thread.orderId !== null && (
          <Link to="/admin/orders/$id" params={{ id: thread.orderId }}>
            {m('order_title', { reference: thread.orderReference ?? '' })}
          </Link>
        )}
      </p>
      <Assignee thread={thread} settled={settled} />
      <ProblemNotice error={close.error ?? reopen.error} />
      <Messages messages={thread.messages} mine="staff" />
      {open && mayWrite ? (
        <StaffReply id={id} settled={settled} />
      ) : (
        !open && <p className="field-hint">{m('closed_for_staff')}</p>
      )}
    </Page>
  )
}
