import type { ShopOutputs } from '../outputs.ts'
import { useWords } from '../words.tsx'

interface Props {
  messages: readonly ShopOutputs['support']['get']['messages'][number][]
  mine: 'customer' | 'staff'
}

/** A conversation as both sides read it: mine on the right. */
export function Messages({ messages, mine }: Props) {
  const { m, dateTime } = useWords()
  return (
    <ol className="messages" aria-live="polite">
      {messages.map(({ id, author, authorName, body, at, orderStatus }) => (
        <li key={id} className={author === mine ? 'message is-mine' : 'message'}>
          <p className="message-head">
            <strong>
              {author === mine ? m('you') : authorName || m(author === 'staff' ? 'the_shop' : 'the_customer')}
            </strong>{' '}
            <time dateTime={at}>{dateTime(at)}</time>{' '}
            {orderStatus !== null && (
              <span className="message-order">{m('order_then', { status: m(`status_${orderStatus}`) })}</span>
            )}
          </p>
          <p className="message-body">{body}</p>
        </li>
      ))}
    </ol>
  )
}
