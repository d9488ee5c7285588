import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'

interface Props {
  state: 'open' | 'closed'
  lastAuthor: 'customer' | 'staff' | undefined
}

/** Whether a conversation is over, and whose turn it is. */
export function ThreadState({ state, lastAuthor }: Props) {
  const { m } = useWords()
  if (state === 'closed') return <State tone="gone">{m('thread_closed')}</State>
  return lastAuthor === 'customer' ? (
    <State tone="hot">{m('to_answer')}</State>
  ) : (
    <State tone="good">{m('answered')}</State>
  )
}
