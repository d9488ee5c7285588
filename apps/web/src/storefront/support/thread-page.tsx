import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shop } from '../../rpc.ts'
import { Messages } from '../../ui/messages.tsx'
import { Page } from '../../ui/page.tsx'
import { Reply } from '../../ui/reply.tsx'
import { useWords } from '../../words.tsx'
import { useLive } from '../use-live.ts'

const route = getRouteApi('/$locale/support/$id')

/** One conversation, live. Writing opens a closed one again. */
export function ThreadPage() {
  const { locale, m } = useWords()
  const { id } = route.useParams()
  const [thread] = shop.support.get.useSuspenseQuery({ id })
  const utils = shop.useUtils()
  useLive({ about: 'messages', id }, () => void utils.support.get.invalidate({ id }))
  const { mutate: read } = shop.support.read.useMutation({
    onSuccess: (now) => {
      utils.support.get.setData({ id }, now)
      void utils.support.counts.invalidate()
    },
  })
  const last = thread.messages.at(-1)?.id
  const unread = thread.unread > 0
  // What stands on the page is read; what comes later stays unread until it stands there too.
  useEffect(() => {
    if (unread && last !== undefined) read({ id, lastMessageId: last })
  }, [read, unread, id, last])
  const post = shop.support.post.useMutation({ onSuccess: (now) => utils.support.get.setData({ id }, now) })
  return (
    <Page
      title={thread.subject}
      className="thread-page"
      lead={
        thread.orderId !== null && (
          <Link to="/$locale/orders/$id" params={{ locale, id: thread.orderId }}>
            {m('order_title', { reference: thread.orderReference ?? '' })}
          </Link>
        )
      }
    >
      <Messages messages={thread.messages} mine="customer" />
      {thread.state === 'closed' && <p className="field-hint">{m('thread_closed_words')}</p>}
      <Reply
        busy={post.isPending}
        error={post.error}
        onSend={(body, done) => post.mutate({ id, body }, { onSuccess: done })}
      />
    </Page>
  )
}
