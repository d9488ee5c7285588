import { shop } from '../../rpc.ts'
import { Messages } from '../../ui/messages.tsx'
import { Reply } from '../../ui/reply.tsx'
import { useWords } from '../../words.tsx'
import { useLive } from '../use-live.ts'

/** A guest writes about the order in hand and reads the answers there, live: without an account there is no other place. */
export function WriteAboutOrder({ id }: { id: string }) {
  const { m } = useWords()
  const [{ open, thread }] = shop.support.aboutOrder.useSuspenseQuery({ id })
  const utils = shop.useUtils()
  useLive(open ? { about: 'order_messages', id } : null, () => void utils.support.aboutOrder.invalidate({ id }))
  const write = shop.support.writeAboutOrder.useMutation({
    onSuccess: (now) => utils.support.aboutOrder.setData({ id }, { open: true, thread: now }),
  })
  if (!open) return null
  return (
    <section className="slip about-order" aria-labelledby="about-order">
      <h2 id="about-order">{m('write_about_order')}</h2>
      {thread === null ? <p>{m('about_order_words')}</p> : <Messages messages={thread.messages} mine="customer" />}
      {thread?.state === 'closed' && <p className="field-hint">{m('thread_closed_words')}</p>}
      <Reply
        kind="plain"
        busy={write.isPending}
        error={write.error}
        onSend={(body, done) => write.mutate({ id, body }, { onSuccess: done })}
      />
    </section>
  )
}
