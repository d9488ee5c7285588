import type { Id } from '../id.ts'
import { refuse } from '../problems.ts'

export const threadStates = ['open', 'closed'] as const
export type ThreadState = (typeof threadStates)[number]
export type Author = 'customer' | 'staff'

export interface Thread {
  id: Id<'thread'>
  userId: Id<'user'>
  orderId: Id<'order'> | null
  subject: string
  state: ThreadState
  createdAt: Date
  lastMessageAt: Date
}

/** The thread after one more message; a customer's reopens a closed one. Refuses: thread_closed, to staff. */
export function postMessage(thread: Thread, author: Author, now: Date): Thread {
  if (author === 'staff' && thread.state === 'closed') refuse('thread_closed')
  return { ...thread, state: 'open', lastMessageAt: now }
}

/** The thread, closed; closing it again changes nothing. */
export const closeThread = (thread: Thread): Thread => ({ ...thread, state: 'closed' })
