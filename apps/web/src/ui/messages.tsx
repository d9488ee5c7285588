import { useWords } from '../words.tsx'

interface Props {
  messages: readonly { id: string; author: 'customer' | 'staff'; authorName: string; body: string; at: string }[]
  mine: 'customer' | 'staff'
}

/** A conversation as both sides read it: mine on the right. */
export function Messages({ messages, mine }: Props) {
  const { m, dateTime } = useWords()
  return (
    <ol className="messages" aria-live="polite">
      {messages.map(({ id, author, authorName, body, at }) => (
        <li key={id} className={author === mine ? 'message is-mine' : 'message'}>
          <p className="message-head">
            <strong>
              {author === mine ? m('you') : authorName || m(author === 'staff' ? 'the_shop' : 'the_customer')}
            </strong>{' '}
            <time dateTime={at}>{dateTime(at)}</time>
          </p>
          <p className="message-body">{body}</p>
        </li>
      ))}
    </ol>
  )
}
