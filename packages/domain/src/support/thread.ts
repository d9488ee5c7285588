import type { Id } from '../id.ts'
import { refuse } from '../problems.ts'

export const threadStates = ['open', 'closed'] as const
export type ThreadState = (typeof threadStates)[number]
export type Author = 'customer' | 'staff'

export interface Thread {
  id: Id<'thread'>
  /** Whose account it belongs to; null for a guest's, which belongs to the order it is about. */
  userId: Id<'user'> | null
  orderId: Id<'order'> | null
  subject: string
  state: ThreadState
  createdAt: Date
  lastMessageAt: Date
  /** The colleague who looks after it. */
  assigneeId: Id<'user'> | null
  /** Messages of the other side since each side last looked. */
  unreadByStaff: number
  unreadByCustomer: number
}

/** The thread after one more message: its writer has read the rest; a customer's reopens a closed one. Refuses: thread_closed, to staff. */
export function postMessage(thread: Thread, author: Author, now: Date): Thread {
  if (author === 'staff' && thread.state === 'closed') refuse('thread_closed')
  const unread =
    author === 'customer'
      ? { unreadByStaff: thread.unreadByStaff + 1, unreadByCustomer: 0 }
      : { unreadByStaff: 0, unreadByCustomer: thread.unreadByCustomer + 1 }
  return { ...thread, ...unread, state: 'open', lastMessageAt: now }
}

/** The thread, closed; closing it again changes nothing. */
export const closeThread = (thread: Thread): Thread => ({ ...thread, state: 'closed' })

/** The thread, open again; opening an open one changes nothing. */
export const reopenThread = (thread: Thread): Thread => ({ ...thread, state: 'open' })

/** The thread with at most this many messages left to read by one side; what was read once, a mark that comes late never takes back. */
export const readThread = (thread: Thread, side: Author, left: number): Thread =>
  side === 'staff'
    ? { ...thread, unreadByStaff: Math.min(left, thread.unreadByStaff) }
    : { ...thread, unreadByCustomer: Math.min(left, thread.unreadByCustomer) }
